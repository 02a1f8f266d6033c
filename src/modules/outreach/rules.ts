import { addDays, deadlineAfterMonths, type PlainDate } from "../../platform/time/plainDate.ts";

export type OutreachRefusal =
  | "contact.in_future"
  | "shift.ends_before_start"
  | "outreach.time_missing"
  | "outreach.place_missing"
  | "outreach.worker_missing"
  | "outreach.sex_missing"
  | "outreach.age_band_missing"
  | "outreach.actions_missing"
  | "outreach.minor_without_guardian"
  | "outreach.worker_not_selected"
  | "outreach.training_incomplete"
  | "outreach.worker_not_authorised"
  | "outreach.flag_renewal_without_reason"
  | "stock.reason_missing"
  | "route.site_twice"
  | "assistance.before_today"
  | "assistance.already_recorded"
  | "assistance.called_off"
  | "relation.ended_in_future"
  | "contact.not_own"
  | "site-photo.no_picture"
  | "site-photo.enough";

export type OutreachWarning = "outreach.single_worker";

/** Estimated by eye; UNKNOWN is an answer. */
export const AGE_BANDS = ["UNDER_18", "18_29", "30_39", "40_49", "50_59", "60_PLUS", "UNKNOWN"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export interface ContactCardMinimum {
  /** ISO instant. */
  contactAt: string | null;
  siteId: string | null;
  /** Where it was in own words, when there is no site for it. */
  placeText?: string | null;
  workerIds: readonly string[];
  sex: string | null;
  ageBand: AgeBand | null;
  actions: readonly string[];
}

/**
 * What blocks saving a card, in the order of the form; empty = it can be saved. Nothing else about the person may block.
 * Source: docs/domain/rules.md R-OUT-01.
 */
export function refuseCard(card: ContactCardMinimum): readonly OutreachRefusal[] {
  const refusals: OutreachRefusal[] = [];
  if (!card.contactAt) refusals.push("outreach.time_missing");
  if (!card.siteId && !card.placeText?.trim()) refusals.push("outreach.place_missing");
  if (card.workerIds.length === 0) refusals.push("outreach.worker_missing");
  if (!card.sex) refusals.push("outreach.sex_missing");
  if (!card.ageBand) refusals.push("outreach.age_band_missing");
  if (card.actions.length === 0) refusals.push("outreach.actions_missing");
  return refusals;
}

/** Patrols go in pairs: a single worker is a warning and a notice to the coordinator. Source: docs/domain/rules.md R-OUT-02. */
export function warnPatrol(workerIds: readonly string[]): OutreachWarning | null {
  return new Set(workerIds).size === 1 ? "outreach.single_worker" : null;
}

/**
 * A card may come late, never from the future: a device's clock may be wrong by some hours, not by days.
 * Instants are ISO strings. Source: design.
 */
export function refuseContactTime(contactAt: string, now: string): OutreachRefusal | null {
  return Date.parse(contactAt) > Date.parse(now) + 12 * 3_600_000 ? "contact.in_future" : null;
}

/** Source: docs/domain/forms.md F-03. */
export function refuseShiftEnd(startedAt: string, endedAt: string): OutreachRefusal | null {
  return Date.parse(endedAt) < Date.parse(startedAt) ? "shift.ends_before_start" : null;
}

export interface CountedCard {
  /** Every person with an alias or a name has one; null on an anonymous card. */
  personNo: string | null;
  /** Only read on anonymous cards. */
  notSeenBefore: boolean;
}

/**
 * First contact or re-contact: known by at least one earlier card of the same organisation. An anonymous card is always
 * first. Source: docs/domain/rules.md R-OUT-04.
 * @param earlierCards cards of the same organisation made before this one
 */
export function contactKind(
  personNo: string | null,
  earlierCards: readonly { personNo: string | null }[],
): "FIRST" | "REPEAT" {
  return personNo !== null && earlierCards.some((card) => card.personNo === personNo) ? "REPEAT" : "FIRST";
}

/**
 * Distinct persons of a period, its two parts never added up. `mergedInto` leads from a merged `personNo` to the one
 * that stays. Source: docs/domain/rules.md R-OUT-05.
 */
export function countDistinctPersons(
  cards: readonly CountedCard[],
  mergedInto: ReadonlyMap<string, string> = new Map(),
): { known: number; unknown: number } {
  const known = new Set<string>();
  let unknown = 0;
  for (const { personNo, notSeenBefore } of cards) {
    if (personNo === null) {
      if (notSeenBefore) unknown += 1;
      continue;
    }
    let stays = personNo;
    for (let steps = mergedInto.size; steps > 0; steps -= 1) stays = mergedInto.get(stays) ?? stays;
    known.add(stays);
  }
  return { known: known.size, unknown };
}

/** Counters of a work report, computed from its cards and never typed. Source: docs/domain/rules.md R-OUT-03. */
export function workReport(
  cards: readonly (CountedCard & { kind: "FIRST" | "REPEAT" })[],
  mergedInto?: ReadonlyMap<string, string>,
): { contactsFirst: number; contactsRepeat: number; known: number; unknown: number } {
  const contactsFirst = cards.filter((card) => card.kind === "FIRST").length;
  return { contactsFirst, contactsRepeat: cards.length - contactsFirst, ...countDistinctPersons(cards, mergedInto) };
}

export const EMERGENCY_SIGNS = ["UNCONSCIOUS", "HYPOTHERMIA", "HEAVY_BLEEDING", "SUICIDE_THREAT"] as const;

/** True when the screen shows 112 first and the recording comes later. Source: docs/domain/rules.md R-OUT-06. */
export function callsForAmbulance(signs: readonly string[]): boolean {
  return EMERGENCY_SIGNS.some((sign) => signs.includes(sign));
}

export type FrostEffect =
  | "EXTRA_SITES_DAILY"
  | "EMERGENCY_PLACES_VISIBLE"
  | "LONGER_HOURS"
  | "SOBRIETY_EXCEPTION_PER_STAY";

/**
 * What a frost alert switches on, empty without an alert. `lowestCelsius` is the lowest temperature measured between 8
 * and 19; the alert starts *below* the threshold, which is a dated parameter. Source: docs/domain/rules.md R-OUT-07.
 */
export function frostEffects(lowestCelsius: number, thresholdCelsius = 0): readonly FrostEffect[] {
  if (lowestCelsius >= thresholdCelsius) return [];
  return ["EXTRA_SITES_DAILY", "EMERGENCY_PLACES_VISIBLE", "LONGER_HOURS", "SOBRIETY_EXCEPTION_PER_STAY"];
}

export interface MinorEvent {
  refusal: "outreach.minor_without_guardian";
  record: "EVENT_ONLY";
  alert: readonly ("COORDINATOR" | "POLICE_112" | "OPS")[];
}

/** A minor without a guardian gets no client card but an event and alerts; null otherwise. Source: docs/domain/rules.md R-OUT-08. */
export function minorEvent(ageBand: AgeBand, guardianPresent: boolean): MinorEvent | null {
  if (ageBand !== "UNDER_18" || guardianPresent) return null;
  return {
    refusal: "outreach.minor_without_guardian",
    record: "EVENT_ONLY",
    alert: ["COORDINATOR", "POLICE_112", "OPS"],
  };
}

/** How exactly a sleeping place is shown. Source: docs/domain/rules.md R-OUT-09. */
export function placePrecision(reader: {
  ofOutreachTeam: boolean;
  personAgreed: boolean;
  lifeAtRisk: boolean;
}): "EXACT" | "AREA" {
  return reader.ofOutreachTeam || reader.personAgreed || reader.lifeAtRisk ? "EXACT" : "AREA";
}

const REQUIRED_TRAINING = ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"] as const;

/** Why the worker may not record contacts alone on `today`; empty = may. Source: docs/domain/rules.md R-OUT-10. */
export function refuseRecordingAlone(
  worker: {
    selected: boolean;
    passedTraining: readonly string[];
    /** Inclusive; null = none. */
    authorisedFrom: PlainDate | null;
    authorisedTo: PlainDate | null;
  },
  today: PlainDate,
): readonly OutreachRefusal[] {
  const refusals: OutreachRefusal[] = [];
  if (!worker.selected) refusals.push("outreach.worker_not_selected");
  if (REQUIRED_TRAINING.some((part) => !worker.passedTraining.includes(part)))
    refusals.push("outreach.training_incomplete");
  const { authorisedFrom: from, authorisedTo: to } = worker;
  if (from === null || from > today || (to !== null && to < today)) refusals.push("outreach.worker_not_authorised");
  return refusals;
}

/** The day on which a safety flag is no longer shown. Source: docs/domain/rules.md R-OUT-11. */
export function flagExpiresOn(setOn: PlainDate, months = 6): PlainDate {
  return deadlineAfterMonths(setOn, months);
}

export function isFlagShown(flag: { setOn: PlainDate; months?: number }, today: PlainDate): boolean {
  return today < flagExpiresOn(flag.setOn, flag.months);
}

/** A flag is renewed only with a reason. Source: docs/domain/rules.md R-OUT-11. */
export function refuseFlagRenewal(reason: string): OutreachRefusal | null {
  return reason.trim() ? null : "outreach.flag_renewal_without_reason";
}

/** What leaves the shelf without a card leaves it with a reason. Source: docs/domain/forms.md F-03, design */
export function refuseStockChange(change: number, reason: string | null): OutreachRefusal | null {
  return change < 0 && !reason ? "stock.reason_missing" : null;
}

/** Below the number that the team set. `null`: nobody set one. */
export function isStockLow(left: number, warnBelow: number | null): boolean {
  return warnBelow !== null && left < warnBelow;
}

/** A route passes each site once. */
export function refuseRoute(siteIds: readonly string[]): OutreachRefusal | null {
  return new Set(siteIds).size === siteIds.length ? null : "route.site_twice";
}

/** True when contact may be lost: nobody of the team has met the person for longer than `afterDays`. Source: docs/domain/forms.md F-02 */
export function mayBeLost(lastContactOn: PlainDate, today: PlainDate, afterDays: number): boolean {
  return addDays(lastContactOn, afterDays) < today;
}

/** Pictures that a place may have at a time. */
export const photosOfSiteMost = 12;

/** Why a picture cannot be put on the card of a place that has `count` of them. Source: docs/domain/forms.md F-04, design */
export function refusePhoto({ isPicture, count }: { isPicture: boolean; count: number }): OutreachRefusal | null {
  if (!isPicture) return "site-photo.no_picture";
  return count >= photosOfSiteMost ? "site-photo.enough" : null;
}

/** Days in which a card is corrected by nobody but who stands on it. */
const ownDays = 30;

/**
 * Why a card cannot be corrected now, or null when it can. For 30 days it is corrected by who recorded it or was there; later,
 * when they may have left, by anybody of the team, as what is wrong about a person has to be put right (GDPR art. 16). What was
 * written first stays to be read. Source: docs/domain/forms.md F-01, design
 */
export function refuseCorrection(card: { own: boolean; contactAt: string }, now: string): OutreachRefusal | null {
  if (card.own || Date.parse(now) - Date.parse(card.contactAt) > ownDays * 86_400_000) return null;
  return "contact.not_own";
}

/**
 * Why agreed accompaniment cannot be put off to `plannedOn` (null: called off), or null when it can: what is done or called off
 * stays so, and a day that is over is recorded instead of planned. Source: docs/domain/forms.md F-02, design
 */
export function refusePlanChange(
  plan: { recorded: boolean; calledOff: boolean },
  plannedOn: PlainDate | null,
  today: PlainDate,
): OutreachRefusal | null {
  if (plan.recorded) return "assistance.already_recorded";
  if (plan.calledOff) return "assistance.called_off";
  return plannedOn !== null && plannedOn < today ? "assistance.before_today" : null;
}

/** The last day of a permission, both inclusive; a withdrawal takes it from its day on. null: open. */
export function lastDayAlone(validTo: PlainDate | null, endedOn: PlainDate | null): PlainDate | null {
  const before = endedOn && addDays(endedOn, -1);
  if (validTo === null || before === null) return validTo ?? before;
  return before < validTo ? before : validTo;
}

/** What F-01 marks as required beyond R-OUT-01, as names of fields: listed, never blocking (decision 24). */
export function missingInCard(
  card: {
    howFound: string | null;
    needs: readonly string[];
    infoTopics: readonly string[];
    notice: string | null;
    attitude: string | null;
  },
  shiftId: string | null,
): string[] {
  const asked: [string, boolean][] = [
    ["shiftId", shiftId === null],
    ["howFound", card.howFound === null],
    ["needs", card.needs.length === 0],
    ["infoTopics", card.infoTopics.length === 0],
    ["notice", card.notice === null],
    ["attitude", card.attitude === null],
  ];
  return asked.filter(([, missing]) => missing).map(([field]) => field);
}

/**
 * The day on which a site is to be visited next; null where nobody stays or no rhythm is set. In a frost alert each is due
 * daily, whatever its rhythm. `lastVisitOn` null: never. Source: docs/domain/rules.md R-OUT-07
 */
export function siteDueOn(
  site: { status: string; visitEveryDays: number | null },
  lastVisitOn: PlainDate | null,
  today: PlainDate,
  frost: boolean,
): PlainDate | null {
  const rhythm = frost ? 1 : site.visitEveryDays;
  if (site.status !== "ACTIVE" || rhythm === null) return null;
  return lastVisitOn === null ? today : addDays(lastVisitOn, rhythm);
}
