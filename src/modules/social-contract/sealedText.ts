import type { WorkContext } from "../../platform/command.ts";

const purpose = "social-contract.text";

/** Seals a text of the contract; `place` names record and field, so that a text opens nowhere else. Empty text is null. */
export function seal(context: WorkContext, place: string, text: string | null): Buffer | null {
  if (text === null || text.trim() === "") return null;
  return sealAlways(context, place, text);
}

export function sealAlways(context: WorkContext, place: string, text: string): Buffer {
  return Buffer.from(context.keys.encryptFor(context.actor.organisationId, purpose, Buffer.from(text), place));
}

/** Opens what `seal` made; `sealed` in base64, as SQL gives it inside JSON. */
export function unseal(context: WorkContext, place: string, sealed: string | null): string | null {
  if (sealed === null) return null;
  const bytes = context.keys.decryptFor(context.actor.organisationId, purpose, Buffer.from(sealed, "base64"), place);
  return Buffer.from(bytes).toString("utf8");
}
