import type { PendingCommand } from "../../../platform/device/contract.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { ContactLine, ContactView, Counts, ShiftView, SiteLine, StreetPerson, Tonight } from "../contract.ts";
import type { RouteView } from "../workContract.ts";
import { frostEffects, missingInCard, siteDueOn, warnPatrol, workReport } from "../rules.ts";
import type { HeldCard, HeldEntry, HeldPack, HeldShift, HeldSite, HeldUnit, OpenStep, ShiftCard } from "./held.ts";
import { type MadeCard, type MadeRecords, madeHere } from "./made.ts";

/** Everything the phone knows of the street: what the server has sent, and what was done here and is not in it yet. */
export type Held = {
  entries: readonly HeldEntry[];
  packs: readonly HeldPack[];
  sites: readonly HeldSite[];
  units: readonly HeldUnit[];
  pending: readonly PendingCommand[];
};

const timeZone = "Europe/Warsaw";
const day = (instant: string): PlainDate => todayIn(instant, timeZone);
const namesOf = (unit: Pick<HeldUnit, "colleagues">) => unit.colleagues;

/** The street as it is with what was done here: people by id, places, and the cards that the server does not have yet. */
export type Street = {
  people: ReadonlyMap<string, HeldEntry>;
  /** From a merged record to the person it belongs to. */
  rootOf: (personId: string) => string;
  sites: ReadonlyMap<string, HeldSite>;
  units: readonly HeldUnit[];
  packs: ReadonlyMap<string, HeldPack>;
  made: MadeRecords;
  colleagues: ReadonlyMap<string, string>;
};

/** Lays what was done on this phone over what the server has sent. Nothing counts twice: what is held already is left out. */
export function laidOver(held: Held): Street {
  const roots = new Map(held.entries.flatMap((entry) => entry.mergedIds.map((id) => [id, entry.personId] as const)));
  const rootOf = (personId: string) => roots.get(personId) ?? personId;
  const known = new Set([
    ...held.units.flatMap((unit) => [...unit.recentIds, ...unit.alerts.map(({ id }) => id)]),
    ...held.units.flatMap((unit) => unit.shifts.flatMap((shift) => shift.cards.map(({ id }) => id))),
    ...held.packs.flatMap((pack) => pack.cards.map(({ id }) => id)),
    ...held.entries.map(({ lastContactId }) => lastContactId ?? ""),
  ]);
  const made = withCorrected(madeHere(held.pending, known), held.packs);
  const sites = withSites(held.sites, made);
  const people = new Map(held.entries.map((entry) => [entry.personId, entry]));
  for (const card of made.cards) {
    if (!card.personId) continue;
    const id = rootOf(card.personId);
    const before = people.get(id) ?? newcomer(card);
    if (before) people.set(id, afterCard(before, card, sites));
  }
  for (const { personId, ended } of made.relationEnds) {
    const entry = people.get(rootOf(personId));
    if (entry && ended) people.set(entry.personId, { ...entry, ended: true, nextContactOn: null });
  }
  return {
    people,
    rootOf,
    sites,
    units: held.units,
    packs: new Map(held.packs.map((pack) => [pack.personId, pack])),
    made,
    colleagues: new Map(held.units.flatMap(namesOf).map(({ id, name }) => [id, name])),
  };
}

/** A correction is about the person of the card that it corrects. */
function withCorrected(made: MadeRecords, packs: readonly HeldPack[]): MadeRecords {
  const personOf = (cardId: string) =>
    packs.find((pack) => pack.cards.some(({ id }) => id === cardId))?.personId ??
    made.cards.find(({ id }) => id === cardId)?.personId ??
    null;
  const cards = made.cards.map((card) => (card.corrects ? { ...card, personId: personOf(card.corrects) } : card));
  return { ...made, cards };
}

/** A person made on this phone by the card's alias; none for a card about somebody who has left the set. */
function newcomer({ personId, alias, card }: MadeCard): HeldEntry | null {
  if (!personId || !alias) return null;
  return {
    personId,
    personNo: 0,
    name: alias,
    sex: card.sex,
    ageBand: card.ageBand,
    siteId: null,
    area: null,
    placeHidden: false,
    lastContactAt: null,
    lastContactId: null,
    contacts: 0,
    step: null,
    openSteps: [],
    nextContactOn: null,
    nextContactSiteId: null,
    ended: false,
    mergedIds: [],
  };
}

function afterCard(entry: HeldEntry, made: MadeCard, sites: ReadonlyMap<string, HeldSite>): HeldEntry {
  const { id, card, corrects } = made;
  const openSteps: readonly OpenStep[] = [
    ...entry.openSteps.filter(
      (step) => step.cardId !== corrects && !(step.cardId === card.previousId && card.previousStepOutcome),
    ),
    ...(card.nextStep?.dueOn ? [{ cardId: id, text: card.nextStep.text, dueOn: card.nextStep.dueOn }] : []),
  ];
  const counted = { ...entry, openSteps, contacts: entry.contacts + (corrects ? 0 : 1) };
  const isLast =
    !entry.lastContactAt || (card.contactAt ?? "") >= entry.lastContactAt || corrects === entry.lastContactId;
  if (!isLast) return counted;
  return {
    ...counted,
    ageBand: card.ageBand,
    siteId: entry.placeHidden ? null : card.siteId,
    area: entry.placeHidden ? null : (sites.get(card.siteId ?? "")?.area ?? null),
    lastContactAt: card.contactAt,
    lastContactId: id,
    step: card.nextStep,
    nextContactOn: card.nextContact?.on ?? null,
    nextContactSiteId: card.nextContact?.siteId ?? null,
    ended: card.relationEnd !== null,
  };
}

/** Places with those recorded or changed here, and the last visit by whatever was done there. */
function withSites(held: readonly HeldSite[], made: MadeRecords): Map<string, HeldSite> {
  const sites = new Map(held.map((site) => [site.id, site]));
  for (const { base, site } of made.sites) {
    const before = sites.get(site.id);
    if (!before) sites.set(site.id, site);
    else if (base === before.version)
      sites.set(site.id, { ...before, ...site, unitId: before.unitId, lastVisitAt: before.lastVisitAt });
  }
  const visits = [
    ...made.visits.map(({ siteId, visitedAt }) => ({ siteId, at: visitedAt })),
    ...made.cards.map(({ card }) => ({ siteId: card.siteId ?? "", at: card.contactAt ?? "" })),
  ];
  for (const { siteId, at } of visits) {
    const site = sites.get(siteId);
    if (site && at > (site.lastVisitAt ?? "")) sites.set(siteId, { ...site, lastVisitAt: at });
  }
  return sites;
}

/** Of codes and instants, which no language sorts its own way. */
const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** People in the street, last met first. */
export function peopleOf(street: Street): StreetPerson[] {
  return [...street.people.values()]
    .map((entry) => lineOf(street, entry))
    .sort((one, other) => byText(other.lastContactAt ?? "", one.lastContactAt ?? ""));
}

/** One of them, also by a record that was merged into theirs. */
export function personOf(street: Street, personId: string): StreetPerson | null {
  const entry = street.people.get(street.rootOf(personId));
  return entry ? lineOf(street, entry) : null;
}

function lineOf(street: Street, entry: HeldEntry): StreetPerson {
  return {
    personId: entry.personId,
    personNo: entry.personNo,
    name: entry.name,
    sex: entry.sex ?? "UNKNOWN",
    ageBand: entry.ageBand,
    area: entry.area,
    siteName: street.sites.get(entry.siteId ?? "")?.name ?? null,
    placeHidden: entry.placeHidden,
    lastContactAt: entry.lastContactAt,
    lastContactId: entry.lastContactId,
    contacts: entry.contacts,
    nextStep: entry.step as StreetPerson["nextStep"], // a day of the set is a whole day
    nextContactOn: entry.nextContactOn as PlainDate | null,
  };
}

/**
 * Places, those due first. What is due is reckoned here: the phone may have been without network for a day. `frost`: each is
 * due daily (R-OUT-07).
 */
export function sitesOf(street: Street, today: PlainDate, frost = false): SiteLine[] {
  return [...street.sites.values()]
    .map((site) => ({ ...site, dueOn: siteDueOn(site, site.lastVisitAt ? day(site.lastVisitAt) : null, today, frost) }))
    .sort(
      (one, other) =>
        (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999") || one.name.localeCompare(other.name, "pl"),
    );
}

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

export type Asked = { accountId: string; now: string; today: PlainDate };

/** The shift at a glance, from the phone alone. */
export function tonightOf(street: Street, { accountId, today, now }: Asked): Tonight {
  const open = openShiftOf(street, accountId);
  const frostBelow = Math.max(...street.units.map((unit) => unit.frostBelow), Number.NEGATIVE_INFINITY);
  const shift: ShiftView | null = open && {
    id: open.id,
    unitId: open.unitId,
    startedAt: open.startedAt,
    plannedEnd: open.plannedEnd,
    members: [...open.members],
    lowestCelsius: open.lowestCelsius,
    routeId: open.routeId,
    frost:
      open.lowestCelsius === null
        ? []
        : [...frostEffects(open.lowestCelsius, Number.isFinite(frostBelow) ? frostBelow : undefined)],
    counts: countsOf(open.cards),
  };
  const dayAgo = new Date(Date.parse(now) - 86_400_000).toISOString();
  return {
    shift,
    units: street.units.map(({ unitId, name }) => ({ id: unitId, name })),
    colleagues: [...street.colleagues].map(([id, name]) => ({ id, name })).sort(byName),
    due: dueOf(street, today),
    sites: sitesOf(street, today, shift?.frost.includes("EXTRA_SITES_DAILY")).filter(
      ({ dueOn }) => dueOn !== null && dueOn <= today,
    ),
    alerts: alertsOf(street, accountId).filter(({ at }) => at > dayAgo),
    stock: stockOf(street),
  };
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "pl");

function dueOf(street: Street, today: PlainDate): Tonight["due"] {
  const oldest = addDays(today, -90);
  const lines: Tonight["due"] = [];
  for (const entry of street.people.values()) {
    const site = street.sites.get(entry.nextContactSiteId ?? entry.siteId ?? "");
    const where = {
      personId: entry.personId,
      name: entry.name,
      area: entry.placeHidden ? null : (site?.area ?? entry.area),
      siteName: entry.placeHidden ? null : (site?.name ?? null),
    };
    const steps = entry.openSteps.filter(({ dueOn }) => dueOn <= today);
    for (const { text, dueOn } of steps) lines.push({ ...where, nextStep: text || null, dueOn: dueOn as PlainDate }); // a day of the set
    const { nextContactOn } = entry;
    if (!nextContactOn || nextContactOn > today || nextContactOn <= oldest || entry.ended) continue;
    if (steps.some(({ cardId }) => cardId === entry.lastContactId)) continue;
    lines.push({ ...where, nextStep: entry.step?.text ?? null, dueOn: nextContactOn as PlainDate });
  }
  return lines.sort((one, other) => one.dueOn.localeCompare(other.dueOn) || byName(one, other));
}

function alertsOf(street: Street, accountId: string): Tonight["alerts"] {
  const held = street.units.flatMap((unit) => unit.alerts);
  const by = street.colleagues.get(accountId) ?? "";
  const made = street.made.minorAlerts.map(({ alertId, siteId, told, at }) => ({
    id: alertId,
    alert: "MINOR_WITHOUT_GUARDIAN" as const,
    at,
    by,
    siteName: street.sites.get(siteId ?? "")?.name ?? null,
    told,
  }));
  const each = new Map([...held, ...made].map((alert) => [alert.id, alert]));
  return [...each.values()].sort((one, other) => other.at.localeCompare(one.at));
}

function stockOf(street: Street): Tonight["stock"] {
  const left = new Map<Tonight["stock"][number]["item"], number>();
  const add = (item: Tonight["stock"][number]["item"], change: number) =>
    left.set(item, (left.get(item) ?? 0) + change);
  for (const unit of street.units) for (const { item, left: number } of unit.stock) add(item, number);
  for (const { item, change } of street.made.stock) add(item, change);
  for (const { card, corrects } of street.made.cards)
    if (!corrects) for (const { item, quantity } of card.aid) add(item, -quantity);
  return [...left].map(([item, number]) => ({ item, left: number })).sort((a, b) => a.item.localeCompare(b.item));
}

/** Planned routes of the teams. */
export const routesOf = (street: Street): RouteView[] => street.units.flatMap(({ routes }) => [...routes]);

/** One card as it can be read on the phone; null when it lies on the server alone. */
export function contactOf(street: Street, contactId: string, accountId: string): ContactView | null {
  const made = street.made.cards.find(({ id }) => id === contactId);
  if (made) return viewOfMade(street, made, accountId);
  for (const pack of street.packs.values()) {
    const at = pack.cards.findIndex(({ id }) => id === contactId);
    const held = pack.cards[at];
    if (held) return viewOfHeld(street, pack, held, at);
  }
  return null;
}

function viewOfHeld(street: Street, pack: HeldPack, held: HeldCard, at: number): ContactView {
  const entry = street.people.get(pack.personId);
  const madeLater = street.made.cards.filter(
    ({ personId, corrects }) => !corrects && personId && street.rootOf(personId) === pack.personId,
  ).length;
  const contactNo = Math.max(1, (entry?.contacts ?? pack.cards.length) - madeLater - at);
  const before = pack.cards[at + 1];
  return {
    ...common(street, entry, held),
    id: held.id,
    kind: contactNo > 1 ? "REPEAT" : "FIRST",
    contactNo,
    daysSinceLast: before ? daysBetween(before.card.contactAt, held.card.contactAt) : null,
    receivedAt: held.receivedAt,
    recordedBy: held.recordedBy,
    unitId: held.unitId,
    shiftId: held.shiftId,
    workers: [...held.workers],
  };
}

function viewOfMade(street: Street, made: MadeCard, accountId: string): ContactView {
  const root = made.personId && street.rootOf(made.personId);
  const entry = root ? street.people.get(root) : undefined;
  const ofThem = street.made.cards.filter((each) => each.personId && street.rootOf(each.personId) === root);
  const later = ofThem.filter((each) => (each.card.contactAt ?? "") > (made.card.contactAt ?? "")).length;
  const contactNo = entry ? Math.max(1, entry.contacts - later) : 1;
  const lastHeld = street.packs.get(root ?? "")?.cards[0]?.card.contactAt ?? null;
  return {
    ...common(street, entry, made),
    id: made.id,
    kind: contactNo > 1 ? "REPEAT" : "FIRST",
    contactNo,
    daysSinceLast: daysBetween(lastHeld, made.card.contactAt),
    receivedAt: made.madeAt,
    recordedBy: street.colleagues.get(accountId) ?? "",
    unitId: made.unitId ?? street.units[0]?.unitId ?? "",
    shiftId: made.shiftId,
    workers: made.card.workerIds.map((id) => ({ id, name: street.colleagues.get(id) ?? "" })),
  };
}

function common(
  street: Street,
  entry: HeldEntry | undefined,
  { id: cardId, card, shiftId }: Pick<MadeCard, "id" | "card" | "shiftId">,
): Omit<
  ContactView,
  "id" | "kind" | "contactNo" | "daysSinceLast" | "receivedAt" | "recordedBy" | "unitId" | "shiftId" | "workers"
> {
  const site = street.sites.get(card.siteId ?? "");
  const warning = warnPatrol(card.workerIds);
  const whole: ContactView["card"] = { ...card, deviceAt: null, geo: null, health: null, note: null };
  return {
    personId: entry?.personId ?? null,
    personName: entry?.name ?? null,
    anonymity: entry ? "ALIAS" : "ANONYMOUS",
    siteName: site?.name ?? null,
    area: site?.area ?? null,
    placeHidden: entry?.placeHidden ?? false,
    warnings: warning ? [warning] : [],
    missing: missingInCard(whole, shiftId),
    corrects: null,
    correctedBy: street.made.cards.find(({ corrects }) => corrects === cardId)?.id ?? null,
    card: whole,
  };
}

function daysBetween(from: string | null, to: string | null): number | null {
  return from && to ? Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000) : null;
}

/** The last cards of a person, newest first: those made here and those of the pack. Older ones lie on the server. */
export function contactsOf(street: Street, personId: string, accountId: string): ContactLine[] {
  const root = street.rootOf(personId);
  const ids = [
    ...street.made.cards.filter((each) => each.personId && street.rootOf(each.personId) === root).map(({ id }) => id),
    ...(street.packs.get(root)?.cards ?? []).map(({ id }) => id),
  ];
  return [...new Set(ids)]
    .flatMap((id) => contactOf(street, id, accountId) ?? [])
    .map((view) => ({
      id: view.id,
      contactAt: view.card.contactAt ?? view.receivedAt,
      kind: view.kind,
      area: view.area,
      relationEnd: view.card.relationEnd,
      team: {
        siteName: view.siteName,
        placeText: view.card.placeText,
        placeHidden: view.placeHidden,
        workers: view.workers.map(({ name }) => name),
        actions: view.card.actions,
        needs: view.card.needs,
        nextStep: view.card.nextStep,
        previousStepOutcome: view.card.previousStepOutcome,
        corrected: false,
      },
    }))
    .sort((one, other) => other.contactAt.localeCompare(one.contactAt));
}
