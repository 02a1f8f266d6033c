import { addDays, endOfMonth, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";
import { countDistinctPersons } from "../outreach/rules.ts";
import type { ReportState } from "./codes.ts";
import type { Counted } from "./contract.ts";

export type StreetWorkRefusal =
  | "work_report.hours_missing"
  | "work_report.ends_before_start"
  | "work_report.not_open"
  | "work_report.not_submitted"
  | "work_report.own"
  | "street_month.correction_reason_missing"
  | "street_month.not_over"
  | "street_training.in_future"
  | "info_card.checked_in_future";

/** A card as far as counting needs it. `personId`: the record that stays where people were merged. */
export interface ReckonedCard {
  personId: string | null;
  notSeenBefore: boolean;
  repeat: boolean;
  contactAt: string;
  siteId: string | null;
  actions: readonly string[];
  aid: readonly { item: Counted["aid"][number]["item"]; quantity: number }[];
  accompanimentHours: number | null;
}

export interface ReckonedVisit {
  siteId: string;
  visitedAt: string;
  leftAt: string | null;
  people: number;
  men: number | null;
  women: number | null;
  children: number | null;
}

/**
 * The counters of a work report, from what was recorded in the shift: the same here and on a device without network.
 * Instants are ISO strings in UTC. Source: docs/domain/rules.md R-OUT-03, R-OUT-05; forms.md F-03
 */
export function reckonShift(of: {
  cards: readonly ReckonedCard[];
  visits: readonly ReckonedVisit[];
  /** Hours of each accompaniment that was recorded by itself. */
  assistanceHours: readonly number[];
  interventions: number;
  incidents: number;
}): Counted {
  const { cards, visits, assistanceHours } = of;
  const hoursOfCards = cards.flatMap((card) => (card.accompanimentHours ? [card.accompanimentHours] : []));
  const hours = [...hoursOfCards, ...assistanceHours];
  const repeats = cards.filter((card) => card.repeat).length;
  return {
    contactsFirst: cards.length - repeats,
    contactsRepeat: repeats,
    ...countDistinctPersons(cards.map(({ personId, notSeenBefore }) => ({ personNo: personId, notSeenBefore }))),
    sites: sitesOf(cards, visits),
    aid: aidOf(cards),
    referrals: cards.filter(({ actions }) => actions.includes("REFERRAL")).length,
    refusals: cards.filter(({ actions }) => actions.includes("CONTACT_REFUSED")).length,
    accompaniments: hours.length,
    accompanimentHours: hours.reduce((sum, each) => sum + each, 0),
    interventions: of.interventions,
    incidents: of.incidents,
  };
}

function sitesOf(cards: readonly ReckonedCard[], visits: readonly ReckonedVisit[]): Counted["sites"] {
  const stays = [
    ...cards.flatMap(({ siteId, contactAt }) =>
      siteId ? [{ siteId, from: contactAt, to: contactAt, people: 1, men: 0, women: 0, children: 0 }] : [],
    ),
    ...visits.map((visit) => ({
      siteId: visit.siteId,
      from: visit.visitedAt,
      to: visit.leftAt ?? visit.visitedAt,
      people: visit.people,
      men: visit.men ?? 0,
      women: visit.women ?? 0,
      children: visit.children ?? 0,
    })),
  ];
  return [...Map.groupBy(stays, ({ siteId }) => siteId)]
    .map(([siteId, all]) => {
      const sum = (part: "people" | "men" | "women" | "children") => all.reduce((total, each) => total + each[part], 0);
      const people = sum("people");
      return {
        siteId,
        arrivedAt: all.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
        leftAt: all.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
        people,
        men: sum("men"),
        women: sum("women"),
        children: sum("children"),
        empty: people === 0,
      };
    })
    .sort((one, other) => one.arrivedAt.localeCompare(other.arrivedAt) || one.siteId.localeCompare(other.siteId));
}

/** What was handed out, summed by item, items in order. */
export function aidOf(cards: readonly Pick<ReckonedCard, "aid">[]): Counted["aid"] {
  const given = cards.flatMap(({ aid }) => aid);
  return [...Map.groupBy(given, ({ item }) => item)]
    .map(([item, all]) => ({ item, quantity: all.reduce((sum, { quantity }) => sum + quantity, 0) }))
    .sort((one, other) => one.item.localeCompare(other.item));
}

/** The report as its last step left it; without one it is a draft. */
export function stateOf(steps: readonly { step: Exclude<ReportState, "DRAFT"> }[]): ReportState {
  return steps.at(-1)?.step ?? "DRAFT";
}

/** A report is written on while it is a draft or was returned. */
export function refuseSave(state: ReportState): StreetWorkRefusal | null {
  return state === "DRAFT" || state === "RETURNED" ? null : "work_report.not_open";
}

/** Why a report cannot be handed in. Hours are the only thing asked for. Source: docs/domain/forms.md F-03 */
export function refuseSubmit(
  state: ReportState,
  { actualStart, actualEnd }: { actualStart: string | null; actualEnd: string | null },
): StreetWorkRefusal | null {
  if (refuseSave(state)) return "work_report.not_open";
  if (!actualStart || !actualEnd) return "work_report.hours_missing";
  return actualEnd > actualStart ? null : "work_report.ends_before_start";
}

/** Why somebody cannot return or accept a report: it waits for nobody, or it is their own. */
export function refuseJudging(state: ReportState, authorId: string, judgeId: string): StreetWorkRefusal | null {
  if (state !== "SUBMITTED") return "work_report.not_submitted";
  return authorId === judgeId ? "work_report.own" : null;
}

/** Some of the time lies between 22 and 6. Hours are local, 0 to 24. Source: docs/domain/forms.md F-03 (night flag) */
export function isNight(
  localStart: { day: PlainDate; hour: number },
  localEnd: { day: PlainDate; hour: number },
): boolean {
  return localStart.day !== localEnd.day || localStart.hour < 6 || localEnd.hour >= 22;
}

/**
 * People whose first card of all lies in the period and who had a first service within `withinDays` of it (inclusive).
 * `openUntil`: the last day on which the number may still grow. Source: docs/domain/reporting.md RP-13
 */
export function countBroughtIn(
  firstCards: readonly { personId: string; on: PlainDate }[],
  services: readonly { personId: string; on: PlainDate }[],
  withinDays: number,
  today: PlainDate,
): { firstMet: number; broughtIn: number; openUntil: PlainDate | null } {
  const served = Map.groupBy(services, ({ personId }) => personId);
  const within = (from: PlainDate, on: PlainDate) => on >= from && on <= addDays(from, withinDays);
  const broughtIn = firstCards.filter(({ personId, on: from }) =>
    (served.get(personId) ?? []).some(({ on }) => within(from, on)),
  ).length;
  const ends = firstCards.map(({ on }) => addDays(on, withinDays)).filter((end) => end >= today);
  const openUntil = ends.reduce<PlainDate | null>((latest, end) => (latest && latest > end ? latest : end), null);
  return { firstMet: firstCards.length, broughtIn, openUntil };
}

/** A month that was given out once is corrected with a reason. Source: docs/domain/reporting.md §1 (4) */
export function refuseFreeze(versionNo: number, reason: string | null): StreetWorkRefusal | null {
  return versionNo > 1 && !reason ? "street_month.correction_reason_missing" : null;
}

/** First and last day of a month given as `YYYY-MM`. */
export function daysOfMonth(month: string): { from: PlainDate; to: PlainDate } {
  const from = plainDate(`${month}-01`);
  return { from, to: endOfMonth(from) };
}

/** A month is drawn from and given out once its last day has passed. */
export function refuseOpenMonth(month: string, today: PlainDate): StreetWorkRefusal | null {
  return daysOfMonth(month).to < today ? null : "street_month.not_over";
}

const identity = { valid: "ID_VALID", missing: ["ID_MISSING", "ID_EXPIRED"] } as const;
const residence = { valid: "RESIDENCE_CARD_VALID", missing: ["RESIDENCE_CARD_EXPIRED"] } as const;

/**
 * Identity documents and residence cards obtained: valid on a card where the person's card before said missing or expired. Each person
 * and document once. Source: docs/domain/reporting.md RP-13
 */
export function countDocuments(
  cards: readonly { personId: string | null; documents: readonly string[]; documentsBefore: readonly string[] }[],
): number {
  const obtained = cards.flatMap(({ personId, documents, documentsBefore }) =>
    [identity, residence].flatMap(({ valid, missing }) =>
      personId && documents.includes(valid) && missing.some((code) => documentsBefore.includes(code))
        ? [`${personId} ${valid}`]
        : [],
    ),
  );
  return new Set(obtained).size;
}

/** `part` of `whole` in percent with one decimal, halves up; null when there is nothing to take a part of. */
export function rateOf(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : Math.round((part * 1000) / whole) / 10;
}

/** How many people each code stands for: known ones by their newest card, unknown ones not seen before. Source: docs/domain/rules.md R-OUT-05 */
export function personsBy<C extends string>(
  cards: readonly { personId: string | null; notSeenBefore: boolean; contactAt: string; code: C }[],
): ReadonlyMap<C, number> {
  const inOrder = cards.toSorted((one, other) => (one.contactAt < other.contactAt ? -1 : 1));
  const known = new Map(inOrder.flatMap(({ personId, code }) => (personId ? [[personId, code] as const] : [])));
  const unknown = cards.flatMap(({ personId, notSeenBefore, code }) => (!personId && notSeenBefore ? [code] : []));
  const groups = Map.groupBy([...known.values(), ...unknown], (code) => code);
  return new Map([...groups].map(([code, all]) => [code, all.length]));
}

/** Training and supervision are written down once they have been held. */
export function refuseTraining(heldOn: PlainDate, today: PlainDate): StreetWorkRefusal | null {
  return heldOn > today ? "street_training.in_future" : null;
}

/** How often each code stands on the cards, most first. */
export function sharesOf<C extends string>(codes: readonly C[]): { code: C; cards: number }[] {
  return [...Map.groupBy(codes, (code) => code)]
    .map(([code, all]) => ({ code, cards: all.length }))
    .sort((one, other) => other.cards - one.cards || one.code.localeCompare(other.code));
}

/** Full hours between two ISO instants, with two decimals. */
export function hoursBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 36_000) / 100;
}
