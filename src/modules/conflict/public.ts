export { type ConflictKind, conflictKinds } from "./kinds.ts";
export { conflictSet } from "./set.ts";
