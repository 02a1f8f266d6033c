import { uuidv7 } from "../../../platform/uuid.ts";
import type { ListAnswer } from "../codes.ts";
import {
  askedLists,
  type barrierCodes,
  type EntryKind,
  type institutionKinds,
  type lifeAreas,
  profileTexts,
  type Sensitivity,
  type supportEffects,
  type wishSpheres,
} from "./codes.ts";
import type { ProfileChanges, ProfileContent, ProfileEntry } from "./contract.ts";
import { codesOf, neededSensitivities } from "./rules.ts";

type Cause = Extract<ProfileEntry, { kind: "HOMELESSNESS" }>["causes"][number];

/** One entry of the form: every field of every kind, "" for what is not said. */
export type EntryRow = {
  id: string;
  kind: EntryKind;
  sensitivity: Sensitivity;
  from: string;
  to: string;
  area: (typeof lifeAreas)[number];
  place: string;
  causes: readonly Cause[];
  exitAttempt: string;
  institution: (typeof institutionKinds)[number];
  what: string;
  effect: (typeof supportEffects)[number];
  code: (typeof barrierCodes)[number];
  sphere: (typeof wishSpheres)[number];
  text: string;
};

export type ProfileValues = {
  texts: ProfileContent["texts"];
  answers: Record<(typeof askedLists)[number], "" | ListAnswer>;
  entries: EntryRow[];
  occasion: "" | "MORE_KNOWN" | "REVIEW" | "CORRECTION";
};

export function newRow(kind: EntryKind): EntryRow {
  return {
    id: uuidv7(),
    kind,
    sensitivity: "SOCIAL",
    from: "",
    to: "",
    area: "FAMILY",
    place: "",
    causes: [],
    exitAttempt: "",
    institution: "SHELTER",
    what: "",
    effect: "UNKNOWN",
    code: "NO_HOME",
    sphere: "HOUSING",
    text: "",
  };
}

function rowOf(entry: ProfileEntry): EntryRow {
  const row = { ...newRow(entry.kind), id: entry.id, sensitivity: entry.sensitivity };
  switch (entry.kind) {
    case "LIFE_EVENT":
      return { ...row, from: entry.on ?? "", area: entry.area, text: entry.text };
    case "HOMELESSNESS": {
      const { place, causes, exitAttempt } = entry;
      return { ...row, from: entry.from ?? "", to: entry.to ?? "", place, causes, exitAttempt };
    }
    case "INSTITUTION":
      return { ...row, from: entry.from ?? "", to: entry.to ?? "", institution: entry.institution, text: entry.text };
    case "SUPPORT": {
      const { what, effect, text } = entry;
      return { ...row, from: entry.from ?? "", to: entry.to ?? "", what, effect, text };
    }
    case "BARRIER":
      return { ...row, code: entry.code, text: entry.text };
    case "WISH":
      return { ...row, sphere: entry.sphere, text: entry.text };
  }
}

/** The entry that a row says. */
export function entryOf(row: EntryRow): ProfileEntry {
  const { id, sensitivity } = row;
  const frame = { id, sensitivity };
  const [from, to, text] = [row.from || null, row.to || null, row.text.trim()];
  switch (row.kind) {
    case "LIFE_EVENT":
      return { kind: row.kind, ...frame, on: from, area: row.area, text };
    case "HOMELESSNESS":
      return {
        kind: row.kind,
        ...frame,
        from,
        to,
        place: row.place.trim(),
        causes: [...row.causes],
        exitAttempt: row.exitAttempt.trim(),
      };
    case "INSTITUTION":
      return { kind: row.kind, ...frame, from, to, institution: row.institution, text };
    case "SUPPORT":
      return { kind: row.kind, ...frame, from, to, what: row.what.trim(), effect: row.effect, text };
    case "BARRIER":
      return { kind: row.kind, ...frame, code: row.code, text };
    case "WISH":
      return { kind: row.kind, ...frame, sphere: row.sphere, text };
  }
}

/** A row whose code asks for protection is protected at once; who wrote may still choose another that fits. */
export function protectedRow(row: EntryRow): EntryRow {
  const [first, ...others] = neededSensitivities(codesOf(entryOf(row)));
  return !first || [first, ...others].includes(row.sensitivity) ? row : { ...row, sensitivity: first };
}

export function valuesOf({ texts, answers, entries }: ProfileContent): ProfileValues {
  return {
    texts,
    answers: {
      HOMELESSNESS: answers.HOMELESSNESS ?? "",
      SUPPORT: answers.SUPPORT ?? "",
      BARRIER: answers.BARRIER ?? "",
    },
    entries: entries.map(rowOf),
    occasion: "",
  };
}

export function contentOfValues({ texts, answers, entries }: ProfileValues): ProfileContent {
  return {
    texts,
    answers: {
      HOMELESSNESS: answers.HOMELESSNESS || null,
      SUPPORT: answers.SUPPORT || null,
      BARRIER: answers.BARRIER || null,
    },
    entries: entries.map(entryOf),
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only what differs from what was read: the rest may be somebody else's by now. */
export function changesOf(read: ProfileValues, mine: ProfileValues): ProfileChanges {
  const before = new Map(read.entries.map((row) => [row.id, row]));
  const changes: ProfileChanges = { texts: {}, answers: {}, entries: [], removed: [] };
  for (const name of profileTexts)
    if (mine.texts[name] !== read.texts[name]) changes.texts[name] = mine.texts[name].trim();
  for (const list of askedLists)
    if (mine.answers[list] !== read.answers[list]) changes.answers[list] = mine.answers[list] || null;
  changes.entries = mine.entries.filter((row) => !same(row, before.get(row.id))).map(entryOf);
  changes.removed = read.entries.filter(({ id }) => !mine.entries.some((row) => row.id === id)).map(({ id }) => id);
  return changes;
}

/**
 * My form after the profile was read again. What only one side changed stands; where both changed a text, theirs and mine
 * stand one after the other; where both changed an entry, theirs stands and mine becomes one more. Nothing is lost; `both`
 * says that there is something to choose.
 */
export function rebased(
  read: ProfileValues,
  mine: ProfileValues,
  now: ProfileValues,
): { values: ProfileValues; both: boolean } {
  let both = false;
  const texts = { ...now.texts };
  for (const name of profileTexts) {
    if (mine.texts[name] === read.texts[name] || mine.texts[name] === now.texts[name]) continue;
    const theirsToo = now.texts[name] !== read.texts[name];
    both ||= theirsToo;
    texts[name] = theirsToo ? `${now.texts[name]}\n\n${mine.texts[name]}` : mine.texts[name];
  }
  const answers = { ...now.answers };
  for (const list of askedLists)
    if (mine.answers[list] !== read.answers[list] && now.answers[list] === read.answers[list])
      answers[list] = mine.answers[list];
  const was = new Map(read.entries.map((row) => [row.id, row]));
  const own = new Map(mine.entries.map((row) => [row.id, row]));
  const entries = now.entries.flatMap((row): EntryRow[] => {
    const before = was.get(row.id);
    const ours = own.get(row.id);
    const theirsToo = !same(row, before);
    if (!ours) return before && !theirsToo ? [] : [row]; // taken away here; theirs came in or was changed
    if (same(ours, before) || same(ours, row)) return [row];
    if (!theirsToo) return [ours];
    both = true;
    return [row, { ...ours, id: uuidv7() }];
  });
  const gone = mine.entries.filter(({ id }) => !now.entries.some((row) => row.id === id));
  for (const row of gone) {
    const before = was.get(row.id);
    if (before && same(before, row)) continue; // they took away what was not touched here
    both ||= before !== undefined;
    entries.push(before ? { ...row, id: uuidv7() } : row);
  }
  return { values: { ...mine, texts, answers, entries }, both };
}
