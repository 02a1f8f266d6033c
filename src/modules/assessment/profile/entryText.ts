import type { Messages, Translate } from "../../../platform/messages.ts";
import type { ProfileEntry } from "./contract.ts";
import type { profileMessages } from "./messages.ts";

/** A day as far as it is remembered: `2024`, `10.2024`, `5.10.2024`. */
export function partialText(day: string): string {
  const [year = "", month, date] = day.split("-");
  return [date && String(Number(date)), month, year].filter(Boolean).join(".");
}

/** From when to when, in words; "" when neither is known. */
export function periodText(from: string | null, to: string | null, stillGoesOn: string): string {
  if (from === null) return "";
  if (to === null) return `${partialText(from)} – ${stillGoesOn}`;
  return from === to ? partialText(from) : `${partialText(from)} – ${partialText(to)}`;
}

/** A sentence of parts, those that are empty left out. */
export const joined = (parts: readonly (string | null | undefined)[], by = ", "): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== "").join(by);

type Words = Pick<Translate<Messages>, "maybe"> & Translate<typeof profileMessages>;

/** One entry as one line, without its kind and its period. */
export function entryText(entry: ProfileEntry, t: Words): string {
  switch (entry.kind) {
    case "LIFE_EVENT":
      return entry.text;
    case "HOMELESSNESS":
      return joined(
        [
          entry.place,
          entry.causes.map((cause) => t(`cause.${cause}`)).join(", "),
          entry.exitAttempt && `${t("field.exitAttempt").toLowerCase()}: ${entry.exitAttempt}`,
        ],
        "; ",
      );
    case "INSTITUTION":
      return joined([t(`institution.${entry.institution}`), entry.text], " – ");
    case "SUPPORT":
      return joined([`${entry.what}: ${t(`effect.${entry.effect}`)}`, entry.text], " – ");
    case "BARRIER":
      return joined([t(`barrier.${entry.code}`), entry.text], " – ");
    case "WISH":
      return entry.text;
  }
}
