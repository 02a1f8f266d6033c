import type { PendingCommand } from "../../../platform/device/contract.ts";
import type { PlannedAssistance } from "../contract.ts";
import { emptyEntry, type HeldEntry, type HeldPack, type HeldSite, type HeldUnit, type OpenStep } from "./held.ts";
import { type MadeCard, type MadeRecords, madeHere } from "./made.ts";
import { onceFor } from "./once.ts";
import { withFields } from "./siteEdit.ts";

/** Everything the phone knows of the street: what the server has sent, and what was done here and is not in it yet. */
export type Held = {
  entries: readonly HeldEntry[];
  packs: readonly HeldPack[];
  sites: readonly HeldSite[];
  units: readonly HeldUnit[];
  pending: readonly PendingCommand[];
};

const namesOf = (unit: Pick<HeldUnit, "colleagues">) => unit.colleagues;

// What depends on the set alone is made once for a set, not with each card that is added to it.
const ofEntries = onceFor((entries: Held["entries"]) => ({
  people: new Map(entries.map((entry) => [entry.personId, entry])),
  roots: new Map(entries.flatMap((entry) => entry.mergedIds.map((id) => [id, entry.personId] as const))),
  lastIds: new Set(entries.map(({ lastContactId }) => lastContactId)),
}));
const ofPacks = onceFor((packs: Held["packs"]) => ({
  byPerson: new Map(packs.map((pack) => [pack.personId, pack])),
  byCard: new Map(packs.flatMap((pack) => pack.cards.map(({ id }) => [id, pack] as const))),
}));

/** The street as it is with what was done here: people by id, places, and the cards that the server does not have yet. */
export type Street = {
  people: ReadonlyMap<string, HeldEntry>;
  /** From a merged record to the person it belongs to. */
  rootOf: (personId: string) => string;
  sites: ReadonlyMap<string, HeldSite>;
  units: readonly HeldUnit[];
  packs: ReadonlyMap<string, HeldPack>;
  /** The pack that a card is in. */
  packOf: (cardId: string) => HeldPack | undefined;
  made: MadeRecords;
  colleagues: ReadonlyMap<string, string>;
  /** What all this was laid over, and whom that changed. */
  set: Pick<Held, "entries" | "sites">;
  changed: ReadonlySet<string>;
};

/** Lays what was done on this phone over what the server has sent. Nothing counts twice: what is held already is left out. */
export function laidOver(held: Held): Street {
  const { people: sent, roots, lastIds } = ofEntries(held.entries);
  const { byPerson, byCard } = ofPacks(held.packs);
  const rootOf = (personId: string) => roots.get(personId) ?? personId;
  const packOf = (cardId: string) => byCard.get(cardId);
  const ofUnits = new Set([
    ...held.units.flatMap((unit) => [...unit.recentIds, ...unit.alerts.map(({ id }) => id)]),
    ...held.units.flatMap((unit) => unit.shifts.flatMap((shift) => shift.cards.map(({ id }) => id))),
  ]);
  const isKnown = (id: string) => ofUnits.has(id) || byCard.has(id) || lastIds.has(id);
  const made = withCorrected(madeHere(held.pending, isKnown), packOf);
  const sites = withSites(held.sites, made);
  const people = new Map(sent);
  for (const card of made.cards) {
    if (!card.personId) continue;
    const id = rootOf(card.personId);
    const before = people.get(id) ?? newcomer(card);
    if (before) people.set(id, afterCard(before, card, sites));
  }
  for (const [id, planned] of plannedHere(people, made, rootOf)) {
    const entry = people.get(id);
    if (entry) people.set(id, { ...entry, planned });
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
    packs: byPerson,
    packOf,
    made,
    colleagues: new Map(held.units.flatMap(namesOf).map(({ id, name }) => [id, name])),
    set: held,
    changed: changedIn(people, sent),
  };
}

/** What is planned with each person with whom something was planned, changed or done here. */
function plannedHere(
  people: ReadonlyMap<string, HeldEntry>,
  { plans, planChanges, assistance }: MadeRecords,
  rootOf: Street["rootOf"],
): Map<string, readonly PlannedAssistance[]> {
  const planned = new Map<string, readonly PlannedAssistance[]>();
  const of = (id: string) => planned.get(id) ?? people.get(id)?.planned ?? [];
  for (const { personId, ...plan } of plans) {
    const [id, hidden] = [rootOf(personId), people.get(rootOf(personId))?.placeHidden];
    if (!hidden) planned.set(id, [...of(id).filter((each) => each.id !== plan.id), plan]);
  }
  for (const { personId, assistanceId, plannedAt } of planChanges) {
    const id = rootOf(personId);
    const moved = (plan: PlannedAssistance) => (plannedAt === null ? [] : [{ ...plan, plannedAt }]);
    planned.set(
      id,
      of(id).flatMap((plan) => (plan.id === assistanceId ? moved(plan) : [plan])),
    );
  }
  for (const { id: doneId, personId } of assistance) {
    const id = rootOf(personId);
    if (of(id).some((plan) => plan.id === doneId))
      planned.set(
        id,
        of(id).filter((plan) => plan.id !== doneId),
      );
  }
  return planned;
}

function changedIn(people: Street["people"], sent: Street["people"]): Set<string> {
  const changed = new Set<string>();
  for (const [id, entry] of people) if (entry !== sent.get(id)) changed.add(id);
  return changed;
}

/** A correction is about the person of the card that it corrects, and of its shift; a correction may be corrected again. */
function withCorrected(made: MadeRecords, packOf: Street["packOf"]): MadeRecords {
  const cards: MadeCard[] = [];
  for (const card of made.cards) {
    const { corrects } = card;
    const first = cards.find(({ id }) => id === corrects);
    const pack = first ? undefined : packOf(corrects ?? "");
    const held = pack?.cards.find(({ id }) => id === corrects);
    const personId = first?.personId ?? pack?.personId ?? null;
    cards.push(corrects ? { ...card, personId, shiftId: (first ?? held)?.shiftId ?? null } : card);
  }
  return { ...made, cards };
}

/** A person made on this phone by the card's alias; none for a card about somebody who has left the set. */
function newcomer({ personId, alias, card }: MadeCard): HeldEntry | null {
  if (!personId || !alias) return null;
  return { ...emptyEntry, personId, personNo: 0, name: alias, sex: card.sex, ageBand: card.ageBand };
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
  for (const { siteId, base, sent, fields } of made.siteChanges) {
    const before = sites.get(siteId);
    if (before && (!sent || base === before.version)) sites.set(siteId, withFields(before, fields));
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
