import type { PlainDate } from "../time/plainDate.ts";
import { checkIdCard, type IdCardReason } from "./idCard.ts";
import { checkNip, type NipReason } from "./nip.ts";
import { checkNrb, type NrbReason } from "./nrb.ts";
import { checkPesel, type PeselReason } from "./pesel.ts";
import { checkRegon, type RegonReason } from "./regon.ts";

export const IDENTIFIER_KINDS = ["pesel", "nip", "regon", "nrb", "id-card"] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
type IdentifierReason = PeselReason | NipReason | RegonReason | NrbReason | IdCardReason;

export interface LineCheck {
  /** The line as given, without the white space around it. */
  value: string;
  valid: boolean;
  /** Stable code, null when valid. */
  reason: IdentifierReason | null;
  /** PESEL only, when valid. */
  birthDate?: PlainDate;
  sex?: "F" | "M";
}

export function isIdentifierKind(text: string): text is IdentifierKind {
  return IDENTIFIER_KINDS.some((kind) => kind === text);
}

/** One answer for one line of `powrot check KIND`. Source: docs/domain/rules.md R-ID-01, R-ID-06. */
export function checkLine(kind: IdentifierKind, line: string, today: PlainDate): LineCheck {
  const value = line.trim();
  if (kind === "pesel") {
    const check = checkPesel(value, today);
    if (!check.valid) return { value, valid: false, reason: check.reason };
    return { value, valid: true, reason: null, birthDate: check.birthDate, sex: check.sex };
  }
  const check =
    kind === "nip"
      ? checkNip(value)
      : kind === "regon"
        ? checkRegon(value)
        : kind === "nrb"
          ? checkNrb(value)
          : checkIdCard(value);
  return { value, valid: check.valid, reason: check.valid ? null : check.reason };
}
