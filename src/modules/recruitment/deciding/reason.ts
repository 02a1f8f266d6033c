import { z } from "zod";
import { CriterionResult } from "../../project/criteria/contract.ts";

/** The reason for opening another unit's file, sealed with the admission. */
export const admissionPurpose = "recruitment.elsewhere";

/** What a decision is explained by: the words of whoever decided, and each rule as it was judged on that day. */
const Grounds = z.object({ reason: z.string(), results: z.array(CriterionResult), criteriaNo: z.int() });
export type Grounds = z.infer<typeof Grounds>;

export const writeGrounds = (grounds: Grounds): string => JSON.stringify(grounds);

/** The grounds as they were kept; none once the candidate's time is over. */
export const readGrounds = (text: string | undefined): Grounds =>
  text === undefined ? { reason: "", results: [], criteriaNo: 0 } : Grounds.parse(JSON.parse(text));
