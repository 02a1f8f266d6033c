import type { WorkContext } from "../../platform/command.ts";

/** What of this room is sealed; each has a key of its own. */
export type Purpose =
  | "outreach.place"
  | "outreach.health"
  | "outreach.step"
  | "outreach.note"
  | "outreach.reason"
  | "outreach.reflections"
  | "outreach.intervention"
  | "outreach.incident"
  | "outreach.assistance";

/** Any value as JSON, sealed for one record; null stays null. */
export function seal(context: WorkContext, purpose: Purpose, recordId: string, value: unknown): Buffer | null {
  if (value === null || value === undefined) return null;
  const bytes = Buffer.from(JSON.stringify(value));
  return Buffer.from(context.keys.encryptFor(context.actor.organisationId, purpose, bytes, recordId));
}

/** What `seal` sealed. The caller knows the shape, and the answer's schema checks it. @throws SealBroken */
export function unseal(context: WorkContext, purpose: Purpose, recordId: string, sealed: Uint8Array | null): unknown {
  if (!sealed) return null;
  const bytes = context.keys.decryptFor(context.actor.organisationId, purpose, sealed, recordId);
  return JSON.parse(Buffer.from(bytes).toString());
}
