import type { WorkContext } from "../../platform/command.ts";
import type { OwnBenefit } from "./list/contract.ts";
import { benefitsOf } from "./list/queries.ts";

/** What a participant was granted, month by month, newest first, with why. The caller has made sure that it is their own. */
export const ownBenefits = (context: WorkContext, personId: string): Promise<OwnBenefit[]> =>
  benefitsOf(context, personId);
