import { tellsOf } from "../../platform/sync/tellsOf.ts";

export { type ConflictKind, conflictKinds } from "./kinds.ts";
export { conflictSet } from "./set.ts";

export const conflictTells = tellsOf("conflict", "conflictId");
