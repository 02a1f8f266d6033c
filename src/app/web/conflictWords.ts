import { markConflictWords } from "../../modules/attendance/markConflictWords.tsx";
import type { ConflictWords } from "../../modules/conflict/api.ts";
import { siteConflictWords } from "../../modules/outreach/siteConflictWords.tsx";
import { personConflictWords } from "../../modules/person/conflictWords.ts";

/** How rooms say the fields of their records in a conflict, one line a kind of record. */
export const conflictWords: readonly ConflictWords[] = [personConflictWords, siteConflictWords, markConflictWords];
