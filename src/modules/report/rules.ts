import type { PlainDate } from "../../platform/time/plainDate.ts";
import {
  ageBandOn,
  type Evidence,
  type Judged,
  judgeParticipants,
  type Participant,
  tableOfJudged,
  windowOfDays,
} from "../outcome/rules.ts";
import type { Cell, CountedPerson, EffectivenessLine, EmployerWord, FrozenReport } from "./contract.ts";

export type ReportRefusal = "report.correction_reason_missing" | "report.changed";

const byName = new Intl.Collator("pl", { numeric: true });

/** Everything that the table is counted from. A person without a group has `groupId` "UNKNOWN". */
export interface Counted {
  project: FrozenReport["project"];
  asAt: PlainDate;
  socialPercent: number | null;
  employmentPercent: number | null;
  windowDays: number | null;
  participants: readonly (Participant & { personNo: number; accordingToPath: boolean | null })[];
  groupNames: ReadonlyMap<string, string>;
  evidence: readonly (Evidence & { outcomeType: string })[];
  employers: readonly EmployerWord[];
}

/**
 * The report on effectiveness, with its persons: N is everybody who started, unknowns are rows of their own, age is the age on
 * `asAt`. Source: docs/domain/rules.md R-OUTC-01 to R-OUTC-03; docs/domain/reporting.md §1, §4
 */
export function effectivenessReport(counted: Counted): FrozenReport {
  const { participants, evidence, asAt, windowDays, socialPercent, employmentPercent } = counted;
  const judged = judgeParticipants(participants, evidence, windowOfDays(windowDays));
  const persons: CountedPerson[] = [];
  let before: Judged<Participant> | undefined;
  for (const each of judged) {
    const { one, person } = each;
    // keys in order: what is frozen is written so
    if (each.person !== before?.person)
      persons.push({
        ageBand: ageBandOn(one.birthDate, asAt),
        employment: person.EMPLOYMENT,
        groups: [one.groupId],
        personId: one.personId,
        personNo: one.personNo,
        sex: one.sex,
        social: person.SOCIAL,
      });
    else {
      const groups = persons.at(-1)?.groups;
      if (groups && !groups.includes(one.groupId)) groups.push(one.groupId);
      groups?.sort();
    }
    before = each;
  }
  const nameOf = (key: string) => counted.groupNames.get(key) ?? "";
  const table = tableOfJudged(judged, { socialPercent, employmentPercent }, asAt);
  const inOrder = table.toSorted((a, b) =>
    a.by === "GROUP" && b.by === "GROUP" ? byName.compare(nameOf(a.key), nameOf(b.key)) : 0,
  );
  const rows = inOrder.map(({ by, key, personIds, social, employment }): EffectivenessLine => {
    const figures = ({ required, achieved, ratePercent, verdict, waiting }: typeof social) => ({
      required,
      achieved,
      ratePercent,
      verdict,
      waiting,
    });
    return {
      by,
      key,
      label: by === "GROUP" ? nameOf(key) || null : null,
      participants: personIds.length,
      social: figures(social),
      employment: figures(employment),
    };
  });
  return {
    project: counted.project,
    asAt,
    socialPercent,
    employmentPercent,
    windowDays,
    dropOuts: new Set(participants.filter((each) => each.accordingToPath === false).map(({ personId }) => personId))
      .size,
    rows,
    types: typesOf(persons, evidence),
    employers: [...counted.employers],
    gaps: gapsOf(persons),
    persons: persons.toSorted((a, b) => a.personNo - b.personNo),
  };
}

/** Persons per kind of outcome among those who count in its dimension. */
function typesOf(persons: readonly CountedPerson[], evidence: Counted["evidence"]): FrozenReport["types"] {
  const counts = new Map(persons.map((person) => [person.personId, person]));
  const verified = evidence.filter(({ personId, dimension, status }) => {
    const person = counts.get(personId);
    return status === "VERIFIED" && (dimension === "SOCIAL" ? person?.social : person?.employment) === "VERIFIED";
  });
  return [...Map.groupBy(verified, ({ dimension, outcomeType }) => `${dimension} ${outcomeType}`)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([, entries]) => {
      const [first] = entries;
      if (!first) return [];
      const { dimension, outcomeType } = first;
      return [{ dimension, outcomeType, persons: new Set(entries.map(({ personId }) => personId)).size }];
    });
}

/** What is asked for and not there. Source: docs/domain/reporting.md §1 (8) */
function gapsOf(persons: readonly CountedPerson[]): FrozenReport["gaps"] {
  const count = (test: (person: CountedPerson) => boolean) => persons.filter(test).length;
  const gaps: FrozenReport["gaps"] = [
    { code: "WAITING", count: count((it) => it.social === "WAITING" || it.employment === "WAITING") },
    { code: "SEX_UNKNOWN", count: count((it) => it.sex === "UNKNOWN") },
    { code: "AGE_UNKNOWN", count: count((it) => it.ageBand === "UNKNOWN") },
    { code: "GROUP_UNKNOWN", count: count((it) => it.groups.includes("UNKNOWN")) },
  ];
  return gaps.filter((gap) => gap.count > 0);
}

/** The people behind a number: as many as the number says. Source: docs/domain/reporting.md §1 (5) */
export function peopleOfCell(persons: readonly CountedPerson[], { by, key, dimension, state }: Cell): CountedPerson[] {
  return persons.filter((person) => {
    const inRow =
      by === "TOTAL" ||
      (by === "GROUP" && person.groups.includes(key)) ||
      (by === "SEX" && person.sex === key) ||
      (by === "AGE_BAND" && person.ageBand === key);
    return inRow && (state === "ALL" || (dimension === "SOCIAL" ? person.social : person.employment) === state);
  });
}

/**
 * Why a report cannot be sent: its numbers are no longer those that the sender saw, or it is a correction without a reason.
 * Source: docs/domain/reporting.md §1 (4)
 */
export function refuseSending(
  versionNo: number,
  correctionReason: string | null,
  hashes: { seen: string; now: string },
): ReportRefusal | null {
  if (hashes.seen !== hashes.now) return "report.changed";
  return versionNo > 1 && !correctionReason?.trim() ? "report.correction_reason_missing" : null;
}
