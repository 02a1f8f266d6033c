import type { WorkContext } from "../../platform/command.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";

/** Purpose of the key of every text of a contract. */
export const textPurpose = "social-contract.text";

/** Seals a text of the contract; `place` names record and field, so that a text opens nowhere else. Empty text is null. */
export function seal(context: WorkContext, place: string, text: string | null): Buffer | null {
  if (text === null || text.trim() === "") return null;
  return sealAlways(context, place, text);
}

export function sealAlways(context: WorkContext, place: string, text: string): Buffer {
  return sealText(context, textPurpose, place, text);
}

/** Opens what `seal` made; `sealed` in base64, as SQL gives it inside JSON. */
export function unseal(context: WorkContext, place: string, sealed: string | null): string | null {
  return sealed === null ? null : unsealText(context, textPurpose, place, Buffer.from(sealed, "base64"));
}
