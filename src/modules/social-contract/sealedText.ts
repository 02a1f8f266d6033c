import type { WorkContext } from "../../platform/command.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";

const purpose = "social-contract.text";

/** Seals a text of the contract; `place` names record and field, so that a text opens nowhere else. Empty text is null. */
export function seal(context: WorkContext, place: string, text: string | null): Buffer | null {
  if (text === null || text.trim() === "") return null;
  return sealAlways(context, place, text);
}

export function sealAlways(context: WorkContext, place: string, text: string): Buffer {
  return sealText(context, purpose, place, text);
}

/** Opens what `seal` made; `sealed` in base64, as SQL gives it inside JSON. */
export function unseal(context: WorkContext, place: string, sealed: string | null): string | null {
  return sealed === null ? null : unsealText(context, purpose, place, Buffer.from(sealed, "base64"));
}
