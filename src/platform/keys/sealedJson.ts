import type { WorkContext } from "../command.ts";

/** Any value as JSON, sealed for one record under a purpose's own key; null stays null. */
export function sealJson<T>(
  context: WorkContext,
  purpose: string,
  recordId: string,
  value: T,
): Buffer | (unknown extends T ? null : T extends null | undefined ? null : never);
export function sealJson(context: WorkContext, purpose: string, recordId: string, value: unknown): Buffer | null {
  if (value === null || value === undefined) return null;
  const bytes = Buffer.from(JSON.stringify(value));
  return Buffer.from(context.keys.encryptFor(context.actor.organisationId, purpose, bytes, recordId));
}

/**
 * What `sealJson` sealed, here or in `organisationId`. The caller knows the shape, and the answer's schema checks it.
 * @throws SealBroken
 */
export function unsealJson(
  context: WorkContext,
  purpose: string,
  recordId: string,
  sealed: Uint8Array | null,
  organisationId = context.actor.organisationId,
): unknown {
  if (!sealed) return null;
  const bytes = context.keys.decryptFor(organisationId, purpose, sealed, recordId);
  return JSON.parse(Buffer.from(bytes).toString());
}
