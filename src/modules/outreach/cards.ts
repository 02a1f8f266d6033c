import { sql } from "kysely";
import { requireReach } from "../../platform/access.ts";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { addPersonUnit, addTaskFor, endTasksFrom, findRelation } from "../casework/public.ts";
import { proposeSameAlias, recordAliasPerson } from "../person/public.ts";
import { outreachAccess } from "./access.ts";
import { tellOfSingleWorker } from "./alone.ts";
import { CardFields, CorrectContact, RecordContact } from "./contract.ts";
import { contactGates } from "./gates.ts";
import { findTeam, requireShift, requireSites, requireUnit } from "./reach.ts";
import { healthOf } from "./reads.ts";
import {
  type AgeBand,
  minorEvent,
  type OutreachRefusal,
  refuseCard,
  refuseContactTime,
  refuseCorrection,
} from "./rules.ts";
import { seal, unsealText } from "./sealed.ts";
import { RecordGroup } from "./workContract.ts";

onConstraint("contact_card_key", "conflict", "record.id_taken");
onConstraint("contact_card_corrected_once", "conflict", "contact.already_corrected");
onConstraint("contact_worker_known", "invalid", "outreach.unknown_worker", "payload.card.workerIds");

/** The field each refusal of the minimum points at. */
const fieldOf: Partial<Record<OutreachRefusal, string>> = {
  "outreach.time_missing": "contactAt",
  "outreach.place_missing": "siteId",
  "outreach.worker_missing": "workerIds",
  "outreach.sex_missing": "sex",
  "outreach.age_band_missing": "ageBand",
  "outreach.actions_missing": "actions",
  "contact.in_future": "contactAt",
};
const middleOf: Partial<Record<AgeBand, number>> = {
  "18_29": 24,
  "30_39": 35,
  "40_49": 45,
  "50_59": 55,
  "60_PLUS": 65,
};

/** A card that passed R-OUT-01: what the table needs is there. */
type WholeCard = CardFields & {
  contactAt: string;
  sex: NonNullable<CardFields["sex"]>;
  ageBand: NonNullable<CardFields["ageBand"]>;
};

/** @throws Problem refused `contact.minor` (R-OUT-08) | `outreach.*_missing` (R-OUT-01) | `contact.in_future` */
export function requireWhole(context: CommandContext, card: CardFields, path = "payload.card"): WholeCard {
  const minor = card.ageBand && minorEvent(card.ageBand, card.guardianPresent);
  if (minor) {
    const errors = [{ path: `${path}.ageBand`, code: "contact.minor" }];
    throw new Problem("refused", "contact.minor", { alert: minor.alert, next: "minor-alert.record" }, errors);
  }
  const late = card.contactAt ? refuseContactTime(card.contactAt, context.now) : null;
  const refusals = [...refuseCard(card), ...(late ? [late] : [])];
  const [first] = refusals;
  const { contactAt, sex, ageBand } = card;
  if (first || !contactAt || !sex || !ageBand) {
    const errors = refusals.map((code) => ({ path: `${path}.${fieldOf[code] ?? "contactAt"}`, code }));
    throw new Problem("refused", first ?? "outreach.time_missing", { refusals }, errors);
  }
  return { ...card, contactAt, sex, ageBand };
}

/** Whose card it is: nobody's, a known person's, or a new alias's, who is made here. @throws Problem not_found `person.not_found` */
async function findWhom(context: CommandContext, person: RecordContact["person"], unitId: string, card: WholeCard) {
  if (!person) return { personId: null, anonymity: "ANONYMOUS" };
  const { personId, alias } = person;
  const relation = await findRelation(context, personId);
  if (!relation) {
    if (!alias) throw new Problem("not_found", "person.not_found");
    const ageEstimate = middleOf[card.ageBand];
    await recordAliasPerson(context, {
      personId,
      unitId,
      alias,
      sex: card.sex,
      ...(ageEstimate ? { ageEstimate } : {}),
    });
    return { personId, anonymity: "ALIAS" };
  }
  requireReach(context.actor, outreachAccess["contact.record"], relation, "person.not_found");
  await addPersonUnit(context, personId, unitId);
  const { step } = await context.tx
    .selectFrom("person")
    .select("step")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return { personId, anonymity: step === "NAMED" || step === "PESEL" ? "NAMED" : "ALIAS" };
}

type CardOf = {
  id: string;
  unitId: string;
  shiftId: string | null;
  personId: string | null;
  anonymity: string;
  groupId?: string;
  corrects?: { id: string; reason: string };
};

/** The card's row with its workers, what was handed out, the stock, and the task out of a dated step. */
async function insertCard(context: CommandContext, of: CardOf, card: WholeCard): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const previousId = await findPrevious(context, of.personId, card.previousId);
  const { observations = [], substance = null, note = null } = card.health ?? {};
  const observed = observations.length > 0 || substance || note || card.changes.length > 0;
  await context.tx
    .insertInto("contactCard")
    .values({
      organisationId,
      id: of.id,
      unitId: of.unitId,
      shiftId: of.shiftId,
      personId: of.personId,
      anonymity: of.anonymity,
      contactAt: card.contactAt,
      deviceAt: card.deviceAt,
      siteId: card.siteId,
      placeText: card.placeText?.trim() || null,
      lat: card.geo && Math.round(card.geo.lat * 1000) / 1000,
      lon: card.geo && Math.round(card.geo.lon * 1000) / 1000,
      sex: card.sex,
      ageBand: card.ageBand,
      notSeenBefore: card.notSeenBefore,
      groupSize: card.groupSize,
      accompaniedBy: card.accompaniedBy,
      howFound: card.howFound,
      sleepingPlace: card.sleepingPlace,
      homelessFor: card.homelessFor,
      supportsUsed: card.supportsUsed,
      needs: card.needs,
      documents: card.documents,
      safetyRisks: card.safetyRisks,
      actions: [...new Set(card.actions)],
      infoTopics: card.infoTopics,
      notice: card.notice,
      attitude: card.attitude,
      motivationStage: card.motivationStage,
      relationEnd: card.relationEnd,
      accompaniment: card.accompaniment?.kind ?? null,
      accompanimentHours: card.accompaniment?.hours ?? null,
      identityRevealed: card.identityRevealed,
      previousId,
      previousStepOutcome: card.previousStepOutcome,
      stepDueOn: card.nextStep?.dueOn ?? null,
      nextContactOn: card.nextContact?.on ?? null,
      nextContactSiteId: card.nextContact?.siteId ?? null,
      healthSealed: seal(
        context,
        "outreach.health",
        of.id,
        observed ? { observations, substance, note, changes: card.changes } : null,
      ),
      stepSealed: seal(context, "outreach.step", of.id, card.nextStep?.text),
      noteSealed: seal(context, "outreach.note", of.id, card.note),
      groupId: of.groupId ?? null,
      correctsId: of.corrects?.id ?? null,
      correctionReasonSealed: seal(context, "outreach.reason", of.id, of.corrects?.reason),
      recordedBy: accountId,
    })
    .execute();
  const workers = [...new Set(card.workerIds)];
  await context.tx
    .insertInto("contactWorker")
    .values(workers.map((worker) => ({ organisationId, contactId: of.id, accountId: worker })))
    .execute();
  await handOut(context, of, card.aid);
  if (previousId && card.previousStepOutcome)
    await endTasksFrom(context, { type: "contact", id: previousId }, card.previousStepOutcome);
  if (of.personId && card.nextStep?.dueOn) {
    const { dueOn } = card.nextStep;
    await addTaskFor(context, {
      personId: of.personId,
      unitId: of.unitId,
      ownerId: accountId,
      kind: "AGREED_STEP",
      detail: { contactId: of.id },
      dueOn,
      source: { type: "contact", id: of.id },
    });
  }
}

/** The card it was prefilled from, when it is this person's; a device may name one that never arrived. */
async function findPrevious(context: CommandContext, personId: string | null, id: string | null) {
  if (!personId || !id) return null;
  const { rows } = await sql<{
    id: string;
  }>`select id from contact_card where organisation_id = ${context.actor.organisationId}
    and id = ${id} and person_id = any (same_person(${personId}))`.execute(context.tx);
  return rows[0]?.id ?? null;
}

async function handOut(context: CommandContext, of: CardOf, aid: CardFields["aid"]): Promise<void> {
  const sums = new Map<string, number>();
  for (const { item, quantity } of aid) sums.set(item, (sums.get(item) ?? 0) + quantity);
  if (sums.size === 0) return;
  const { organisationId, accountId } = context.actor;
  const items = [...sums].map(([item, quantity]) => ({ item, quantity }));
  await context.tx
    .insertInto("contactAid")
    .values(items.map((each) => ({ organisationId, contactId: of.id, ...each })))
    .execute();
  await context.tx
    .insertInto("aidStockEntry")
    .values(
      items.map(({ item, quantity }) => ({
        organisationId,
        id: uuidv7(),
        unitId: of.unitId,
        item,
        change: -quantity,
        contactId: of.id,
        recordedBy: accountId,
      })),
    )
    .execute();
}

/** Who was met at the same site within 90 days of this contact may be the same person under one alias. Source: docs/domain/rules.md R-ID-07 */
async function seekSameAlias(context: CommandContext, personId: string | null, card: CardFields): Promise<void> {
  if (!personId || !card.siteId) return;
  const { rows } = await sql<{ personId: string }>`select distinct person_id from contact_card
    where organisation_id = ${context.actor.organisationId} and site_id = ${card.siteId} and person_id is not null
      and contact_at between ${card.contactAt}::timestamptz - interval '90 days' and ${card.contactAt}::timestamptz + interval '90 days'`.execute(
    context.tx,
  );
  await proposeSameAlias(
    context,
    personId,
    rows.map((row) => row.personId),
  );
}

type Given = { contactId: string; shiftId: string | null; person: RecordContact["person"]; groupId?: string };

/**
 * One card of a team, in the history of whom it is about, told to the timeline. Answers whom it is about.
 * @throws Problem not_found `person.not_found` | invalid `outreach.unknown_worker` | conflict `record.id_taken`
 */
export async function writeContact(
  context: CommandContext,
  unitId: string,
  { contactId, person, ...given }: Given,
  card: WholeCard,
): Promise<string | null> {
  const whom = await findWhom(context, person, unitId, card);
  await insertCard(context, { ...given, id: contactId, unitId, ...whom }, card);
  const subject = { type: "contact", id: contactId };
  await recordEvent(context, { personId: whom.personId, kind: "contact.recorded", section: "STREET", subject });
  await seekSameAlias(context, whom.personId, card);
  return whom.personId;
}

/** @throws Problem not_found (person, shift, site, unit) | refused (see `requireWhole`) | invalid `outreach.unknown_worker` | conflict */
async function recordContact(
  context: CommandContext,
  { contactId, reportRef, ...given }: RecordContact,
): Promise<Done> {
  const verb = outreachAccess["contact.record"];
  const shift = given.shiftId ? await requireShift(context, verb, given.shiftId) : null;
  const unitId = shift?.unitId ?? (await findTeam(context, given.unitId));
  const card = requireWhole(context, given.card);
  await requireSites(context, verb, [card.siteId, card.nextContact?.siteId ?? null]);
  const { shiftId, person } = given;
  const personId = await writeContact(context, unitId, { contactId, shiftId, person }, card);
  if (reportRef)
    for (const answer of contactGates) await answer(context, { contactId, contactAt: card.contactAt, reportRef });
  const subject = { type: "contact", id: contactId };
  // a shift of one has told the coordinator at its start
  if (shift?.members !== 1) await tellOfSingleWorker(context, unitId, subject, card.workerIds, card.contactAt);
  return {
    ids: { contact: contactId, ...(personId ? { person: personId } : {}) },
    about: { ...subject, personId, section: "STREET" },
  };
}

/**
 * People at one place in one go: as many cards, or none.
 * @throws Problem as `contact.record`, the paths naming the row
 */
async function recordGroup(context: CommandContext, { rows, card: shared, ...given }: RecordGroup): Promise<Done> {
  const verb = outreachAccess["contact.record"];
  const shift = given.shiftId ? await requireShift(context, verb, given.shiftId) : null;
  const unitId = shift?.unitId ?? (await findTeam(context, given.unitId));
  await requireSites(context, verb, [shared.siteId]);
  const cards = rows.map(({ contactId: _, person: _person, aid, ...row }, i) => {
    const card = CardFields.parse({ ...shared, ...row, aid: aid ?? shared.aid });
    return requireWhole(context, card, `payload.rows.${i}`);
  });
  const groupId = uuidv7();
  for (const [i, { contactId, person }] of rows.entries()) {
    const card = cards[i];
    if (card) await writeContact(context, unitId, { contactId, shiftId: given.shiftId, person, groupId }, card);
  }
  const subject = { type: "contact-group", id: groupId };
  const [first] = cards;
  if (first && shift?.members !== 1)
    await tellOfSingleWorker(context, unitId, subject, first.workerIds, first.contactAt);
  return {
    ids: { group: groupId, first: rows[0]?.contactId ?? groupId },
    about: { ...subject, section: "STREET" },
    detail: { cards: rows.length },
  };
}

/** A card about to be corrected: whether it is the actor's own, and what of it lies on no phone. */
async function findCorrected(context: CommandContext, contactId: string) {
  const { organisationId, accountId } = context.actor;
  const row = await context.tx
    .selectFrom("contactCard")
    .select(["contactAt", "deviceAt", "lat", "lon", "healthSealed", "noteSealed", "recordedBy"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", contactId)
    .executeTakeFirstOrThrow();
  const there = await context.tx
    .selectFrom("contactWorker")
    .select("accountId")
    .where("organisationId", "=", organisationId)
    .where("contactId", "=", contactId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  const { deviceAt, lat, lon } = row;
  const { changes, health } = healthOf(context, contactId, row.healthSealed);
  const geo = lat !== null && lon !== null ? { lat: Number(lat), lon: Number(lon) } : null;
  const sealed = {
    deviceAt,
    geo,
    note: unsealText(context, "outreach.note", contactId, row.noteSealed),
    changes,
    health,
  };
  return { own: row.recordedBy === accountId || there !== undefined, contactAt: instantOf(row.contactAt), sealed };
}

/**
 * @throws Problem not_found `contact.not_found` | conflict `contact.already_corrected` | refused `contact.not_own`; refused, invalid
 * as when recording
 */
async function correctContact(
  context: CommandContext,
  { correctionId, contactId, reason, keepsSealed, ...given }: CorrectContact,
): Promise<Done> {
  const verb = outreachAccess["contact.correct"];
  const { organisationId, accountId } = context.actor;
  const first = await context.tx
    .selectFrom("contactCard")
    .select(["unitId", "shiftId", "personId", "anonymity"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", contactId)
    .executeTakeFirst();
  if (!first) throw new Problem("not_found", "contact.not_found");
  requireUnit(context, verb, first.unitId, "contact.not_found");
  const { own, contactAt, sealed } = await findCorrected(context, contactId);
  refuseIf([refuseCorrection({ own, contactAt }, context.occurredAt)]);
  const card = requireWhole(context, keepsSealed ? { ...given.card, ...sealed } : given.card);
  await requireSites(context, verb, [card.siteId, card.nextContact?.siteId ?? null]);
  await endTasksFrom(context, { type: "contact", id: contactId }, "NO_LONGER_RELEVANT");
  await insertCard(context, { ...first, id: correctionId, corrects: { id: contactId, reason } }, card);
  await sql`insert into aid_stock_entry (organisation_id, id, unit_id, item, change, contact_id, recorded_by)
    select organisation_id, gen_random_uuid(), ${first.unitId}, item, quantity, ${correctionId}, ${accountId} from contact_aid
    where organisation_id = ${organisationId} and contact_id = ${contactId}`.execute(context.tx);
  const subject = { type: "contact", id: correctionId };
  const { personId } = first;
  await recordEvent(context, {
    personId,
    kind: "contact.corrected",
    section: "STREET",
    subject,
    detail: { corrects: contactId },
  });
  return { ids: { contact: correctionId, corrects: contactId }, about: { ...subject, personId, section: "STREET" } };
}

export const cardCommands = [
  defineCommand({
    type: "contact.record",
    v: 1,
    offline: true,
    summary: "Records a contact in the street, first or repeat",
    payload: RecordContact,
    verb: outreachAccess["contact.record"],
    run: recordContact,
  }),
  defineCommand({
    type: "contact.record-group",
    v: 1,
    offline: true,
    summary: "Records short cards of several people met at one place",
    payload: RecordGroup,
    verb: outreachAccess["contact.record-group"],
    run: recordGroup,
  }),
  defineCommand({
    type: "contact.correct",
    v: 1,
    offline: true,
    summary: "Sets a corrected card beside a recorded one",
    payload: CorrectContact,
    verb: outreachAccess["contact.correct"],
    run: correctContact,
  }),
];
