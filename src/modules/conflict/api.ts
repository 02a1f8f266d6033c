export { conflictsOfQuery, conflictsQuery } from "./asked.ts";
export { ConflictNotice, ConflictsWaiting } from "./ConflictNotice.tsx";
export { type ConflictEditor, type ConflictWords, setConflictWords } from "./words.ts";
