import type { PlainDate } from "../../../platform/time/plainDate.ts";
import {
  askedLists,
  type EntryKind,
  type ProfileText,
  profileTexts,
  type Sensitivity,
  sensitivities,
} from "./codes.ts";
import type { ProfileChanges, ProfileContent, ProfileDifference, ProfileEntry } from "./contract.ts";

export const emptyContent: ProfileContent = {
  texts: {
    socialExperience: "",
    workExperience: "",
    resources: "",
    interests: "",
    personView: "",
    summaryForPlans: "",
  },
  answers: { HOMELESSNESS: null, SUPPORT: null, BARRIER: null },
  entries: [],
};

export type ProfileRefusal =
  | "profile.ends_before_start"
  | "profile.in_future"
  | "profile.end_without_start"
  | "profile.entry_needs_protection"
  | "profile.nothing_changed"
  | "profile.acceptance_in_future"
  | "profile.acceptance_before_version"
  | "profile.file_without_paper"
  | "profile.case_ended";

/** What a code says by itself: an entry with such a code is no entry for everybody. Source: docs/domain/forms.md column P of F-00, F-23, F-24. */
const saidByCode: Readonly<Record<string, Sensitivity>> = {
  HEALTH: "HEALTH",
  DISABILITY: "HEALTH",
  HOSPITAL: "HEALTH",
  PSYCHIATRIC_HOSPITAL: "HEALTH",
  LEFT_HOSPITAL: "HEALTH",
  ADDICTION: "ADDICTION",
  ADDICTION_ALCOHOL: "ADDICTION",
  ADDICTION_OTHER: "ADDICTION",
  ADDICTION_WARD: "ADDICTION",
  ORIGIN_BELIEF: "ETHNICITY",
  LAW: "COURT",
  CUSTODY_OR_PRISON: "COURT",
  RELEASE_FROM_PRISON: "COURT",
  CRIMINAL_RECORD: "COURT",
};

/** Codes of an entry that may say something protected. */
export function codesOf(entry: ProfileEntry): readonly string[] {
  switch (entry.kind) {
    case "LIFE_EVENT":
      return [entry.area];
    case "HOMELESSNESS":
      return entry.causes;
    case "INSTITUTION":
      return [entry.institution];
    case "BARRIER":
      return [entry.code];
    case "WISH":
    case "SUPPORT":
      return [];
  }
}

/** Sensitivities that the codes of an entry ask for, in the order of the list; empty: any will do. */
export function neededSensitivities(codes: readonly string[]): readonly Sensitivity[] {
  const needed = new Set(codes.flatMap((code) => saidByCode[code] ?? []));
  return sensitivities.filter((one) => needed.has(one));
}

/** First and last month that a partly remembered day may mean, as `YYYY-MM`. */
function monthsOf(day: string): { first: string; last: string } {
  return day.length === 4
    ? { first: `${day}-01`, last: `${day}-12` }
    : { first: day.slice(0, 7), last: day.slice(0, 7) };
}

/** The earliest day that a partly remembered one may be, to compare and to draw. */
const earliest = (day: string): string => (day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day);
/** Later than any day that a partly remembered one may be. */
const latest = (day: string): string => (day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-31` : day);

/** Begin and end of an entry, as far as it has them. */
export function periodOf(entry: ProfileEntry): { from: string | null; to: string | null } {
  if (entry.kind === "LIFE_EVENT") return { from: entry.on, to: entry.on };
  if (entry.kind === "BARRIER" || entry.kind === "WISH") return { from: null, to: null };
  return { from: entry.from, to: entry.to };
}

/** Why an entry cannot stand as it is, or null. A day is refused only when no reading of it can be right. */
export function refuseEntry(entry: ProfileEntry, today: PlainDate): ProfileRefusal | null {
  const { from, to } = periodOf(entry);
  if ([from, to].some((day) => day !== null && earliest(day) > today)) return "profile.in_future";
  if (from === null && to !== null) return "profile.end_without_start";
  if (from !== null && to !== null && latest(to) < earliest(from)) return "profile.ends_before_start";
  const needed = neededSensitivities(codesOf(entry));
  return needed.length > 0 && !needed.includes(entry.sensitivity) ? "profile.entry_needs_protection" : null;
}

/**
 * Months without a home: calendar months that are begun, each once however many stays touch it, `today`'s included while a
 * stay goes on. Where only a year is remembered, `least` takes its shortest reading and `most` its longest.
 * Source: docs/domain/forms.md F-24 (how it is counted is a design)
 */
export function monthsHomeless(
  stays: readonly { from: string | null; to: string | null }[],
  today: PlainDate,
): { least: number; most: number } {
  const now = today.slice(0, 7);
  const least = new Set<number>();
  const most = new Set<number>();
  for (const { from, to } of stays) {
    if (from === null) continue;
    const begin = monthsOf(from);
    const end = to === null ? { first: now, last: now } : monthsOf(to);
    const soonest = (month: string): string => (month < now ? month : now);
    addRange(most, begin.first, soonest(end.last));
    // the shortest reading still has the month in which it began
    addRange(least, soonest(begin.last), end.first > begin.last ? soonest(end.first) : soonest(begin.last));
  }
  return { least: Math.min(least.size, most.size), most: most.size };
}

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

function addRange(months: Set<number>, from: string, to: string): void {
  for (let month = indexOf(from); month <= indexOf(to); month += 1) months.add(month);
}

/**
 * Codes of what the form asks for and nobody has written; it never blocks. Work that stands in the work history (`worked`) needs
 * no words here. Source: docs/domain/forms.md F-24
 */
export function missingParts(content: ProfileContent, accepted: boolean, worked = false): readonly string[] {
  const asked: readonly ProfileText[] = profileTexts.filter((name) => name !== "workExperience" || !worked);
  const missing: string[] = [];
  const has = (kind: EntryKind): boolean => content.entries.some((entry) => entry.kind === kind);
  for (const name of profileTexts) {
    if (name === "resources")
      for (const list of askedLists) if (!has(list) && content.answers[list] === null) missing.push(`missing.${list}`);
    if (asked.includes(name) && content.texts[name].trim() === "") missing.push(`missing.${name}`);
  }
  if (!accepted) missing.push("missing.acceptance");
  return missing;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The content after changes that were made against `base` while it may have become `current`. What only one side changed
 * stands; `conflicts` names texts, lists and entries that both changed, each in another way: then nothing may be saved.
 */
export function mergeChanges(
  base: ProfileContent,
  current: ProfileContent,
  changes: ProfileChanges,
): { content: ProfileContent; conflicts: readonly string[] } {
  const conflicts: string[] = [];
  const content: ProfileContent = { texts: { ...current.texts }, answers: { ...current.answers }, entries: [] };
  for (const name of profileTexts) {
    const mine = changes.texts[name];
    if (mine === undefined) continue;
    if (current.texts[name] !== base.texts[name] && current.texts[name] !== mine) conflicts.push(name);
    content.texts[name] = mine;
  }
  for (const list of askedLists) {
    const mine = changes.answers[list];
    if (mine === undefined) continue;
    if (current.answers[list] !== base.answers[list] && current.answers[list] !== mine) conflicts.push(list);
    content.answers[list] = mine;
  }
  const before = new Map(base.entries.map((entry) => [entry.id, entry]));
  const now = new Map(current.entries.map((entry) => [entry.id, entry]));
  for (const entry of changes.entries) {
    const theirs = now.get(entry.id);
    if (!same(theirs, before.get(entry.id)) && !same(theirs, entry)) conflicts.push(entry.id);
    now.set(entry.id, entry);
  }
  for (const id of changes.removed) {
    if (now.has(id) && !same(now.get(id), before.get(id))) conflicts.push(id);
    now.delete(id);
  }
  content.entries = [...now.values()];
  return { content, conflicts };
}

/** What differs between two versions: texts and lists in the order of the form, then entries as they stand, those gone last. */
export function differencesOf(before: ProfileContent, after: ProfileContent): ProfileDifference[] {
  const found: ProfileDifference[] = [];
  for (const text of profileTexts) {
    const [was, is] = [before.texts[text], after.texts[text]];
    if (was !== is)
      found.push({
        how: was === "" ? "ADDED" : is === "" ? "REMOVED" : "CHANGED",
        of: { text, before: was, after: is },
      });
  }
  for (const list of askedLists) {
    const [was, is] = [before.answers[list], after.answers[list]];
    if (was !== is)
      found.push({
        how: was === null ? "ADDED" : is === null ? "REMOVED" : "CHANGED",
        of: { list, before: was, after: is },
      });
  }
  const old = new Map(before.entries.map((entry) => [entry.id, entry]));
  for (const entry of after.entries) {
    const was = old.get(entry.id) ?? null;
    if (!same(was, entry)) found.push({ how: was ? "CHANGED" : "ADDED", of: { before: was, after: entry } });
    old.delete(entry.id);
  }
  for (const entry of old.values()) found.push({ how: "REMOVED", of: { before: entry, after: null } });
  return found;
}

/** Entries of one kind, oldest first; those without a day last, in the order in which they were written. */
export function entriesOf<K extends EntryKind>(
  content: Pick<ProfileContent, "entries">,
  kind: K,
): Extract<ProfileEntry, { kind: K }>[] {
  return content.entries
    .filter((entry): entry is Extract<ProfileEntry, { kind: K }> => entry.kind === kind)
    .toSorted((one, other) => compare(startOf(one), startOf(other)));
}

const startOf = (entry: ProfileEntry): string => {
  const { from } = periodOf(entry);
  return from === null ? "9999" : earliest(from);
};
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Why the person's answer cannot be recorded so, or null. `madeOn`: when the version was written. */
export function refuseAcceptance(
  answer: { givenOn: PlainDate; way: "SIGNED_PAPER" | "IN_PERSON"; fileId: string | null },
  madeOn: PlainDate,
  today: PlainDate,
): ProfileRefusal | null {
  if (answer.givenOn > today) return "profile.acceptance_in_future";
  if (answer.givenOn < madeOn) return "profile.acceptance_before_version";
  return answer.fileId !== null && answer.way !== "SIGNED_PAPER" ? "profile.file_without_paper" : null;
}
