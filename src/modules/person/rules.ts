import { foldName } from "../../platform/foldName.ts";
import { ageOn, daysBetween, type PlainDate } from "../../platform/time/plainDate.ts";

export { factsOnDay } from "./factRules.ts";

export type PersonRefusal =
  | "person.pesel_invalid_for_export"
  | "person.pesel_needs_confirmation"
  | "person.identity_unchanged"
  | "person.alias_missing"
  | "person.name_missing"
  | "person.pesel_missing"
  | "person.step_back_without_reason"
  | "person.consent_missing";

export type DeclaredSex = "F" | "M" | "X" | "UNKNOWN";

/** A warning, never a block: registers err and legal sex changes. Source: docs/domain/rules.md R-ID-02. */
export function warnSexMismatch(declared: DeclaredSex, peselSex: "F" | "M"): "person.sex_differs_from_pesel" | null {
  return declared === "UNKNOWN" || declared === peselSex ? null : "person.sex_differs_from_pesel";
}

/**
 * A PESEL that fails its check is a hard stop for exports to funders and a soft one in casework: it may be kept "as on
 * document, needs checking". Source: docs/domain/rules.md R-ID-03.
 */
export function refusePesel(
  pesel: { valid: boolean; asOnDocument: boolean },
  purpose: "CASEWORK" | "FUNDER_EXPORT",
): PersonRefusal | null {
  if (pesel.valid) return null;
  if (purpose === "FUNDER_EXPORT") return "person.pesel_invalid_for_export";
  return pesel.asOnDocument ? null : "person.pesel_needs_confirmation";
}

/** Rungs of the identity ladder, from nobody knows to the national number. Source: docs/domain/rules.md R-ID-04. */
export const IDENTITY_STEPS = ["ANONYMOUS", "ALIAS", "NAMED", "PESEL"] as const;
export type IdentityStep = (typeof IDENTITY_STEPS)[number];

export interface IdentityFacts {
  alias: string | null;
  firstName: string | null;
  lastName: string | null;
  pesel: string | null;
}

/** The highest rung that the facts allow. */
export function identityStepOf(facts: IdentityFacts): IdentityStep {
  if (facts.pesel) return "PESEL";
  if (facts.firstName || facts.lastName) return "NAMED";
  return facts.alias ? "ALIAS" : "ANONYMOUS";
}

/**
 * Why the person cannot be put on rung `to`. Rungs may be skipped upwards; a step back needs a reason. `personNo` takes
 * no part in this: it never changes. Source: docs/domain/rules.md R-ID-04.
 */
export function refuseIdentityStep(
  from: IdentityStep,
  to: IdentityStep,
  facts: IdentityFacts,
  reason: string | null,
): PersonRefusal | null {
  if (from === to) return "person.identity_unchanged";
  if (to === "PESEL" && !facts.pesel) return "person.pesel_missing";
  if (to === "NAMED" && !facts.firstName && !facts.lastName) return "person.name_missing";
  if (to === "ALIAS" && !facts.alias) return "person.alias_missing";
  if (IDENTITY_STEPS.indexOf(to) < IDENTITY_STEPS.indexOf(from) && !reason?.trim())
    return "person.step_back_without_reason";
  return null;
}

/** An edit of the file gives an alias at most: a name and a number are joined with the person's knowledge, and taken back with a reason. */
export function refuseRungByEdit(
  from: IdentityStep,
  to: IdentityStep,
): "person.identify_first" | "person.step_back_first" | null {
  if (from === to || (from === "ANONYMOUS" && to === "ALIAS")) return null;
  return IDENTITY_STEPS.indexOf(to) > IDENTITY_STEPS.indexOf(from) ? "person.identify_first" : "person.step_back_first";
}

export interface DuplicateFacts {
  pesel: string | null;
  lastName: string | null;
  birthDate: PlainDate | null;
  alias: string | null;
  /** Where the person was met, in any order. */
  sightings: readonly { siteId: string; day: PlainDate }[];
}
export type DuplicateCertainty = "certain" | "probable" | "possible";

/**
 * How sure it is that two records of one organisation are one person; null = no sign of it. Names are folded here.
 * Source: docs/domain/rules.md R-ID-07.
 */
export function duplicateCertainty(a: DuplicateFacts, b: DuplicateFacts, withinDays = 90): DuplicateCertainty | null {
  const same = (x: string | null, y: string | null): boolean =>
    !!x && !!y && foldName(x) === foldName(y) && foldName(x) !== "";
  if (a.pesel && a.pesel === b.pesel) return "certain";
  if (same(a.lastName, b.lastName) && a.birthDate && a.birthDate === b.birthDate) return "probable";
  const metTogether = a.sightings.some((x) =>
    b.sightings.some((y) => x.siteId === y.siteId && Math.abs(daysBetween(x.day, y.day)) <= withinDays),
  );
  return same(a.alias, b.alias) && metTogether ? "possible" : null;
}

export const signatoryRoles = ["PERSON", "PARENT_OR_GUARDIAN", "GUARDIAN", "CURATOR", "TEMPORARY_ADVISER"] as const;
export type SignatoryRole = (typeof signatoryRoles)[number];
/** Kinds of representatives who give the signature of a role; none for the person's own. */
export function representedBy(who: string): readonly string[] {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    PARENT_OR_GUARDIAN: ["PARENT", "GUARDIAN"],
    GUARDIAN: ["GUARDIAN"],
    CURATOR: ["CURATOR"],
    TEMPORARY_ADVISER: ["TEMP_ADVISER"],
  };
  return kinds[who] ?? [];
}

export interface SignatureBlock {
  who: SignatoryRole;
  act: "SIGNS" | "CONSENTS";
}

/** The kinds of today's law; the list is open, other kinds bring their own blocks (R-CAP-04). */
type KnownCapacityKind =
  | "FULL_PRESUMED"
  | "FULL_CONFIRMED"
  | "PARTIALLY_INCAPACITATED"
  | "FULLY_INCAPACITATED"
  | "MINOR"
  | "TEMP_ADVISER";

export interface CapacityEntry {
  kind: KnownCapacityKind | (string & {});
  /** Inclusive days; null `to` = until further notice. */
  from: PlainDate;
  to: PlainDate | null;
  /** Only for kinds that are not known here. */
  blocks?: readonly SignatureBlock[];
}

const PERSON_SIGNS: SignatureBlock = { who: "PERSON", act: "SIGNS" };
const BLOCKS: Record<KnownCapacityKind, readonly SignatureBlock[]> = {
  FULL_PRESUMED: [PERSON_SIGNS],
  FULL_CONFIRMED: [PERSON_SIGNS],
  PARTIALLY_INCAPACITATED: [PERSON_SIGNS, { who: "CURATOR", act: "CONSENTS" }],
  FULLY_INCAPACITATED: [{ who: "GUARDIAN", act: "SIGNS" }],
  MINOR: [{ who: "PARENT_OR_GUARDIAN", act: "SIGNS" }],
  TEMP_ADVISER: [PERSON_SIGNS, { who: "TEMPORARY_ADVISER", act: "CONSENTS" }],
};

function isKnownKind(kind: string): kind is KnownCapacityKind {
  return Object.hasOwn(BLOCKS, kind);
}

/**
 * The capacity that holds on `day`: the entry that started last among those covering it, the first of `entries` where two began on one day; without one an adult has full
 * capacity and a person under 18 is a minor. Source: docs/domain/rules.md R-CAP-01, R-CAP-04.
 */
export function capacityOn(
  entries: readonly CapacityEntry[],
  birthDate: PlainDate | null,
  day: PlainDate,
): CapacityEntry {
  let found: CapacityEntry | undefined;
  for (const entry of entries) {
    const covers = entry.from <= day && (entry.to === null || entry.to >= day);
    if (covers && (!found || entry.from > found.from)) found = entry;
  }
  if (birthDate && ageOn(birthDate, day) < 18) return { kind: "MINOR", from: birthDate, to: null };
  // a minor's entry ends by itself on the 18th birthday
  if (found && !(found.kind === "MINOR" && birthDate)) return found;
  return { kind: "FULL_PRESUMED", from: day, to: null };
}

/**
 * The signature blocks that a document of the person needs on `day`, in their order on paper.
 * Source: docs/domain/rules.md R-CAP-02, R-CAP-05.
 */
export function signatureBlocks(
  entries: readonly CapacityEntry[],
  birthDate: PlainDate | null,
  day: PlainDate,
): readonly SignatureBlock[] {
  const { kind, blocks } = capacityOn(entries, birthDate, day);
  if (isKnownKind(kind)) return BLOCKS[kind];
  return blocks && blocks.length > 0 ? blocks : [PERSON_SIGNS];
}

export type SignatureRefusal = `person.signature_missing_${Lowercase<SignatoryRole>}`;
const MISSING: Record<SignatoryRole, SignatureRefusal> = {
  PERSON: "person.signature_missing_person",
  PARENT_OR_GUARDIAN: "person.signature_missing_parent_or_guardian",
  GUARDIAN: "person.signature_missing_guardian",
  CURATOR: "person.signature_missing_curator",
  TEMPORARY_ADVISER: "person.signature_missing_temporary_adviser",
};

/** Why a document cannot be completed: one code for each missing block, empty = complete. Source: docs/domain/rules.md R-CAP-05. */
export function refuseSignature(
  needed: readonly SignatureBlock[],
  given: readonly SignatoryRole[],
): readonly SignatureRefusal[] {
  return needed.filter(({ who }) => !given.includes(who)).map(({ who }) => MISSING[who]);
}

/** An application to a CIS by an institution needs the consent of the person or the representative. Source: docs/domain/rules.md R-CAP-03. */
export function refuseApplication(application: {
  applicantKind: "SELF" | "LEGAL_REP" | "ADDICTION_TREATMENT" | "PCPR" | "OPS_CUS" | "NGO" | "KIS";
  consentGiven: boolean;
}): PersonRefusal | null {
  const own = application.applicantKind === "SELF" || application.applicantKind === "LEGAL_REP";
  return own || application.consentGiven ? null : "person.consent_missing";
}

/** What a person's file says of today's capacity, from its dated facts. `detail.blocks` comes with kinds of a later law. */
export function capacityEntriesOf(
  facts: readonly { kind: string; value: string; validFrom: PlainDate; validUntil: PlainDate | null }[],
): CapacityEntry[] {
  return facts
    .filter((fact) => fact.kind === "CAPACITY")
    .map((fact) => ({ kind: fact.value, from: fact.validFrom, to: fact.validUntil }));
}

/** A number as it is called, without what makes it readable; nine digits are a Polish one. Source: docs/domain/forms.md F-00 */
export function toE164(typed: string): string {
  const digits = typed.replace(/\D/g, "");
  if (typed.trim().startsWith("+")) return `+${digits}`;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  return digits.length === 9 ? `+48${digits}` : digits;
}

/** Days that cannot be: somebody born or dead tomorrow. Answers the field's name and the code, empty = none. */
export function refuseDays(
  fields: { birthDate?: PlainDate | null | undefined; deathDate?: PlainDate | null | undefined },
  today: PlainDate,
): { field: "birthDate" | "deathDate"; code: "person.day_in_future" }[] {
  return (["birthDate", "deathDate"] as const)
    .filter((field) => (fields[field] ?? today) > today)
    .map((field) => ({ field, code: "person.day_in_future" }));
}

/** Why a consent or notice cannot be recorded so. Source: docs/domain/forms.md F-00a; rules.md R-GDPR-06 */
export function refuseConsent(consent: {
  kind: string;
  channel: string;
  recipients: readonly string[];
}): ("consent.oral_only_for_notice" | "consent.recipients_missing") | null {
  if (consent.channel === "ORAL_NOTED" && consent.kind !== "NOTICE_GIVEN") return "consent.oral_only_for_notice";
  if (consent.kind === "DATA_SHARING_WITH_PARTNER" && consent.recipients.length === 0)
    return "consent.recipients_missing";
  return null;
}

type Mergeable = { id: string; pesel: string | null; protectedWhereabouts: boolean };

/**
 * Why two records cannot become one. The kept one gives the fields that are shown, so number and protection must be on it.
 * Source: docs/domain/rules.md R-ID-07; security.md C7
 */
export function refuseMerge(
  kept: Mergeable,
  merged: Mergeable,
):
  | "person.merge_with_itself"
  | "person.merge_two_pesels"
  | "person.merge_keep_pesel"
  | "person.merge_keep_protected"
  | null {
  if (kept.id === merged.id) return "person.merge_with_itself";
  if (kept.pesel && merged.pesel && kept.pesel !== merged.pesel) return "person.merge_two_pesels";
  if (merged.pesel && !kept.pesel) return "person.merge_keep_pesel";
  return merged.protectedWhereabouts && !kept.protectedWhereabouts ? "person.merge_keep_protected" : null;
}
