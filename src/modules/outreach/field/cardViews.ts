import type { ContactLine, ContactView, RecordContactInput } from "../contract.ts";
import { missingInCard, warnPatrol } from "../rules.ts";
import type { HeldCard, HeldEntry, HeldPack } from "./held.ts";
import type { MadeCard } from "./made.ts";
import { openShiftOf } from "./shiftViews.ts";
import type { Street } from "./street.ts";
import { byText } from "./streetLists.ts";

/** One card as it can be read on the phone; null when it lies on the server alone. */
export function contactOf(street: Street, contactId: string, accountId: string): ContactView | null {
  const made = street.made.cards.find(({ id }) => id === contactId);
  if (made) return viewOfMade(street, made, accountId);
  const pack = street.packOf(contactId);
  const at = pack?.cards.findIndex(({ id }) => id === contactId) ?? -1;
  const held = pack?.cards[at];
  return pack && held ? viewOfHeld(street, pack, held, at, accountId) : null;
}

function viewOfHeld(street: Street, pack: HeldPack, held: HeldCard, at: number, accountId: string): ContactView {
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
    own: held.workers.some(({ id }) => id === accountId) || held.recordedBy === street.colleagues.get(accountId),
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
    own: true,
    corrects: made.corrects === null ? null : { id: made.corrects, reason: made.reason ?? "" },
  };
}

/**
 * A card to be read or corrected on the phone; `keepsSealed`: what was seen of health and the note lie on the server alone and
 * stay as they are. Null when nothing of it is here.
 */
export function correctableOf(
  street: Street,
  contactId: string,
  accountId: string,
): { contact: ContactView; keepsSealed: boolean } | null {
  const contact = contactOf(street, contactId, accountId);
  if (!contact) return null;
  const made = street.made.cards.find(({ id }) => id === contactId);
  if (!made || made.keepsSealed) return { contact, keepsSealed: true };
  const { geo = null, health = null, note = null } = made.written;
  return {
    contact: { ...contact, card: { ...contact.card, geo, health: health && wholeHealth(health), note } },
    keepsSealed: false,
  };
}

const wholeHealth = (
  health: NonNullable<RecordContactInput["card"]["health"]>,
): NonNullable<ContactView["card"]["health"]> => ({
  observations: health.observations ?? [],
  substance: health.substance ?? null,
  note: health.note ?? null,
});

export type CardOfShift = {
  id: string;
  name: string | null;
  contactAt: string;
  siteName: string | null;
  corrected: boolean;
};

/** Cards of the shift that goes on, the last first; a corrected one is named by what stands for it now. */
export function cardsOfShift(street: Street, accountId: string): CardOfShift[] {
  const nowOf = (id: string): string => {
    const next = street.made.cards.find(({ corrects }) => corrects === id);
    return next ? nowOf(next.id) : id;
  };
  return (openShiftOf(street, accountId)?.cards ?? [])
    .map(({ id, personId, contactAt, siteId }) => ({
      id: nowOf(id),
      name: (personId && street.people.get(personId)?.name) || null,
      contactAt,
      siteName: street.sites.get(siteId ?? "")?.name ?? null,
      corrected: nowOf(id) !== id,
    }))
    .sort((one, other) => byText(other.contactAt, one.contactAt));
}

function common(
  street: Street,
  entry: HeldEntry | undefined,
  { id: cardId, card, shiftId }: Pick<MadeCard, "id" | "card" | "shiftId">,
): Omit<
  ContactView,
  "id" | "kind" | "contactNo" | "daysSinceLast" | "receivedAt" | "recordedBy" | "unitId" | "shiftId" | "workers" | "own"
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
