import type { MarkLine, Register } from "./contract.ts";
import { type AttendanceStatus, wasThere } from "./rules.ts";

/** Marks that are chosen and not saved, by person. */
export type Changes = Readonly<Record<string, MarkLine>>;

type Person = Register["people"][number];

/** The mark to show: the unsaved one, else the one that counts; undefined while there is none. */
export function shownMark(person: Person, changes: Changes): MarkLine | undefined {
  const changed = changes[person.personId];
  if (changed) return changed;
  if (!person.status) return undefined;
  const { personId, status, minutesLate, minutesLeftEarly } = person;
  return { personId, status, minutesLate, minutesLeftEarly };
}

/** Adds one mark; a mark equal to the saved one is no change. Minutes stay only with the statuses that have them. */
export function putMark(person: Person, changes: Changes, mark: Omit<MarkLine, "personId">): Changes {
  const minutesLate = mark.status === "LATE" ? mark.minutesLate : 0;
  const minutesLeftEarly = mark.status === "LEFT_EARLY" ? mark.minutesLeftEarly : 0;
  const { [person.personId]: changed, ...others } = changes;
  const same =
    person.status === mark.status && person.minutesLate === minutesLate && person.minutesLeftEarly === minutesLeftEarly;
  if (same && !changed) return changes;
  return same
    ? others
    : {
        ...others,
        [person.personId]: { personId: person.personId, status: mark.status, minutesLate, minutesLeftEarly },
      };
}

/** Everybody without a mark is present, but for whom the register proposes something else. */
export function fillPresent(people: readonly Person[], changes: Changes): Changes {
  return people.reduce(
    (all, person) =>
      shownMark(person, all)
        ? all
        : putMark(person, all, { status: person.proposed ?? "PRESENT", minutesLate: 0, minutesLeftEarly: 0 }),
    changes,
  );
}

/** One tap: what is proposed, else present; the next ones change between there and away. Everything else has a button of its own. */
export function tappedMark(person: Person, changes: Changes): Omit<MarkLine, "personId"> {
  const shown = shownMark(person, changes)?.status;
  const first = shown === undefined ? (person.proposed ?? "PRESENT") : undefined;
  const status = first ?? (shown === "PRESENT" ? "ABSENT_UNEXCUSED" : "PRESENT");
  return { status, minutesLate: 0, minutesLeftEarly: 0 };
}

/** A second tap so soon is the same tap: thumbs and tired screens tap twice. In ms. */
const sameTapMs = 350;

/** What a tap left behind: on whom, at which moment of the page in ms, and the marks after it. */
export type Tap = { personId: string; at: number; left: Changes };

/**
 * Marks after a tap, and the tap that the next one is compared with. A second one soon after on the same person is no tap, unless
 * something else was done between them: what was taken back and is tapped anew counts. Taps that go on are counted from the first.
 */
export function tapOn(
  person: Person,
  changes: Changes,
  at: number,
  before: Tap | undefined,
): { changes: Changes; tap: Tap } {
  const again = before?.personId === person.personId && before.left === changes && at - before.at < sameTapMs;
  if (before && again) return { changes, tap: before };
  const left = putMark(person, changes, tappedMark(person, changes));
  return { changes: left, tap: { personId: person.personId, at, left } };
}

/** People in the order in which they stood, who came since behind them: nobody else comes under a finger that is on its way. */
export function inOrder<T extends { personId: string }>(stood: readonly string[], people: readonly T[]): readonly T[] {
  const place = new Map(stood.map((personId, at) => [personId, at]));
  return people.toSorted(
    (one, other) => (place.get(one.personId) ?? stood.length) - (place.get(other.personId) ?? stood.length),
  );
}

/** Who holds the card with this fingerprint; undefined for a card of nobody on the list. */
export function ofCard(people: readonly Person[], fingerprint: string): Person | undefined {
  return people.find(({ cards }) => cards.includes(fingerprint));
}

/** The register as it will read once the changes are saved. */
export function withChanges<T extends Register>(register: T, changes: Changes): T {
  return { ...register, people: register.people.map((person) => ({ ...person, ...shownMark(person, changes) })) };
}

/** How many have a mark, and how many of them were there. */
export function countMarks(people: readonly Person[], changes: Changes): { marked: number; present: number } {
  const marks = people.map((person) => shownMark(person, changes)).filter((mark) => mark !== undefined);
  return { marked: marks.length, present: marks.filter(({ status }) => wasThere(status)).length };
}

/** Letters of the register: what a key marks. */
export const MARK_KEYS: Readonly<Record<string, AttendanceStatus>> = {
  o: "PRESENT",
  n: "ABSENT_UNEXCUSED",
  u: "ABSENT_EXCUSED",
  s: "SICK",
  l: "LATE",
  w: "LEFT_EARLY",
  d: "DAY_OFF",
};
