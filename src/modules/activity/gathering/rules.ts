import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { GatheringKind, GatheringLead, GatheringState } from "./codes.ts";

export type GatheringRefusal =
  | "gathering.nobody_yet"
  | "gathering.nobody"
  | "gathering.names_not_agreed"
  | "gathering.helped_elsewhere"
  | "gathering.where_missing"
  | "gathering.volunteer_missing"
  | "gathering.same_twice"
  | "exchange.day_in_future"
  | "exchange.nobody"
  | "exchange.with_oneself";

export type GatheringWish = {
  kind: GatheringKind;
  day: PlainDate;
  lead: GatheringLead;
  volunteerId: string | null;
  place: string;
  partner: string;
  namesAgreed: boolean;
  counted: number;
  participants: readonly { personId: string; helpedMinutes: number | null }[];
};

/** A meeting is planned until its day, waits until somebody says who was there, and is held then. */
export function gatheringState({ day, people }: { day: PlainDate; people: number }, today: PlainDate): GatheringState {
  if (day > today) return "PLANNED";
  return people === 0 ? "WAITING" : "HELD";
}

/**
 * Why a meeting cannot be entered so; null when it can. One that is ahead is planned: nobody was there yet. A self-help group keeps names only where the group says so; volunteering is
 * counted in community activity; a study visit says where and to whom. `kept`: people on it whom the editor may not see. Source: docs/domain/forms.md F-3A
 */
export function refuseGathering(wish: GatheringWish, today: PlainDate, kept = 0): GatheringRefusal | null {
  const { kind, participants } = wish;
  const people = participants.length + wish.counted + kept;
  const state = gatheringState({ day: wish.day, people }, today);
  if (state === "PLANNED" && people > 0) return "gathering.nobody_yet";
  if (state === "WAITING") return "gathering.nobody";
  if (kind === "SELF_HELP" && participants.length > 0 && !wish.namesAgreed) return "gathering.names_not_agreed";
  if (kind !== "COMMUNITY" && participants.some(({ helpedMinutes }) => helpedMinutes !== null))
    return "gathering.helped_elsewhere";
  if (kind === "STUDY_VISIT" && (wish.place.trim() === "" || wish.partner.trim() === ""))
    return "gathering.where_missing";
  if ((wish.lead === "VOLUNTEER") !== (wish.volunteerId !== null)) return "gathering.volunteer_missing";
  const different = new Set(participants.map(({ personId }) => personId)).size;
  return different < participants.length ? "gathering.same_twice" : null;
}

/** Why an exchange cannot be entered so; null when it can. Source: docs/domain/forms.md F-3A */
export function refuseExchange(
  { day, giverId, receiverId }: { day: PlainDate; giverId: string | null; receiverId: string | null },
  today: PlainDate,
): GatheringRefusal | null {
  if (day > today) return "exchange.day_in_future";
  if (giverId === null && receiverId === null) return "exchange.nobody";
  return giverId === receiverId ? "exchange.with_oneself" : null;
}

/** Hours given and received by person, who gave most beyond what they received first; the neighbourhood is nobody. */
export function balancesOf(
  exchanges: readonly { giverId: string | null; receiverId: string | null; minutes: number }[],
): { personId: string; given: number; received: number }[] {
  const all = new Map<string, { given: number; received: number }>();
  const of = (personId: string) => {
    const found = all.get(personId) ?? { given: 0, received: 0 };
    all.set(personId, found);
    return found;
  };
  for (const { giverId, receiverId, minutes } of exchanges) {
    if (giverId) of(giverId).given += minutes;
    if (receiverId) of(receiverId).received += minutes;
  }
  return [...all]
    .map(([personId, balance]) => ({ personId, ...balance }))
    .toSorted((a, b) => b.given - b.received - (a.given - a.received) || (a.personId < b.personId ? -1 : 1));
}
