import { type RawBuilder, sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { Change, SetKind } from "../../../platform/sync/setKind.ts";
import { hoursAfter } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { whereaboutsProtected } from "../../person/public.ts";
import { detailOf, isStillPlanned } from "../assistance.ts";
import type { Tonight } from "../contract.ts";
import { current, streetName } from "../reads.ts";
import { listRoutes } from "../routes.ts";
import { unsealText } from "../sealed.ts";
import { frostBelow, listAlerts, listSites } from "../tonight.ts";
import { type HeldCard, type HeldEntry, type HeldUnit, heldKinds, lean } from "./held.ts";

/**
 * What the street's phones hold, chosen by rule: the whole directory of the reader's teams in one line each, the last cards of
 * people met in 90 days or due, the teams' places, and the teams themselves. Source: decisions 14, C18; what is left out: `held.ts`.
 */
const directoryMost = 10_000;
const packsMost = 500;
const cardsInPack = 3;
const packDays = 90;
const recentHours = 96; // longer than a lease: what a phone did is told back to it before it may forget

const at = (text: string | null) => (text === null ? null : instantOf(text));
const units = (context: WorkContext) => sql`${[...context.actor.unitIds]}::uuid[]`;

/** People of the reader's teams (on `p`) who are not merged into another and live. */
const met = (
  context: WorkContext,
) => sql`p.organisation_id = ${context.actor.organisationId} and p.merged_into is null and p.death_date is null
  and exists (select from person_unit u where u.organisation_id = p.organisation_id and u.person_id = p.id and u.unit_id = any (${units(context)}))`;

/** Ids of all records that are this person. */
const recordsOf = ({ actor }: WorkContext, id: RawBuilder<unknown>) => sql`array(
      select coalesce(r.merged_into, r.id) from person r where r.organisation_id = ${actor.organisationId} and r.id = ${id}
      union all select m.id from person r join person m on m.organisation_id = ${actor.organisationId} and m.merged_into = coalesce(r.merged_into, r.id)
        where r.organisation_id = ${actor.organisationId} and r.id = ${id})`;

/** `offset 0`: reckoned once a person, not at each place that names it. */
const familyOf = (context: WorkContext) =>
  sql`cross join lateral (select ${recordsOf(context, sql`p.id`)} as ids offset 0) g`;

/** All current cards of person `p`, on `c`; one organisation by its id, as the planner must not look for it row by row. */
const cardsOf = (
  context: WorkContext,
) => sql`contact_card c where c.organisation_id = ${context.actor.organisationId} and c.person_id = any (g.ids)
      and not exists (select from contact_card n where n.organisation_id = ${context.actor.organisationId} and n.corrects_id = c.id offset 0)`;

type EntryRow = Omit<HeldEntry, "step" | "openSteps" | "planned"> & {
  stepSealed: Buffer | null;
  stepDueOn: PlainDate | null;
  open: { cardId: string; dueOn: PlainDate; sealed: string | null }[];
  agreed: { id: string; plannedAt: string; sealed: string }[];
};

async function loadEntries(context: WorkContext, ids: readonly string[]) {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<EntryRow>`select p.id as person_id, p.person_no, ${streetName} as name, p.sex, c.age_band, h.hidden as place_hidden,
      c.contact_at as last_contact_at, c.id as last_contact_id, k.number as contacts, c.step_sealed, c.step_due_on, c.next_contact_on,
      case when h.hidden then null else c.site_id end as site_id, case when h.hidden then null else s.area end as area,
      case when h.hidden then null else c.next_contact_site_id end as next_contact_site_id,
      c.relation_end is not null or exists (select from outreach_relation_ending r where r.organisation_id = ${organisationId}
        and r.person_id = any (g.ids) and r.ended_on >= c.contact_at::date) as ended, array_remove(g.ids, p.id) as merged_ids, coalesce(o.open, '[]') as open,
      coalesce(l.agreed, '[]') as agreed
    from person p ${familyOf(context)}
      cross join lateral (select ${whereaboutsProtected(context, sql.ref("p.id"))} as hidden offset 0) h
      cross join lateral (select count(*)::int as number, (array_agg(c.id order by c.contact_at desc, c.id desc))[1] as last_id from ${cardsOf(context)}) k
      left join contact_card c on c.organisation_id = ${organisationId} and c.id = k.last_id
      left join outreach_site s on s.organisation_id = ${organisationId} and s.id = c.site_id
      left join lateral (select json_agg(json_build_object('cardId', b.id, 'dueOn', t.due_on, 'sealed', encode(b.step_sealed, 'hex')) order by t.due_on, t.id) as open
        from task t join contact_card b on b.organisation_id = ${organisationId} and b.id = t.source_id
        where t.organisation_id = ${organisationId} and t.person_id = any (g.ids) and t.source_type = 'contact' and t.due_on is not null
          and t.unit_id = any (${units(context)})
          and not exists (select from task_ending e where e.organisation_id = ${organisationId} and e.task_id = t.id)) o on true
      left join lateral (select json_agg(json_build_object('id', a.id, 'plannedAt', a.planned_at, 'sealed', encode(a.detail_sealed, 'hex')) order by a.planned_at, a.id) as agreed
        from assistance a where a.organisation_id = ${organisationId} and a.person_id = any (g.ids) and a.unit_id = any (${units(context)})
          and not h.hidden and ${isStillPlanned}) l on true
    where ${met(context)} and p.id = any (${[...ids]}::uuid[])`.execute(context.tx);
  return rows.map(({ stepSealed, stepDueOn, open, agreed, ...row }) => {
    const shown = !row.placeHidden; // a step may say the place
    const step =
      shown && row.lastContactId ? unsealText(context, "outreach.step", row.lastContactId, stepSealed) : null;
    const openSteps = open.map(({ cardId, dueOn, sealed }) => ({
      cardId,
      dueOn,
      text: (shown && unsealText(context, "outreach.step", cardId, sealed ? Buffer.from(sealed, "hex") : null)) || "",
    }));
    const body: HeldEntry = {
      ...row,
      lastContactAt: at(row.lastContactAt),
      step: step === null ? null : { text: step, dueOn: stepDueOn },
      openSteps,
      planned: agreed.map(({ id, plannedAt, sealed }) => ({
        id,
        plannedAt: instantOf(plannedAt),
        ...detailOf(context, id, Buffer.from(sealed, "hex")),
      })),
    };
    return { id: row.personId, personId: row.personId, body: lean(body) };
  });
}

/** People of the reader's teams met in 90 days, or due: those due first, then those met last; at most 500. */
async function listPacks(context: WorkContext) {
  const { organisationId } = context.actor;
  const [since, soon] = [addDays(context.today, -packDays), addDays(context.today, 2)];
  const { rows } = await sql<{
    id: string;
  }>`with mine as materialized (select p.id from person p where ${met(context)}),
      records as (select id as root_id, id from mine
        union all select q.merged_into, q.id from person q join mine m on m.id = q.merged_into where q.organisation_id = ${organisationId})
    select x.root_id as id from (
      select r.root_id, k.last_at, k.due from records r cross join lateral (
          select max(c.contact_at) as last_at, bool_or(c.next_contact_on <= ${soon}) as due from contact_card c
          where c.organisation_id = ${organisationId} and c.person_id = r.id and c.contact_at >= ${since}::date) k
        where k.last_at is not null
      union all
      select r.root_id, null, true from task t join records r on r.id = t.person_id
        where t.organisation_id = ${organisationId} and t.unit_id = any (${units(context)}) and t.source_type = 'contact' and t.due_on <= ${soon}
          and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)) x
    group by x.root_id order by bool_or(x.due) desc nulls last, max(x.last_at) desc nulls last, x.root_id limit ${packsMost}`.execute(
    context.tx,
  );
  return rows.map(({ id }) => ({ id, personId: id }));
}

type PackRow = { personId: string; hidden: boolean; cards: (HeldCard["card"] & CardExtras)[] };
type CardExtras = Omit<HeldCard, "card" | "workers"> & {
  id: string;
  sealedStep: string | null;
  stepDueOn: PlainDate | null;
  nextContactOn: PlainDate | null;
  nextContactSiteId: string | null;
  accompanimentKind: string | null;
  accompanimentHours: number | null;
};

async function loadPacks(context: WorkContext, ids: readonly string[]) {
  const { organisationId } = context.actor;
  const { rows } =
    await sql<PackRow>`select p.id as person_id, ${whereaboutsProtected(context, sql.ref("p.id"))} as hidden, (select json_agg(x.card order by x.at desc, x.id desc) from (
        select l.at, l.id, json_build_object('id', c.id, 'recordedBy', c.recorded_by, 'unitId', c.unit_id, 'shiftId', c.shift_id,
          'receivedAt', c.received_at, 'corrects', c.corrects_id is not null, 'contactAt', c.contact_at, 'sex', c.sex, 'ageBand', c.age_band,
          'siteId', c.site_id, 'placeText', c.place_text, 'notSeenBefore', c.not_seen_before, 'actions', c.actions, 'groupSize', c.group_size,
          'accompaniedBy', c.accompanied_by, 'howFound', c.how_found, 'sleepingPlace', c.sleeping_place, 'homelessFor', c.homeless_for,
          'supportsUsed', c.supports_used, 'needs', c.needs, 'documents', c.documents, 'safetyRisks', c.safety_risks, 'infoTopics', c.info_topics,
          'notice', c.notice, 'attitude', c.attitude, 'motivationStage', c.motivation_stage, 'relationEnd', c.relation_end,
          'identityRevealed', c.identity_revealed, 'previousId', c.previous_id, 'previousStepOutcome', c.previous_step_outcome,
          'sealedStep', encode(c.step_sealed, 'hex'), 'stepDueOn', c.step_due_on, 'nextContactOn', c.next_contact_on,
          'nextContactSiteId', c.next_contact_site_id, 'accompanimentKind', c.accompaniment, 'accompanimentHours', c.accompaniment_hours,
          'workerIds', array(select w.account_id from contact_worker w where w.organisation_id = ${organisationId} and w.contact_id = c.id),
          'aid', (select coalesce(json_agg(json_build_object('item', a.item, 'quantity', a.quantity) order by a.item), '[]')
            from contact_aid a where a.organisation_id = ${organisationId} and a.contact_id = c.id)) as card
        from (select c.id, c.contact_at as at from ${cardsOf(context)} order by c.contact_at desc, c.id desc limit ${cardsInPack}) l
          join contact_card c on c.organisation_id = ${organisationId} and c.id = l.id) x) as cards
    from person p ${familyOf(context)}
    where ${met(context)} and p.id = any (${[...ids]}::uuid[])`.execute(context.tx);
  const workers = await namesOf(
    context,
    rows.flatMap(({ cards }) => (cards ?? []).flatMap(({ recordedBy, workerIds }) => [recordedBy, ...workerIds])),
  );
  return rows.map(({ personId, hidden, cards }) => ({
    id: personId,
    personId,
    body: lean({ personId, cards: (cards ?? []).map((card) => heldCardOf(context, card, hidden, workers)) }),
  }));
}

const byName = new Intl.Collator("pl");

/** Names of these workers by their ids, in the order of names. */
async function namesOf(context: WorkContext, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select account_id as id, display_name as name from membership
    where organisation_id = ${context.actor.organisationId} and account_id = any (${[...new Set(ids)]}::uuid[])`.execute(
    context.tx,
  );
  const sorted = rows.sort((one, other) => byName.compare(one.name, other.name) || (one.id < other.id ? -1 : 1));
  return new Map(sorted.map(({ id, name }) => [id, name]));
}

function heldCardOf(
  context: WorkContext,
  row: PackRow["cards"][number],
  hidden: boolean,
  names: ReadonlyMap<string, string>,
): HeldCard {
  const { id, recordedBy, unitId, shiftId, receivedAt, corrects, workerIds, sealedStep, stepDueOn, ...rest } = row;
  const workers = [...names].flatMap(([each, name]) => (workerIds.includes(each) ? [{ id: each, name }] : []));
  const { nextContactOn, nextContactSiteId, accompanimentKind, accompanimentHours, ...card } = rest;
  const step = hidden
    ? null
    : unsealText(context, "outreach.step", id, sealedStep ? Buffer.from(sealedStep, "hex") : null);
  return {
    id,
    recordedBy: names.get(recordedBy) ?? "",
    unitId,
    shiftId,
    receivedAt: instantOf(receivedAt),
    corrects,
    workers,
    card: {
      ...card,
      contactAt: at(card.contactAt),
      workerIds: workers.map((worker) => worker.id),
      siteId: hidden ? null : card.siteId,
      placeText: hidden ? null : card.placeText,
      sleepingPlace: hidden ? null : card.sleepingPlace,
      changes: [],
      nextStep: step === null ? null : { text: step, dueOn: stepDueOn },
      nextContact: nextContactOn ? { on: nextContactOn, siteId: hidden ? null : nextContactSiteId } : null,
      accompaniment: accompanimentKind ? { kind: accompanimentKind, hours: Number(accompanimentHours) } : null,
    },
  };
}

async function loadSites(context: WorkContext, ids: readonly string[]) {
  const wanted = new Set(ids);
  const sites = (await listSites(context)).filter(({ id }) => wanted.has(id));
  return sites.map((site) => ({ id: site.id, personId: null, body: lean(site) }));
}

type UnitRow = Pick<HeldUnit, "unitId" | "name" | "colleagues" | "shifts" | "stock" | "recentIds">;

async function loadUnits(context: WorkContext, ids: readonly string[]) {
  const since = hoursAfter(context.now, -recentHours);
  const { rows } = await sql<UnitRow>`select u.id as unit_id, u.name,
      (select coalesce(json_agg(json_build_object('id', m.account_id, 'name', m.display_name) order by m.display_name), '[]') from membership m
        join membership_unit mu on mu.organisation_id = m.organisation_id and mu.account_id = m.account_id and mu.unit_id = u.id
        where m.organisation_id = u.organisation_id and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today}) as colleagues,
      (select coalesce(json_agg(json_build_object('id', s.id, 'startedAt', s.started_at, 'plannedEnd', s.planned_end, 'lowestCelsius', s.lowest_celsius, 'routeId', s.route_id,
          'plannedStart', s.planned_start, 'endedAt', e.ended_at,
          'visits', (select coalesce(json_agg(json_build_object('id', v.id, 'siteId', v.site_id, 'visitedAt', v.visited_at, 'leftAt', v.left_at,
              'people', v.people, 'men', v.men, 'women', v.women, 'children', v.children) order by v.visited_at), '[]')
            from outreach_site_visit v where v.organisation_id = s.organisation_id and v.shift_id = s.id),
          'assistance', (select coalesce(json_agg(json_build_object('id', r.assistance_id, 'hours', r.hours)), '[]')
            from assistance_result r where r.organisation_id = s.organisation_id and r.shift_id = s.id),
          'interventionIds', (select coalesce(json_agg(i.id), '[]') from outreach_intervention i where i.organisation_id = s.organisation_id and i.shift_id = s.id),
          'incidentIds', (select coalesce(json_agg(i.id), '[]') from outreach_incident i where i.organisation_id = s.organisation_id and i.shift_id = s.id),
          'members', (select json_agg(json_build_object('id', a.account_id, 'name', m.display_name) order by m.display_name) from outreach_shift_member a
            join membership m on m.organisation_id = a.organisation_id and m.account_id = a.account_id
            where a.organisation_id = s.organisation_id and a.shift_id = s.id),
          'cards', (select coalesce(json_agg(json_build_object('id', c.id, 'personId', c.person_id, 'notSeenBefore', c.not_seen_before, 'contactAt', c.contact_at,
              'actions', c.actions, 'accompanimentHours', c.accompaniment_hours,
              'aid', (select json_agg(json_build_object('item', a.item, 'quantity', a.quantity)) from contact_aid a
                where a.organisation_id = c.organisation_id and a.contact_id = c.id),
              'siteId', case when ${whereaboutsProtected(context, sql.ref("c.person_id"))} then null else c.site_id end,
              'repeat', exists (select from contact_card b where b.organisation_id = ${context.actor.organisationId}
                and b.person_id = any (${recordsOf(context, sql`c.person_id`)}) and (b.contact_at, b.id) < (c.contact_at, c.id) and b.id is distinct from c.corrects_id
                and not exists (select from contact_card n where n.organisation_id = ${context.actor.organisationId} and n.corrects_id = b.id offset 0)))
              order by c.contact_at, c.id), '[]')
            from contact_card c where c.organisation_id = s.organisation_id and c.shift_id = s.id and ${current})) order by s.started_at desc), '[]')
        from outreach_shift s left join outreach_shift_ending e on e.organisation_id = s.organisation_id and e.shift_id = s.id
        where s.organisation_id = u.organisation_id and s.unit_id = u.id and s.started_at > ${since}) as shifts,
      (select coalesce(json_agg(json_build_object('item', k.item, 'left', k.left) order by k.item), '[]') from (select e.item, sum(e.change)::int as left
        from aid_stock_entry e where e.organisation_id = u.organisation_id and e.unit_id = u.id group by e.item) k) as stock,
      (select coalesce(json_agg(r.id), '[]') from (
        select c.id from contact_card c where c.organisation_id = u.organisation_id and c.unit_id = u.id and c.received_at > ${since}
        union all select v.id from outreach_site_visit v join outreach_site vs on vs.organisation_id = v.organisation_id and vs.id = v.site_id
          where v.organisation_id = u.organisation_id and vs.unit_id = u.id and v.recorded_at > ${since}
        union all select e.id from aid_stock_entry e where e.organisation_id = u.organisation_id and e.unit_id = u.id and e.contact_id is null and e.recorded_at > ${since}
        union all select s.id from outreach_shift s where s.organisation_id = u.organisation_id and s.unit_id = u.id and s.recorded_at > ${since}
        union all select i.id from outreach_intervention i where i.organisation_id = u.organisation_id and i.unit_id = u.id and i.recorded_at > ${since}
        union all select n.id from outreach_relation_ending n where n.organisation_id = u.organisation_id and n.unit_id = u.id and n.recorded_at > ${since}
        union all select a.id from assistance a where a.organisation_id = u.organisation_id and a.unit_id = u.id and a.recorded_at > ${since}
        union all select n.id from assistance_change n join assistance na on na.organisation_id = n.organisation_id and na.id = n.assistance_id
          where n.organisation_id = u.organisation_id and na.unit_id = u.id and n.recorded_at > ${since}
        union all select e.shift_id from outreach_shift_ending e join outreach_shift es on es.organisation_id = e.organisation_id and es.id = e.shift_id
          where e.organisation_id = u.organisation_id and es.unit_id = u.id and e.recorded_at > ${since}) r) as recent_ids
    from unit u where u.organisation_id = ${context.actor.organisationId} and u.id = any (${units(context)}) and u.id = any (${[...ids]}::uuid[])`.execute(
    context.tx,
  );
  const below = await frostBelow(context);
  const routes = await listRoutes(context);
  const alerts: Tonight["alerts"] = await listAlerts(context);
  return rows.map((row) => {
    const shifts = row.shifts.map((shift) => ({
      ...shift,
      startedAt: instantOf(shift.startedAt),
      plannedStart: at(shift.plannedStart),
      plannedEnd: at(shift.plannedEnd),
      endedAt: at(shift.endedAt),
      visits: shift.visits.map((visit) => ({
        ...visit,
        visitedAt: instantOf(visit.visitedAt),
        leftAt: at(visit.leftAt),
      })),
      cards: shift.cards.map((card) => ({ ...card, contactAt: instantOf(card.contactAt) })),
    }));
    const body: HeldUnit = {
      ...row,
      shifts,
      alerts,
      frostBelow: below,
      routes: routes.filter(({ unitId }) => unitId === row.unitId),
    };
    return { id: row.unitId, personId: null, body: lean(body) };
  });
}

/** A change of a merged record is a change of the person it belongs to. */
async function rootsOf(context: WorkContext, changes: readonly Change[]): Promise<string[]> {
  const ids = changes.map(({ recordId }) => recordId);
  const { rows } = await sql<{ id: string }>`select distinct coalesce(p.merged_into, p.id) as id from person p
    where p.organisation_id = ${context.actor.organisationId} and p.id = any (${ids}::uuid[])`.execute(context.tx);
  return rows.map(({ id }) => id);
}

/** In the order in which they are wanted when the network is slow: the team first, then places, people due, then everybody. */
export const streetKinds: readonly SetKind[] = [
  {
    kind: heldKinds.unit,
    v: 1,
    topics: ["street.unit"],
    warnAt: 20,
    most: 50,
    narrow: "set.street.units",
    fields: ["name", "colleagues", "shifts", "stock", "alerts", "routes"],
    list: async ({ actor }) => actor.unitIds.map((id) => ({ id, personId: null })),
    load: loadUnits,
  },
  {
    kind: heldKinds.site,
    v: 1,
    topics: ["street.site"],
    warnAt: 500,
    most: 2_000,
    narrow: "set.street.sites",
    fields: ["name", "siteType", "area", "exact", "hazards", "entryRule", "facilitiesNearby", "status", "lastVisitAt"],
    list: async (context) => {
      const { rows } = await sql<{ id: string }>`select id from outreach_site
        where organisation_id = ${context.actor.organisationId} and unit_id = any (${units(context)})
        order by id limit 2001`.execute(context.tx);
      return rows.map(({ id }) => ({ id, personId: null }));
    },
    load: loadSites,
  },
  {
    kind: heldKinds.pack,
    v: 1,
    topics: ["street.person"],
    warnAt: packsMost + 1, // the rule itself keeps to the nearest
    most: packsMost,
    narrow: "set.street.packs",
    fields: [
      "contactAt",
      "place",
      "workers",
      "sex",
      "ageBand",
      "needs",
      "actions",
      "documents",
      "safetyRisks",
      "aid",
      "nextStep",
      "attitude",
      "motivationStage",
      "relationEnd",
    ],
    list: listPacks,
    touched: rootsOf,
    load: loadPacks,
  },
  {
    kind: heldKinds.entry,
    v: 1,
    topics: ["street.person"],
    warnAt: 5_000,
    most: directoryMost,
    narrow: "set.street.entries",
    fields: [
      "name",
      "personNo",
      "sex",
      "ageBand",
      "place",
      "lastContactAt",
      "contacts",
      "agreedStep",
      "nextContactOn",
      "assistance",
    ],
    list: async (context) => {
      const { rows } = await sql<{ id: string }>`select p.id from person p where ${met(context)}
        order by p.id limit ${directoryMost + 1}`.execute(context.tx);
      return rows.map(({ id }) => ({ id, personId: id }));
    },
    load: loadEntries,
    touched: rootsOf,
  },
];
