import { z } from "zod";
import type { KeyRing } from "../../platform/keys/keyRing.ts";
import { Report } from "./contract.ts";

type Purpose = "referral.said" | TextPurpose;
type TextPurpose = "referral.reason" | "referral.service" | "referral.note" | "referral.attachment";

/** Any value as JSON, sealed for one record of one organisation. */
export function seal(
  keys: KeyRing,
  organisationId: string,
  purpose: Purpose,
  recordId: string,
  value: unknown,
): Buffer {
  return Buffer.from(keys.encryptFor(organisationId, purpose, Buffer.from(JSON.stringify(value)), recordId));
}

function unseal(
  keys: KeyRing,
  organisationId: string,
  purpose: Purpose,
  recordId: string,
  sealed: Uint8Array,
): unknown {
  return JSON.parse(Buffer.from(keys.decryptFor(organisationId, purpose, sealed, recordId)).toString());
}

/** The part of a report that only the team reads. */
export const Said = Report.pick({ placeText: true, geo: true, says: true });
export type Said = z.infer<typeof Said>;

export function openSaid(keys: KeyRing, organisationId: string, id: string, sealed: Uint8Array): Said {
  return Said.parse(unseal(keys, organisationId, "referral.said", id, sealed));
}

/** Text of a referral, of a step or of a file that goes along; sealed by the organisation that wrote it, opened for the two it is between. */
export function openText(
  keys: KeyRing,
  organisationId: string,
  purpose: TextPurpose,
  id: string,
  sealed: Uint8Array,
): string {
  return z.string().parse(unseal(keys, organisationId, purpose, id, sealed));
}
