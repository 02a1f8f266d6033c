import { checkIdCard } from "../../platform/identifiers/idCard.ts";
import { checkPesel } from "../../platform/identifiers/pesel.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
import type { PersonFields } from "./contract.ts";
import { warnSexMismatch } from "./rules.ts";

/** States of the European Union and EFTA: no residence title is asked for. */
const freeMovement = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH".split(" "),
);
/** Titles that are given for a time. */
const timed: ReadonlySet<string> = new Set([
  "TEMPORARY",
  "TEMPORARY_PROTECTION",
  "CERTIFICATE_ART_170",
  "PERMIT_ART_176",
] satisfies PersonFields["residenceTitle"][]);

export type KnownFields = Pick<
  PersonFields,
  | "alias"
  | "firstName"
  | "lastName"
  | "sex"
  | "birthDate"
  | "ageEstimate"
  | "noPeselReason"
  | "citizenship"
  | "residenceTitle"
  | "residenceTitleUntil"
  | "otherIdNumber"
  | "otherIdCountry"
  | "identifierKind"
  | "emergencyContact"
  | "emergencyTold"
>;

/** What stands beside the fields. `represented`: somebody acts for the person today; `informed`: the notice was given (R-GDPR-06). */
export type Beside = { hasPesel: boolean; needsRepresentative: boolean; represented: boolean; informed: boolean };

/**
 * What forms.md asks for and is not known yet, for the list of what is missing; nothing is blocked by it.
 * Source: docs/domain/forms.md F-00, F-00a; rules.md R-CAP-02, R-GDPR-06
 */
export function missingOf(fields: KnownFields, beside: Beside): string[] {
  const foreign = fields.citizenship !== null && !freeMovement.has(fields.citizenship);
  const wanted: [string, boolean][] = [
    ["alias", !fields.alias && !fields.firstName && !fields.lastName],
    ["birthDate", !fields.birthDate && fields.ageEstimate === null],
    ["pesel", !beside.hasPesel && fields.identifierKind === "PESEL"],
    ["noPeselReason", !beside.hasPesel && fields.identifierKind !== "PESEL" && !fields.noPeselReason],
    ["otherIdNumber", fields.identifierKind === "FOREIGN_DOCUMENT" && !fields.otherIdNumber],
    ["residenceTitle", foreign && !fields.residenceTitle],
    ["residenceTitleUntil", foreign && timed.has(fields.residenceTitle ?? "") && !fields.residenceTitleUntil],
    ["emergencyTold", fields.emergencyContact !== null && !fields.emergencyTold],
    ["representative", beside.needsRepresentative && !beside.represented],
    ["notice", !beside.informed],
  ];
  return wanted.filter(([, missing]) => missing).map(([name]) => name);
}

/** Days before its end from which an insurance is said to run out. */
const soonDays = 30;

/**
 * What does not fit together in a file, or runs out; shown, never blocking. Source: docs/domain/rules.md R-ID-02, R-ID-03, R-ID-06
 * @param pesel the whole number, or null
 * @param insuredUntil inclusive; null = unknown, or not the reader's to know
 */
export function warningsOf(
  fields: KnownFields,
  pesel: string | null,
  insuredUntil: PlainDate | null,
  today: PlainDate,
): string[] {
  const check = pesel ? checkPesel(pesel, today) : null;
  const number = check?.valid ? check : null;
  const ends = fields.residenceTitleUntil;
  const polishCard = fields.otherIdNumber !== null && fields.otherIdCountry === "PL";
  const wanted: [string | null, boolean][] = [
    ["person.pesel_needs_checking", check?.valid === false],
    [number && warnSexMismatch(fields.sex, number.sex), true],
    [
      "person.birth_date_differs_from_pesel",
      number !== null && fields.birthDate !== null && fields.birthDate !== number.birthDate,
    ],
    ["person.id_card_needs_checking", polishCard && !checkIdCard(fields.otherIdNumber ?? "").valid],
    ["person.residence_title_ended", ends !== null && ends < today],
    ["person.insurance_ended", insuredUntil !== null && insuredUntil < today],
    [
      "person.insurance_ends_soon",
      insuredUntil !== null && insuredUntil >= today && insuredUntil <= addDays(today, soonDays),
    ],
  ];
  return wanted.flatMap(([code, holds]) => (holds && code ? [code] : []));
}
