import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { leadingParts, leadingReasons } from "./codes.ts";

const change = { accountId: z.uuid(), reason: z.enum(leadingReasons) };
/** `base` of the envelope is the `version` of who leads that the sender saw. */
export const ChangePlanLeader = z.strictObject({ planId: z.uuid(), ...change });
export type ChangePlanLeader = z.infer<typeof ChangePlanLeader>;
export const ChangeAnnexLeader = z.strictObject({ annexId: z.uuid(), ...change });
export type ChangeAnnexLeader = z.infer<typeof ChangeAnnexLeader>;

const colleague = z.object({ id: z.uuid(), name: z.string() });

export const LeadingView = z.object({
  personId: z.uuid(),
  /** First name and initial, alias or number. */
  personName: z.string(),
  /** The programme, then the annexes that were begun. */
  parts: z.array(
    z.object({
      part: z.enum(leadingParts),
      annexId: z.uuid().nullable(),
      /** 1 until it was handed over for the first time. */
      version: z.int(),
      leader: colleague,
      since: PlainDate,
      /** Why the page asks for another one; null: it does not. */
      call: z.enum(["NEEDED", "OFFERED"]).nullable(),
      mayChange: z.boolean(),
      /** Those who may lead it today, without the present leader; empty for who may not change it. */
      candidates: z.array(colleague),
      /** Earlier leaders, the last one first. `until`: the day on which the next one took over. */
      earlier: z.array(
        z.object({ name: z.string(), until: PlainDate, by: z.string(), reason: z.enum(leadingReasons) }),
      ),
    }),
  ),
});
export type LeadingView = z.infer<typeof LeadingView>;
