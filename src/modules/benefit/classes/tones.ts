import type { ClassProgrammeState } from "./rules.ts";

/** The colour of a state; its word stands beside it. */
export const stateTones = {
  NONE: "due",
  PREPARED: "due",
  RETURNED: "danger",
  APPROVED: "confirmed",
} as const satisfies Record<ClassProgrammeState, string>;
