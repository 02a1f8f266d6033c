import type { PendingCommand } from "../../../../platform/device/contract.ts";
import type { OfferDay, OfferUnits, RecordVisits, WithdrawVisit } from "../contract.ts";
import { whoCame } from "../rules.ts";
import type { HeldClass, HeldGuest, HeldUnit } from "./held.ts";

/** `onDevice`: as the phone alone knows it, without what others entered; `waits`: entered here, and not known to be on the server. */
export type OfferDayHere = Omit<OfferDay, "visits"> & {
  onDevice?: true;
  visits: (OfferDay["visits"][number] & { waits?: true })[];
};

export type OfferHeld = {
  units: readonly HeldUnit[];
  classes: readonly HeldClass[];
  guests: readonly HeldGuest[];
  pending: readonly PendingCommand[];
};

type Wish = { unitId: string; day: string };

const stands = ({ state }: PendingCommand) => state !== "refused" && state !== "behind";

/** What was entered here for a day, in that order, and what of anything was taken back here. */
function madeHere(pending: readonly PendingCommand[], { unitId, day }: Wish) {
  const entered: RecordVisits["visits"] = [];
  const takenBack = new Set<string>();
  for (const { type, envelope } of pending.filter(stands)) {
    if (type === "offer-visit.withdraw") takenBack.add((envelope.payload as WithdrawVisit).visitId); // built by this room's own screen
    if (type !== "offer-visit.record") continue;
    const evening = envelope.payload as RecordVisits; // as above
    if (evening.unitId === unitId && evening.day === day) entered.push(...evening.visits);
  }
  return { entered, takenBack };
}

/** What the server answered of a day, with what was done here laid over it. */
export function dayLaidOver(answer: OfferDayHere, wish: Wish, held: OfferHeld): OfferDayHere {
  const { entered, takenBack } = madeHere(held.pending, wish);
  const there = new Set(answer.visits.map(({ id }) => id));
  const fresh = entered.filter(({ visitId }) => !there.has(visitId));
  const newcomers = fresh.flatMap(({ newcomer }) => newcomer ?? []);
  const names = new Map([
    ...held.guests.map(({ personId, name }) => [personId, name] as const),
    ...answer.lately.map(({ personId, name }) => [personId, name] as const),
    ...newcomers.map(({ personId, alias }) => [personId, alias] as const),
  ]);
  const visits = fresh.map((visit) => {
    const personId = whoCame(visit);
    return {
      id: visit.visitId,
      service: visit.service,
      personId,
      personName: personId && (names.get(personId) ?? ""),
      people: visit.people,
      minutes: visit.minutes,
      sessionName: answer.sessions.find(({ id }) => id === visit.sessionId)?.name ?? null,
      by: "",
      waits: true as const,
    };
  });
  const known = new Set(answer.lately.map(({ personId }) => personId));
  return {
    ...answer,
    visits: [...answer.visits, ...visits].filter(({ id }) => !takenBack.has(id)),
    lately: [
      ...answer.lately,
      ...newcomers
        .filter(({ personId }) => !known.has(personId))
        .map(({ personId, alias }) => ({ personId, name: alias, days: 1 })),
    ],
  };
}

/** A day as this phone alone knows it; null where it holds nothing of the unit. */
export function dayHere(held: OfferHeld, wish: Wish): OfferDayHere | null {
  if (!held.units.some(({ id }) => id === wish.unitId)) return null;
  const guests = held.guests.flatMap(({ personId, name, came }) =>
    came.filter(({ unitId }) => unitId === wish.unitId).map(({ days }) => ({ personId, name, days })),
  );
  const bare: OfferDayHere = {
    day: wish.day as OfferDay["day"], // of the day field, which the contract's day came from
    onDevice: true,
    mayWrite: true,
    visits: [],
    hidden: 0,
    sessions: held.classes
      .filter(({ unitId, day }) => unitId === wish.unitId && day === wish.day)
      .map(({ id, name, startsAt }) => ({ id, name, startsAt }))
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
    lately: guests.toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name, "pl")),
  };
  return dayLaidOver(bare, wish, held);
}

/** Units as this phone knows them; null where it holds none. */
export function unitsHere({ units }: OfferHeld): OfferUnits | null {
  if (units.length === 0) return null;
  return { units: units.toSorted((one, other) => one.name.localeCompare(other.name, "pl")) };
}
