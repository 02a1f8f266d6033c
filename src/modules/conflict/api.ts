export { conflictsOfQuery, conflictsQuery } from "./asked.ts";
export { ConflictNotice } from "./ConflictNotice.tsx";
export { type ConflictWords, setConflictWords } from "./words.ts";
