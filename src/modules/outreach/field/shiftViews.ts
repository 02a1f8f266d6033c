import type { Counts } from "../contract.ts";
import { workReport } from "../rules.ts";
import type { HeldShift, ShiftCard } from "./held.ts";
import type { MadeRecords } from "./made.ts";
import type { Street } from "./street.ts";
import { byText } from "./streetLists.ts";

export type ShiftHere = HeldShift & { unitId: string };

/** Shifts of the last days that `accountId` was in, the last begun first; those begun or ended here count. */
export function shiftsOf(street: Street, accountId: string): ShiftHere[] {
  const { starts, ends } = street.made.shifts;
  const held = street.units.flatMap((unit) => unit.shifts.map((shift) => ({ ...shift, unitId: unit.unitId })));
  const begun = starts
    .filter(({ shiftId }) => !held.some(({ id }) => id === shiftId))
    .map((start) => ({
      id: start.shiftId,
      unitId: start.unitId ?? street.units[0]?.unitId ?? "",
      startedAt: start.startedAt,
      plannedStart: start.plannedStart ?? null,
      plannedEnd: start.plannedEnd ?? null,
      endedAt: null,
      members: start.memberIds.map((id) => ({ id, name: street.colleagues.get(id) ?? "" })),
      lowestCelsius: start.lowestCelsius ?? null,
      routeId: start.routeId ?? null,
      cards: [],
      visits: [],
      assistance: [],
      interventionIds: [],
      incidentIds: [],
    }));
  return [...held, ...begun]
    .filter(({ members }) => members.some((member) => member.id === accountId))
    .map((shift) => withMade(street, shift, ends))
    .sort((one, other) => byText(other.startedAt, one.startedAt));
}

/** A shift with what was done in it here. */
function withMade(street: Street, shift: ShiftHere, ends: MadeRecords["shifts"]["ends"]): ShiftHere {
  const { visits, assistance, interventions, incidents } = street.made;
  const here = <T extends { id: string; shiftId: string | null }>(made: readonly T[], heldIds: readonly string[]) =>
    made.filter((each) => each.shiftId === shift.id && !heldIds.includes(each.id));
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  return {
    ...shift,
    endedAt: shift.endedAt ?? ends.find(({ shiftId }) => shiftId === shift.id)?.endedAt ?? null,
    cards: cardsOfShift(street, shift),
    visits: [...shift.visits, ...here(visits, ids(shift.visits))],
    assistance: [...shift.assistance, ...here(assistance, ids(shift.assistance))],
    interventionIds: [...shift.interventionIds, ...ids(here(interventions, shift.interventionIds))],
    incidentIds: [...shift.incidentIds, ...ids(here(incidents, shift.incidentIds))],
  };
}

/** The shift that goes on and that `accountId` is in, the last begun. */
export function openShiftOf(street: Street, accountId: string): ShiftHere | null {
  return shiftsOf(street, accountId).find(({ endedAt }) => endedAt === null) ?? null;
}

/** Cards of a shift: those of the server and those made here. */
function cardsOfShift(street: Street, shift: HeldShift): ShiftCard[] {
  const heldIds = new Set(shift.cards.map(({ id }) => id));
  const cards = shift.cards.map((card) => ({ ...card, personId: card.personId && street.rootOf(card.personId) }));
  for (const { id, personId, shiftId, corrects, card } of street.made.cards) {
    if (shiftId !== shift.id || heldIds.has(id) || corrects) continue;
    const root = personId && street.rootOf(personId);
    const entry = root ? street.people.get(root) : undefined;
    const madeOfThem = street.made.cards.filter((each) => each.personId && street.rootOf(each.personId) === root);
    const place = (each: { id: string; card: { contactAt: string | null } }) =>
      `${each.card.contactAt ?? ""} ${each.id}`; // as the server orders them
    const earlierHere = madeOfThem.filter((each) => place(each) < place({ id, card })).length;
    const heldBefore = (entry?.contacts ?? 0) - madeOfThem.filter((each) => !each.corrects).length;
    cards.push({
      id,
      personId: root ?? null,
      notSeenBefore: card.notSeenBefore,
      repeat: root !== null && heldBefore + earlierHere > 0,
      contactAt: card.contactAt ?? "",
      siteId: card.siteId,
      actions: card.actions,
      aid: card.aid,
      accompanimentHours: card.accompaniment?.hours ?? null,
    });
  }
  return cards;
}

/** R-OUT-03 and R-OUT-05 on the phone, by the server's own rule. */
export function countsOf(cards: readonly ShiftCard[]): Counts {
  return workReport(
    cards.map(({ personId, notSeenBefore, repeat }) => ({
      personNo: personId,
      notSeenBefore,
      kind: repeat ? ("REPEAT" as const) : ("FIRST" as const),
    })),
  );
}
