import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { clubEnds } from "./codes.ts";

const text = z.string().trim().max(2000);

/** Days are inclusive. Source: docs/domain/rules.md R-KIS-02 */
export const SetClubStay = z.strictObject({
  stayId: z.uuid(),
  entryId: z.uuid(),
  unitId: z.uuid(),
  startsOn: PlainDate,
  endsOn: PlainDate,
});
export type SetClubStay = z.infer<typeof SetClubStay>;
export const ProlongClubStay = z.strictObject({
  prolongationId: z.uuid(),
  stayId: z.uuid(),
  agreedOn: PlainDate,
  endsOn: PlainDate,
  words: text.default(""),
});
export type ProlongClubStay = z.infer<typeof ProlongClubStay>;
export const EndClubStay = z.strictObject({
  stayId: z.uuid(),
  endedOn: PlainDate,
  reason: z.enum(clubEnds),
  words: text.default(""),
});
export type EndClubStay = z.infer<typeof EndClubStay>;
/** `validUntil`: as the certificate says it. `reason`: why it replaces the one that was given. */
export const CertifyClubStay = z.strictObject({
  stayId: z.uuid(),
  number: z.string().trim().min(1).max(60),
  issuedOn: PlainDate,
  validUntil: PlainDate.nullable().default(null),
  contractRealised: z.boolean(),
  words: z.string().trim().max(4000).default(""),
  reason: text.default(""),
});
export type CertifyClubStay = z.infer<typeof CertifyClubStay>;

export const ClubStayView = z.object({
  entryId: z.uuid(),
  personName: z.string(),
  admittedOn: PlainDate,
  mayWrite: z.boolean(),
  /** Clubs of the actor's, for whoever sets the length. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Null: nobody has set its length yet. */
  stay: z
    .object({
      id: z.uuid(),
      unitName: z.string(),
      startsOn: PlainDate,
      /** Last day, with prolongations. */
      endsOn: PlainDate,
      prolongations: z.array(
        z.object({ id: z.uuid(), agreedOn: PlainDate, endsOn: PlainDate, by: z.string(), words: z.string() }),
      ),
      ending: z.object({ endedOn: PlainDate, reason: z.enum(clubEnds), by: z.string(), words: z.string() }).nullable(),
      /** Every version, the one that holds first. */
      certificates: z.array(
        z.object({
          no: z.int(),
          number: z.string(),
          issuedOn: PlainDate,
          validUntil: PlainDate.nullable(),
          contractRealised: z.boolean().nullable(),
          by: z.string(),
          words: z.string(),
          reason: z.string(),
        }),
      ),
      /** Whole months that a graduate was in the club, as the law has it. */
      graduateMonths: z.number(),
      /** What is lacking to be a graduate today; empty: a graduate. */
      lacks: z.array(z.enum(["graduate.months", "graduate.certificate", "graduate.contract"])),
    })
    .nullable(),
});
export type ClubStayView = z.infer<typeof ClubStayView>;
