import type { WorkContext } from "../command.ts";
import { sealText, unsealText } from "./sealedText.ts";

/** Any value as JSON, sealed for one record under a purpose's own key; null stays null. */
export function sealJson<T>(
  context: WorkContext,
  purpose: string,
  recordId: string,
  value: T,
): Buffer | (unknown extends T ? null : T extends null | undefined ? null : never);
export function sealJson(context: WorkContext, purpose: string, recordId: string, value: unknown): Buffer | null {
  if (value === null || value === undefined) return null;
  return sealText(context, purpose, recordId, JSON.stringify(value));
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
  return sealed && JSON.parse(unsealText(context, purpose, recordId, sealed, organisationId));
}
