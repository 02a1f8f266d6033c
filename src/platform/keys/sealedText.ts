import type { WorkContext } from "../command.ts";

/** A text sealed for one record of the actor's organisation under a purpose's own key; it opens for no other record. */
export function sealText(context: WorkContext, purpose: string, recordId: string, text: string): Buffer {
  const { keys, actor } = context;
  return Buffer.from(keys.encryptFor(actor.organisationId, purpose, Buffer.from(text), recordId));
}

/**
 * What `sealText` sealed, here or in `organisationId`.
 * @throws SealBroken when it was altered or belongs to another record or purpose
 */
export function unsealText(
  context: WorkContext,
  purpose: string,
  recordId: string,
  sealed: Uint8Array,
  organisationId = context.actor.organisationId,
): string {
  return Buffer.from(context.keys.decryptFor(organisationId, purpose, sealed, recordId)).toString();
}
