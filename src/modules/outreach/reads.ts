import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { findRelation, requirePerson } from "../casework/public.ts";
import { whereaboutsHidden } from "../person/public.ts";
import { outreachAccess } from "./access.ts";
import { warnOfWorkers } from "./alone.ts";
import { ContactLine, ContactView, Counts, StreetPerson } from "./contract.ts";
import { requireUnit } from "./reach.ts";
import { missingInCard, workReport } from "./rules.ts";
import { unseal, unsealText } from "./sealed.ts";

const timeZone = "Europe/Warsaw";
const at = (text: string | null) => (text === null ? null : instantOf(text));

/** Cards that no correction stands for. */
export const current = sql`not exists (select from contact_card n where n.organisation_id = c.organisation_id and n.corrects_id = c.id)`;

/** Cards of the same person made before `c`: their number and the last one's time (R-OUT-04). */
export const earlier = sql`lateral (select count(*)::int as number, max(b.contact_at) as last_at from contact_card b
    where c.person_id is not null and b.organisation_id = c.organisation_id and b.person_id = any (same_person(c.person_id))
      and (b.contact_at, b.id) < (c.contact_at, c.id) and b.id is distinct from c.corrects_id
      and not exists (select from contact_card n where n.organisation_id = b.organisation_id and n.corrects_id = b.id))`;

/** True where the person's whereabouts are protected and the reader is not among those named. */
export const placeHidden = (context: WorkContext) => whereaboutsHidden(context, sql.ref("p.id"));

/** As the street knows the person: alias, else first name and initial, else the number. */
export const streetName = sql<string>`coalesce(p.alias, p.first_name || coalesce(' ' || left(p.last_name, 1) || '.', ''), '#' || p.person_no)`;

type CardRow = {
  id: string;
  unitId: string;
  shiftId: string | null;
  personId: string | null;
  personName: string | null;
  anonymity: ContactView["anonymity"];
  contactAt: string;
  receivedAt: string;
  deviceAt: string | null;
  siteId: string | null;
  siteName: string | null;
  area: string | null;
  hidden: boolean;
  placeText: string | null;
  lat: string | null;
  lon: string | null;
  accompaniment: string | null;
  accompanimentHours: string | null;
  stepDueOn: PlainDate | null;
  nextContactOn: PlainDate | null;
  nextContactSiteId: string | null;
  healthSealed: Buffer | null;
  stepSealed: Buffer | null;
  noteSealed: Buffer | null;
  correctsId: string | null;
  correctionReasonSealed: Buffer | null;
  correctedBy: string | null;
  recordedBy: string;
  recordedByName: string;
  workers: { id: string; name: string }[];
  aid: ContactView["card"]["aid"];
  earlierNumber: number;
  earlierAt: string | null;
} & Pick<
  ContactView["card"],
  | "sex"
  | "ageBand"
  | "notSeenBefore"
  | "groupSize"
  | "accompaniedBy"
  | "howFound"
  | "sleepingPlace"
  | "homelessFor"
  | "supportsUsed"
  | "needs"
  | "documents"
  | "safetyRisks"
  | "actions"
  | "infoTopics"
  | "notice"
  | "attitude"
  | "motivationStage"
  | "relationEnd"
  | "identityRevealed"
  | "previousId"
  | "previousStepOutcome"
>;

const Health = ContactView.shape.card.shape.health
  .unwrap()
  .unwrap()
  .extend({ changes: ContactView.shape.card.shape.changes });

/** What was seen of health and how things have changed, from a card's seal. */
export function healthOf(context: WorkContext, cardId: string, sealed: Uint8Array | null) {
  const opened = unseal(context, "outreach.health", cardId, sealed);
  if (!opened) return { changes: [], health: null };
  const { changes, ...health } = Health.parse(opened);
  return { changes, health };
}

/** @throws Problem not_found `contact.not_found`, also for a card of another team or organisation */
async function getContact(context: WorkContext, contactId: string): Promise<ContactView> {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<CardRow>`select c.*, ${streetName} as person_name, s.name as site_name, s.area, ${placeHidden(context)} as hidden,
      m.display_name as recorded_by_name, n.id as corrected_by, e.number as earlier_number, e.last_at as earlier_at,
      (select coalesce(json_agg(json_build_object('id', w.account_id, 'name', wm.display_name) order by wm.display_name), '[]')
        from contact_worker w join membership wm on wm.organisation_id = w.organisation_id and wm.account_id = w.account_id
        where w.organisation_id = c.organisation_id and w.contact_id = c.id) as workers,
      (select coalesce(json_agg(json_build_object('item', a.item, 'quantity', a.quantity) order by a.item), '[]')
        from contact_aid a where a.organisation_id = c.organisation_id and a.contact_id = c.id) as aid
    from contact_card c
      left join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      left join outreach_site s on s.organisation_id = c.organisation_id and s.id = c.site_id
      left join contact_card n on n.organisation_id = c.organisation_id and n.corrects_id = c.id
      join membership m on m.organisation_id = c.organisation_id and m.account_id = c.recorded_by
      cross join ${earlier} e
    where c.organisation_id = ${organisationId} and c.id = ${contactId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "contact.not_found");
  requireUnit(context, outreachAccess["contact.read"], row.unitId, "contact.not_found");
  const { changes, health } = healthOf(context, row.id, row.healthSealed);
  const step = unsealText(context, "outreach.step", row.id, row.stepSealed);
  const note = unsealText(context, "outreach.note", row.id, row.noteSealed);
  const reason = unsealText(context, "outreach.reason", row.id, row.correctionReasonSealed);
  const shown = !row.hidden; // what was typed freely may say the place as well
  const nextContactSiteId = shown ? row.nextContactSiteId : null;
  const card: ContactView["card"] = {
    contactAt: instantOf(row.contactAt),
    deviceAt: at(row.deviceAt),
    siteId: shown ? row.siteId : null,
    placeText: shown ? row.placeText : null,
    geo: shown && row.lat !== null && row.lon !== null ? { lat: Number(row.lat), lon: Number(row.lon) } : null,
    workerIds: row.workers.map((worker) => worker.id),
    sex: row.sex,
    ageBand: row.ageBand,
    notSeenBefore: row.notSeenBefore,
    actions: row.actions,
    groupSize: row.groupSize,
    accompaniedBy: row.accompaniedBy,
    howFound: row.howFound,
    sleepingPlace: shown ? row.sleepingPlace : null,
    homelessFor: row.homelessFor,
    supportsUsed: row.supportsUsed,
    needs: row.needs,
    health: health && (shown ? health : { ...health, note: null }),
    documents: row.documents,
    safetyRisks: row.safetyRisks,
    aid: row.aid,
    infoTopics: row.infoTopics,
    notice: row.notice,
    attitude: row.attitude,
    nextStep: shown && step !== null ? { text: step, dueOn: row.stepDueOn } : null,
    nextContact: row.nextContactOn ? { on: row.nextContactOn, siteId: nextContactSiteId } : null,
    note: shown ? note : null,
    previousId: row.previousId,
    previousStepOutcome: row.previousStepOutcome,
    changes,
    motivationStage: row.motivationStage,
    identityRevealed: row.identityRevealed,
    accompaniment: row.accompaniment ? { kind: row.accompaniment, hours: Number(row.accompanimentHours) } : null,
    relationEnd: row.relationEnd,
  };
  const warning = await warnOfWorkers(context, card.workerIds, card.contactAt ?? context.now);
  return {
    id: row.id,
    personId: row.personId,
    personName: row.personName,
    anonymity: row.anonymity,
    kind: row.earlierNumber > 0 ? "REPEAT" : "FIRST",
    contactNo: row.earlierNumber + 1,
    daysSinceLast: daysSince(row),
    receivedAt: instantOf(row.receivedAt),
    recordedBy: row.recordedByName,
    unitId: row.unitId,
    shiftId: row.shiftId,
    siteName: shown ? row.siteName : null,
    area: shown ? row.area : null,
    placeHidden: row.hidden,
    workers: row.workers,
    own: [row.recordedBy, ...card.workerIds].includes(context.actor.accountId),
    warnings: warning ? [warning] : [],
    missing: missingInCard(card, row.shiftId),
    corrects: row.correctsId ? { id: row.correctsId, reason: (shown && reason) || "" } : null,
    correctedBy: row.correctedBy,
    card,
  };
}

function daysSince({ contactAt, earlierAt }: CardRow): number | null {
  if (!earlierAt) return null;
  return Math.floor((Date.parse(instantOf(contactAt)) - Date.parse(instantOf(earlierAt))) / 86_400_000);
}

type LineRow = {
  id: string;
  contactAt: string;
  kind: "FIRST" | "REPEAT";
  area: string | null;
  hidden: boolean;
  siteName: string | null;
  placeText: string | null;
  relationEnd: ContactLine["relationEnd"];
  workers: string[];
  actions: NonNullable<ContactLine["team"]>["actions"];
  needs: NonNullable<ContactLine["team"]>["needs"];
  stepSealed: Buffer | null;
  stepDueOn: PlainDate | null;
  previousStepOutcome: NonNullable<ContactLine["team"]>["previousStepOutcome"];
  correctsId: string | null;
};

/** The person's cards, newest first, at most 500. Shelter and social workers get the summary. @throws Problem not_found `person.not_found` */
async function listContacts(context: WorkContext, personId: string): Promise<ContactLine[]> {
  await requirePerson(context, outreachAccess["contact.read-summary"], personId);
  const relation = await findRelation(context, personId);
  const whole = may(context.actor, outreachAccess["contact.read"], relation ?? {});
  const { rows } =
    await sql<LineRow>`select c.id, c.contact_at, c.actions, c.needs, c.step_sealed, c.step_due_on, c.relation_end,
      c.previous_step_outcome, c.corrects_id, c.place_text, s.name as site_name, s.area, ${placeHidden(context)} as hidden,
      case when row_number() over (order by c.contact_at, c.id) = 1 then 'FIRST' else 'REPEAT' end as kind,
      (select coalesce(json_agg(m.display_name order by m.display_name), '[]') from contact_worker w
        join membership m on m.organisation_id = w.organisation_id and m.account_id = w.account_id
        where w.organisation_id = c.organisation_id and w.contact_id = c.id) as workers
    from contact_card c
      join person p on p.organisation_id = c.organisation_id and p.id = ${personId}
      left join outreach_site s on s.organisation_id = c.organisation_id and s.id = c.site_id
    where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (same_person(${personId})) and ${current}
    order by c.contact_at desc, c.id desc ${atMost}`.execute(context.tx);
  return rows.map((row) => {
    const step = whole && !row.hidden ? unsealText(context, "outreach.step", row.id, row.stepSealed) : null;
    return {
      id: row.id,
      contactAt: instantOf(row.contactAt),
      kind: row.kind,
      area: row.hidden ? null : row.area,
      relationEnd: row.relationEnd,
      team: whole
        ? {
            siteName: row.hidden ? null : row.siteName,
            placeText: row.hidden ? null : row.placeText,
            placeHidden: row.hidden,
            workers: row.workers,
            actions: row.actions,
            needs: row.needs,
            nextStep: step === null ? null : { text: step, dueOn: row.stepDueOn },
            previousStepOutcome: row.previousStepOutcome,
            corrected: row.correctsId !== null,
          }
        : null,
    };
  });
}

type PersonRow = Omit<StreetPerson, "nextStep"> & { stepSealed: Buffer | null; stepDueOn: PlainDate | null };

/** Everybody that the actor's teams meet in the street, last met first; at most 5,000. */
async function listPeople(context: WorkContext): Promise<StreetPerson[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } =
    await sql<PersonRow>`select p.id as person_id, p.person_no, ${streetName} as name, p.sex, c.age_band, s.area, s.name as site_name,
      ${placeHidden(context)} as place_hidden, c.contact_at as last_contact_at, c.id as last_contact_id, k.number as contacts,
      c.step_sealed, c.step_due_on, c.next_contact_on
    from person p
      cross join lateral (select case when exists (select from person m where m.organisation_id = p.organisation_id and m.merged_into = p.id)
        then same_person(p.id) else array[p.id] end as ids) g
      cross join lateral (select count(*)::int as number from contact_card c where c.organisation_id = p.organisation_id
        and c.person_id = any (g.ids) and ${current}) k
      left join lateral (select c.* from contact_card c where c.organisation_id = p.organisation_id
        and c.person_id = any (g.ids) and ${current} order by c.contact_at desc, c.id desc limit 1) c on true
      left join outreach_site s on s.organisation_id = c.organisation_id and s.id = c.site_id
    where p.organisation_id = ${organisationId} and p.merged_into is null and p.death_date is null
      and exists (select from person_unit u where u.organisation_id = p.organisation_id and u.person_id = p.id and u.unit_id = any (${[...unitIds]}::uuid[]))
    order by c.contact_at desc nulls last, p.person_no limit 5000`.execute(context.tx);
  return rows.map(({ stepSealed, stepDueOn, ...row }) => {
    const shown = !row.placeHidden;
    const text =
      shown && row.lastContactId ? unsealText(context, "outreach.step", row.lastContactId, stepSealed) : null;
    return {
      ...row,
      area: shown ? row.area : null,
      siteName: shown ? row.siteName : null,
      lastContactAt: at(row.lastContactAt),
      nextStep: text === null ? null : { text, dueOn: stepDueOn },
    };
  });
}

/** R-OUT-03 and R-OUT-05 over the current cards that `which` names (on `c`). */
export async function countCards(context: WorkContext, which: RawBuilder<unknown>): Promise<Counts> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{ personNo: string | null; notSeenBefore: boolean; kind: "FIRST" | "REPEAT" }>`
    select c.person_id as person_no, c.not_seen_before, case when e.number > 0 then 'REPEAT' else 'FIRST' end as kind
    from contact_card c cross join ${earlier} e
    where c.organisation_id = ${organisationId} and ${current} and ${which}`.execute(context.tx);
  const merged = await context.tx
    .selectFrom("person")
    .select(["id", "mergedInto"])
    .where("organisationId", "=", organisationId)
    .where("mergedInto", "is not", null)
    .execute();
  return workReport(rows, new Map(merged.flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto]] : []))));
}

/** Days inclusive, in the organisation's time zone. */
function countPeriod(context: WorkContext, from: PlainDate, to: PlainDate): Promise<Counts> {
  return countCards(
    context,
    sql`c.unit_id = any (${[...context.actor.unitIds]}::uuid[]) and c.contact_at >= ${instantAt(from, "00:00", timeZone)}
      and c.contact_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}`,
  );
}

export const cardQueries = [
  defineQuery({
    name: "contact.read",
    method: "GET",
    path: "/outreach/contacts/:contactId",
    summary: "One card as its team reads it",
    input: z.strictObject({ contactId: z.uuid() }),
    answer: z.object({ contact: ContactView }),
    verb: outreachAccess["contact.read"],
    audit: ({ contactId }, { contact }) => ({
      objectType: "contact",
      objectId: contactId,
      personId: contact.personId,
      section: "STREET",
    }),
    run: async (context, { contactId }) => ({ contact: await getContact(context, contactId) }),
  }),
  defineQuery({
    name: "contact.list-of-person",
    method: "GET",
    path: "/people/:personId/contacts",
    summary: "Contacts of a person, newest first; a summary outside the outreach team",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ contacts: z.array(ContactLine) }),
    verb: outreachAccess["contact.read-summary"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "STREET" }),
    run: async (context, { personId }) => ({ contacts: await listContacts(context, personId) }),
  }),
  defineQuery({
    name: "outreach.list-people",
    method: "GET",
    path: "/outreach/people",
    summary: "People that my team meets in the street, last met first",
    input: z.strictObject({}),
    answer: z.object({ people: z.array(StreetPerson) }),
    verb: outreachAccess["outreach.read"],
    audit: (_, { people }) => ({ objectType: "outreach-people", section: "STREET", detail: { people: people.length } }),
    run: async (context) => ({ people: await listPeople(context) }),
  }),
  defineQuery({
    name: "outreach.count",
    method: "GET",
    path: "/outreach/counts",
    summary: "Contacts and distinct persons of my teams in a period",
    input: z
      .strictObject({ from: PlainDate, to: PlainDate })
      .refine(({ from, to }) => from <= to, { path: ["to"], message: "outreach.period_backwards" }),
    answer: Counts,
    verb: outreachAccess["outreach.read"],
    audit: null,
    run: (context, { from, to }) => countPeriod(context, from, to),
  }),
];
