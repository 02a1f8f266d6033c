import type { CardFields, ContactView, PlannedAssistance, SiteLine, Tonight } from "../contract.ts";
import type { RouteView } from "../workContract.ts";

/**
 * What lies on a phone of the street, record by record. What is null, false or empty is left out of a body on its way to
 * the device (`lean`) and comes back by `whole…`: five thousand people have to fit into a slow evening.
 *
 * Never here: notes and observations of health, a PESEL, the place of somebody whose whereabouts are protected (for
 * nobody, also not for those named: C7), photos.
 */
export const heldKinds = {
  entry: "street.entry",
  pack: "street.pack",
  site: "street.site",
  unit: "street.unit",
} as const;

/** An agreed step with its day that nobody has answered yet. `cardId` is the card that agreed it. */
export type OpenStep = { cardId: string; text: string; dueOn: string };

/** `street.entry`, by person: whom the team meets, in one line. */
export type HeldEntry = {
  personId: string;
  personNo: number;
  name: string;
  sex: ContactView["card"]["sex"];
  ageBand: ContactView["card"]["ageBand"];
  /** The place of the last card; null too where whereabouts are protected. */
  siteId: string | null;
  area: string | null;
  placeHidden: boolean;
  lastContactAt: string | null;
  lastContactId: string | null;
  contacts: number;
  step: { text: string; dueOn: string | null } | null;
  openSteps: readonly OpenStep[];
  /** Agreed accompaniment that is neither done nor called off; empty where whereabouts are protected. */
  planned: readonly PlannedAssistance[];
  nextContactOn: string | null;
  nextContactSiteId: string | null;
  ended: boolean;
  /** Records that were merged into this one: what was done here for one of them is this person's. */
  mergedIds: readonly string[];
};

/** The fields of a card that a phone holds of earlier meetings. */
export type HeldCardFields = Omit<CardFields, "deviceAt" | "guardianPresent" | "health" | "note" | "geo">;

/** `street.pack`, by person: the last cards, newest first, for people met lately or due. */
export type HeldPack = { personId: string; cards: readonly HeldCard[] };
export type HeldCard = {
  id: string;
  recordedBy: string;
  unitId: string;
  shiftId: string | null;
  receivedAt: string;
  workers: readonly { id: string; name: string }[];
  corrects: boolean;
  card: HeldCardFields;
};

/** `street.site`, by place. The exact place is the team's alone and is on its phones alone (R-OUT-09). */
export type HeldSite = SiteLine;

/** A card of a shift that goes on, as far as counting needs it. `repeat` by the server's count of earlier cards. */
export type ShiftCard = {
  id: string;
  personId: string | null;
  notSeenBefore: boolean;
  repeat: boolean;
  contactAt: string;
  siteId: string | null;
  actions: CardFields["actions"];
  aid: CardFields["aid"];
  accompanimentHours: number | null;
};

/** A visit without cards. */
export type ShiftVisit = {
  id: string;
  siteId: string;
  visitedAt: string;
  leftAt: string | null;
  people: number;
  men: number | null;
  women: number | null;
  children: number | null;
};

/** A shift of the last days, with what its report is reckoned from. */
export type HeldShift = {
  id: string;
  startedAt: string;
  plannedStart: string | null;
  plannedEnd: string | null;
  endedAt: string | null;
  members: readonly { id: string; name: string }[];
  lowestCelsius: number | null;
  routeId: string | null;
  cards: readonly ShiftCard[];
  visits: readonly ShiftVisit[];
  assistance: readonly { id: string; hours: number }[];
  interventionIds: readonly string[];
  incidentIds: readonly string[];
};

/** `street.unit`, by team: colleagues, shifts of the last days, stock, alerts, routes. */
export type HeldUnit = {
  unitId: string;
  name: string;
  colleagues: readonly { id: string; name: string }[];
  shifts: readonly HeldShift[];
  stock: Tonight["stock"];
  alerts: Tonight["alerts"];
  routes: readonly RouteView[];
  /** Lowest temperature at which there is no frost alert yet. */
  frostBelow: number;
  /** Cards, visits, stock entries and alerts of the last days: what the phone still holds as its own is in here already. */
  recentIds: readonly string[];
};

/** Leaves out what says nothing: null, undefined, false, empty lists and empty objects, at every depth. */
export function lean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== "object" || value === null) return value;
  const said: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) {
    const kept = saysNothing(each) ? null : lean(each);
    if (!saysNothing(kept)) said[name] = kept;
  }
  return said;
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

export const emptyEntry: Omit<HeldEntry, "personId" | "personNo" | "name"> = {
  sex: "UNKNOWN",
  ageBand: null,
  siteId: null,
  area: null,
  placeHidden: false,
  lastContactAt: null,
  lastContactId: null,
  contacts: 0,
  step: null,
  openSteps: [],
  planned: [],
  nextContactOn: null,
  nextContactSiteId: null,
  ended: false,
  mergedIds: [],
};

export const emptyCardFields: HeldCardFields = {
  contactAt: null,
  siteId: null,
  placeText: null,
  workerIds: [],
  sex: null,
  ageBand: null,
  notSeenBefore: false,
  actions: [],
  groupSize: null,
  accompaniedBy: [],
  howFound: null,
  sleepingPlace: null,
  homelessFor: null,
  supportsUsed: [],
  needs: [],
  documents: [],
  safetyRisks: [],
  aid: [],
  infoTopics: [],
  notice: null,
  attitude: null,
  nextStep: null,
  nextContact: null,
  previousId: null,
  previousStepOutcome: null,
  changes: [],
  motivationStage: null,
  identityRevealed: false,
  accompaniment: null,
  relationEnd: null,
};

type Lean<T> = Partial<T>;
type Id = { personId: string };

/** A held entry whole again. */
export function wholeEntry(held: Lean<HeldEntry> & Id): HeldEntry {
  const entry = { ...emptyEntry, personNo: 0, name: "", ...held };
  return {
    ...entry,
    step: entry.step && { ...entry.step, dueOn: entry.step.dueOn ?? null },
    planned: entry.planned.map((plan) => ({ ...plan, place: plan.place ?? null, purpose: plan.purpose ?? null })),
  };
}

export function wholePack(held: Lean<HeldPack> & Id): HeldPack {
  return { ...held, cards: (held.cards ?? []).map(wholeCard) };
}

function wholeCard(held: Lean<HeldCard>): HeldCard {
  const card = { ...emptyCardFields, ...held.card };
  return {
    id: "",
    recordedBy: "",
    unitId: "",
    shiftId: null,
    receivedAt: card.contactAt ?? "",
    workers: [],
    corrects: false,
    ...held,
    card: {
      ...card,
      nextStep: card.nextStep && { ...card.nextStep, dueOn: card.nextStep.dueOn ?? null },
      nextContact: card.nextContact && { ...card.nextContact, siteId: card.nextContact.siteId ?? null },
    },
  };
}

export function wholeSite(held: Lean<HeldSite> & { id: string }): HeldSite {
  const { exact } = held;
  return {
    unitId: "",
    name: "",
    siteType: "OTHER",
    area: "",
    hazards: [],
    entryRule: "OPEN",
    status: "ACTIVE",
    facilitiesNearby: null,
    visitEveryDays: null,
    lastVisitAt: null,
    dueOn: null,
    version: 1,
    ...held,
    exact: exact
      ? {
          access: exact.access ?? null,
          owner: exact.owner ?? null,
          managerContact: exact.managerContact ?? null,
          lat: exact.lat ?? null,
          lon: exact.lon ?? null,
        }
      : null,
  };
}

export function wholeUnit(held: Lean<HeldUnit> & { unitId: string }): HeldUnit {
  return {
    name: "",
    colleagues: [],
    stock: [],
    frostBelow: 0,
    recentIds: [],
    ...held,
    alerts: (held.alerts ?? []).map((alert) => ({
      ...alert,
      siteName: alert.siteName ?? null,
      told: alert.told ?? [],
    })),
    routes: (held.routes ?? []).map((route) => ({
      ...route,
      weekday: route.weekday ?? null,
      startsAt: route.startsAt ?? null,
      endsAt: route.endsAt ?? null,
      stops: route.stops ?? [],
    })),
    shifts: (held.shifts ?? []).map(wholeShift),
  };
}

function wholeShift(held: Lean<HeldShift>): HeldShift {
  return {
    id: "",
    startedAt: "",
    plannedStart: null,
    plannedEnd: null,
    endedAt: null,
    members: [],
    lowestCelsius: null,
    routeId: null,
    assistance: [],
    interventionIds: [],
    incidentIds: [],
    ...held,
    visits: (held.visits ?? []).map(wholeVisit),
    cards: (held.cards ?? []).map(wholeShiftCard),
  };
}

export function wholeVisit(held: Lean<ShiftVisit>): ShiftVisit {
  return {
    id: "",
    siteId: "",
    visitedAt: "",
    leftAt: null,
    people: 0,
    men: null,
    women: null,
    children: null,
    ...held,
  };
}

function wholeShiftCard(held: Lean<ShiftCard>): ShiftCard {
  return {
    id: "",
    personId: null,
    notSeenBefore: false,
    repeat: false,
    contactAt: "",
    siteId: null,
    actions: [],
    aid: [],
    accompanimentHours: null,
    ...held,
  };
}
