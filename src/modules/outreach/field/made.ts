import type { PendingCommand } from "../../../platform/device/contract.ts";
import type {
  ChangeSite,
  PlannedAssistance,
  RecordContactInput,
  RecordMinorAlert,
  RecordSite,
  RecordStock,
  StartShift,
  Tonight,
  VisitSite,
} from "../contract.ts";
import { emptyCardFields, type HeldCardFields, type HeldSite, type ShiftVisit, wholeSite, wholeVisit } from "./held.ts";

/** A card that was recorded on this phone; `alias` for somebody who became known by it. */
export type MadeCard = {
  id: string;
  personId: string | null;
  alias: string | null;
  unitId: string | null;
  shiftId: string | null;
  corrects: string | null;
  /** Why it corrects another. */
  reason: string | null;
  madeAt: string;
  card: HeldCardFields;
  /** As it was written, with what no phone shows again; `keepsSealed`: that is the corrected card's. */
  written: Partial<Card>;
  keepsSealed: boolean;
};

/** What was done on this phone and is not in what the server has sent, sorted by kind, each in the order it was done. */
export type MadeRecords = {
  cards: readonly MadeCard[];
  sites: readonly { base: number | undefined; site: HeldSite }[];
  /** Edits of known places; `sent`: the server has answered, so that what it sends next holds them as it took them. */
  siteChanges: readonly { siteId: string; base: number | undefined; sent: boolean; fields: ChangeSite["fields"] }[];
  visits: readonly (ShiftVisit & { shiftId: string | null })[];
  shifts: { starts: readonly Started[]; ends: readonly { shiftId: string; endedAt: string }[] };
  assistance: readonly { id: string; personId: string; shiftId: string | null; hours: number }[];
  plans: readonly (PlannedAssistance & { personId: string })[];
  /** `plannedAt` null: called off. */
  planChanges: readonly { personId: string; assistanceId: string; plannedAt: string | null }[];
  interventions: readonly { id: string; shiftId: string | null }[];
  incidents: readonly { id: string; shiftId: string | null }[];
  photos: readonly { photoId: string; siteId: string }[];
  stock: readonly { item: Tonight["stock"][number]["item"]; change: number }[];
  minorAlerts: readonly (Pick<RecordMinorAlert, "alertId" | "told"> & { siteId: string | null; at: string })[];
  relationEnds: readonly { personId: string; ended: boolean }[];
};
type Started = Pick<StartShift, "shiftId" | "startedAt" | "memberIds"> &
  Partial<Pick<StartShift, "unitId" | "plannedStart" | "plannedEnd" | "lowestCelsius" | "routeId">>;

type Card = RecordContactInput["card"];
type GroupRow = {
  contactId: string;
  person: RecordContactInput["person"];
  sex: Card["sex"];
  ageBand: Card["ageBand"];
  notSeenBefore?: boolean;
  needs?: Card["needs"];
  aid?: Card["aid"];
};
/** Payloads by command, as the screens of this room build them under the same contract. */
type Payloads = {
  "contact.record": RecordContactInput;
  "contact.correct": { correctionId: string; contactId: string; reason: string; card: Card; keepsSealed?: boolean };
  "contact.record-group": {
    unitId?: string | null;
    shiftId?: string | null;
    card: Omit<Card, "sex" | "ageBand">;
    rows: readonly GroupRow[];
  };
  "site.record": { siteId: string } & Partial<RecordSite>;
  "site.change": ChangeSite;
  "site.visit": Pick<VisitSite, "visitId" | "siteId" | "visitedAt" | "people"> & Partial<VisitSite>;
  "shift.start": Started;
  "shift.end": { shiftId: string; endedAt: string };
  "site-photo.record": { photoId: string; siteId: string };
  "stock.record": RecordStock;
  "minor-alert.record": { alertId: string; siteId?: string | null; told: RecordMinorAlert["told"] };
  "relation.end": { personId: string };
  "assistance.plan": { assistanceId: string; personId: string } & Pick<PlannedAssistance, "plannedAt" | "institution"> &
    Partial<PlannedAssistance>;
  "assistance.change": { changeId: string; personId: string; assistanceId: string; plannedAt: string | null };
  "assistance.record": { assistanceId: string; personId: string; shiftId?: string | null; hours: number };
  "intervention.record": { interventionId: string; shiftId?: string | null };
  "incident.record": { incidentId: string; shiftId?: string | null };
};

/**
 * Sorts what waits in the outbox. `isKnown`: of ids of records that the server has sent back already. Refused ones stay in
 * sight: they are true to who did them until somebody mends or drops them.
 */
export function madeHere(pending: readonly PendingCommand[], isKnown: (id: string) => boolean): MadeRecords {
  const of = <T extends keyof Payloads>(type: T) =>
    pending
      .filter((command) => command.type === type)
      .map((command) => ({ command, payload: command.envelope.payload as Payloads[T] })); // built by this room's own screens
  const fresh = <T>(all: readonly T[], idOf: (each: T) => string) => all.filter((each) => !isKnown(idOf(each)));
  const cards = pending.flatMap(cardsOf);
  return {
    cards: fresh(cards, ({ id }) => id),
    sites: of("site.record").map(({ command, payload }) => ({
      base: command.envelope.base,
      site: wholeSite({ ...payload, id: payload.siteId, unitId: payload.unitId ?? "" }),
    })),
    siteChanges: of("site.change").map(({ command, payload: { siteId, fields } }) => ({
      siteId,
      base: command.envelope.base,
      sent: command.state === "delivered" || command.state === "quarantined",
      fields,
    })),
    visits: fresh(
      of("site.visit").map(({ payload: { visitId, shiftId = null, ...visit } }) => ({
        ...wholeVisit({ ...visit, id: visitId }),
        shiftId,
      })),
      ({ id }) => id,
    ),
    assistance: of("assistance.record").map(({ payload: { assistanceId, personId, shiftId = null, hours } }) => ({
      id: assistanceId,
      personId,
      shiftId,
      hours,
    })),
    plans: fresh(
      of("assistance.plan").map(({ payload: { assistanceId, personId, plannedAt, institution, place, purpose } }) => ({
        id: assistanceId,
        personId,
        plannedAt,
        institution,
        place: place ?? null,
        purpose: purpose ?? null,
      })),
      ({ id }) => id,
    ),
    planChanges: fresh(
      of("assistance.change").map(({ payload }) => payload),
      ({ changeId }) => changeId,
    ),
    interventions: of("intervention.record").map(({ payload }) => ({
      id: payload.interventionId,
      shiftId: payload.shiftId ?? null,
    })),
    incidents: of("incident.record").map(({ payload }) => ({
      id: payload.incidentId,
      shiftId: payload.shiftId ?? null,
    })),
    shifts: {
      starts: of("shift.start").map(({ payload }) => payload),
      ends: of("shift.end").map(({ payload }) => payload),
    },
    photos: of("site-photo.record").map(({ payload }) => payload),
    stock: fresh(
      of("stock.record").map(({ payload }) => payload),
      ({ entryId }) => entryId,
    ),
    minorAlerts: fresh(
      of("minor-alert.record").map(({ command, payload }) => ({
        alertId: payload.alertId,
        told: payload.told,
        siteId: payload.siteId ?? null,
        at: command.madeAt,
      })),
      ({ alertId }) => alertId,
    ),
    relationEnds: of("relation.end").map(({ payload }) => ({ personId: payload.personId, ended: true })),
  };
}

function cardsOf(command: PendingCommand): MadeCard[] {
  const { madeAt } = command;
  switch (command.type) {
    case "contact.record": {
      const payload = command.envelope.payload as Payloads["contact.record"];
      const { contactId, person, unitId = null, shiftId = null, card } = payload;
      return [
        {
          id: contactId,
          personId: person?.personId ?? null,
          alias: person?.alias ?? null,
          unitId,
          shiftId,
          corrects: null,
          reason: null,
          madeAt,
          card: whole(card),
          written: card,
          keepsSealed: false,
        },
      ];
    }
    case "contact.correct": {
      const payload = command.envelope.payload as Payloads["contact.correct"];
      const { correctionId, contactId, reason, card, keepsSealed = false } = payload;
      return [
        {
          id: correctionId,
          personId: null,
          alias: null,
          unitId: null,
          shiftId: null,
          corrects: contactId,
          reason,
          madeAt,
          card: whole(card),
          written: card,
          keepsSealed,
        },
      ];
    }
    case "contact.record-group": {
      const payload = command.envelope.payload as Payloads["contact.record-group"];
      const { rows, card, unitId = null, shiftId = null } = payload;
      return rows.map(({ contactId, person, aid, needs, notSeenBefore = false, ...row }) => {
        const written = { ...card, ...row, notSeenBefore, ...(aid ? { aid } : {}), ...(needs ? { needs } : {}) };
        return {
          id: contactId,
          personId: person?.personId ?? null,
          alias: person?.alias ?? null,
          unitId,
          shiftId,
          corrects: null,
          reason: null,
          madeAt,
          card: whole(written),
          written,
          keepsSealed: false,
        };
      });
    }
    default:
      return [];
  }
}

/** The fields that a phone shows again; what was typed of health or noted goes to the server and not back into lists. */
function whole(card: Partial<Card>): HeldCardFields {
  const { deviceAt: _, guardianPresent: __, health: ___, note: ____, geo: _____, ...rest } = card;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...emptyCardFields, ...said };
}
