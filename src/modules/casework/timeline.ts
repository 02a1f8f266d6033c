import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type Section, sections, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import { caseworkAccess, sectionReaders } from "./access.ts";
import { timelineNouns } from "./codes.ts";
import { type CaseloadLine, CaseloadView, CaseView, type TimelineLine, TimelineView } from "./contract.ts";
import { requireCase, requirePerson } from "./public.ts";

const ReadTimeline = z.strictObject({
  personId: z.uuid(),
  section: z.enum(sections).optional(),
  /** First word of the lines' kind. */
  kind: z.enum(timelineNouns).optional(),
  /** Polish days, inclusive. */
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  before: Instant.optional(),
  /** Lines of the same instant are told apart by their id. */
  beforeId: z.uuid().optional(),
});

const linesOnPage = 100;
const noId = "00000000-0000-0000-0000-000000000000";

/** Newest first, a page of them; only the sections that the actor may read of this person. */
async function readTimeline(
  context: WorkContext,
  { personId, section, kind, from, until, before, beforeId }: z.infer<typeof ReadTimeline>,
): Promise<TimelineView> {
  const relation = await requirePerson(context, caseworkAccess["timeline.read"], personId);
  const hidden = await areWhereaboutsHidden(context, personId); // days of classes say where they are (C7)
  const readable = sections.filter(
    (one: Section) =>
      (!section || section === one) &&
      !(hidden && one === "ATTENDANCE") &&
      may(context.actor, sectionReaders[one], relation),
  );
  const { rows } =
    await sql<TimelineLine>`select e.id, e.kind, e.section, e.occurred_at, e.recorded_at, m.display_name as actor_name, e.subject_type, e.subject_id, e.detail
    from event e left join membership m on m.organisation_id = e.organisation_id and m.account_id = e.actor_id
    where e.organisation_id = ${context.actor.organisationId} and e.section = any (${readable}::text[])
      and e.person_id in (select ${personId}::uuid union select p.id from person p where p.organisation_id = ${context.actor.organisationId} and p.merged_into = ${personId})
      and (${kind ?? null}::text is null or split_part(e.kind, '.', 1) = ${kind ?? null})
      and e.occurred_at >= coalesce(${from ?? null}::date::timestamp at time zone 'Europe/Warsaw', '-infinity')
      and e.occurred_at < coalesce((${until ?? null}::date + 1)::timestamp at time zone 'Europe/Warsaw', 'infinity')
      and (date_trunc('milliseconds', e.occurred_at), e.id) < (${before ?? "infinity"}::timestamptz, ${beforeId ?? noId}::uuid)
    order by date_trunc('milliseconds', e.occurred_at) desc, e.id desc limit ${linesOnPage + 1}`.execute(context.tx);
  const lines = rows
    .slice(0, linesOnPage)
    .map((row) => ({ ...row, occurredAt: instantOf(row.occurredAt), recordedAt: instantOf(row.recordedAt) }));
  return { lines, more: rows.length > linesOnPage };
}

/** First words of kinds that say nothing about the person having been seen. */
const deskWork = ["case", "task", "glass"];

/**
 * People with an open case that the actor's units lead or whose team the actor is in, each once with the case nearest to the actor:
 * what is due first, then who has gone quiet longest.
 */
async function readCaseload(context: WorkContext): Promise<CaseloadView> {
  const { organisationId, accountId, unitIds } = context.actor;
  const readable = sections.filter((one: Section) =>
    may(context.actor, sectionReaders[one], { unit: true, team: true }),
  );
  const { rows } = await sql<CaseloadLine & { total: number }>`
    with reached as (
      select c.id as case_id, c.person_id, coalesce(p.merged_into, p.id) as root_id, c.stage, c.opened_on, c.leader_id,
        coalesce(c.leader_id = ${accountId}, false) or exists (select from case_member me where me.organisation_id = c.organisation_id and me.case_id = c.id
          and me.account_id = ${accountId} and me.valid_from <= ${context.today} and coalesce(me.valid_until, ${context.today}) >= ${context.today}) as mine
      from open_case o
      join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
      join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
      where o.organisation_id = ${organisationId} and o.case_id in (
        select oc.case_id from open_case oc where oc.organisation_id = ${organisationId} and oc.unit_id = any (${may(context.actor, caseworkAccess["case.read"], { unit: true }) ? [...unitIds] : []}::uuid[])
        union select m.case_id from case_member m where m.organisation_id = ${organisationId} and m.account_id = ${accountId} and m.valid_from <= ${context.today} and coalesce(m.valid_until, ${context.today}) >= ${context.today})),
    people as (
      select distinct on (root_id) *, array_agg(person_id) over same || root_id as ids, count(*) over same::int as cases, bool_or(mine) over same as any_mine
      from reached window same as (partition by root_id) order by root_id, mine desc, opened_on desc, case_id)
    select count(*) over ()::int as total, c.case_id, c.root_id as person_id, c.cases, p.person_no,
      coalesce(p.first_name || coalesce(' ' || p.last_name, ''), p.alias, '#' || p.person_no) as name, c.stage, c.opened_on, l.display_name as leader_name,
      c.any_mine as mine,
      (select min(t.due_on) from task t where t.organisation_id = p.organisation_id and t.person_id = any (c.ids)
        and not exists (select from task_ending te where te.organisation_id = t.organisation_id and te.task_id = t.id)) as next_due,
      (select max(newest.at) from unnest(c.ids) as same (id), lateral (select e.occurred_at as at from event e
        where e.organisation_id = p.organisation_id and e.person_id = same.id
          and e.section = any (${readable}::text[]) and split_part(e.kind, '.', 1) <> all (${deskWork}::text[])
        order by e.occurred_at desc limit 1) newest) as last_seen_at
    from people c
    join person p on p.organisation_id = ${organisationId} and p.id = c.root_id
    left join membership l on l.organisation_id = p.organisation_id and l.account_id = c.leader_id
    order by next_due nulls last, last_seen_at nulls first, name limit 5000`.execute(context.tx);
  const people = rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt && instantOf(row.lastSeenAt) }));
  return { people, total: rows[0]?.total ?? 0 };
}

/** Cases of one person, newest first, with team and path. */
async function readCases(context: WorkContext, personId: string): Promise<CaseView[]> {
  await requirePerson(context, caseworkAccess["case.read"], personId);
  const { organisationId } = context.actor;
  const { rows } =
    await sql<CaseView>`select c.id, c.person_id, u.name as unit_name, c.opened_on, e.ended_on, e.reason as end_reason, c.stage, c.version,
      coalesce((select jsonb_agg(jsonb_build_object('memberId', m.id, 'accountId', m.account_id, 'name', a.display_name, 'part', m.part, 'validFrom', m.valid_from, 'validUntil', m.valid_until) order by m.valid_from, a.display_name)
        from case_member m join membership a on a.organisation_id = m.organisation_id and a.account_id = m.account_id where m.organisation_id = c.organisation_id and m.case_id = c.id), '[]') as team,
      coalesce((select jsonb_agg(jsonb_build_object('fromStage', s.from_stage, 'toStage', s.to_stage, 'act', s.act, 'movedAt', s.moved_at, 'movedBy', a.display_name) order by s.moved_at, s.id)
        from case_stage_step s left join membership a on a.organisation_id = s.organisation_id and a.account_id = s.moved_by where s.organisation_id = c.organisation_id and s.case_id = c.id), '[]') as steps
    from support_case c join unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
    left join support_case_ending e on e.organisation_id = c.organisation_id and e.case_id = c.id
    where c.organisation_id = ${organisationId} and c.person_id = any (same_person(${personId})) order by c.opened_on desc, c.id desc ${atMost}`.execute(
      context.tx,
    );
  return rows;
}

export const timelineQueries = [
  defineQuery({
    name: "timeline.read",
    method: "GET",
    path: "/people/:personId/timeline",
    summary: "What happened to a person, as far as I may see it",
    input: ReadTimeline,
    answer: TimelineView,
    verb: caseworkAccess["timeline.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
    run: readTimeline,
  }),
  defineQuery({
    name: "caseload.read",
    method: "GET",
    path: "/caseload",
    summary: "My people: what is due, who has gone quiet",
    input: z.strictObject({}),
    answer: CaseloadView,
    verb: caseworkAccess["case.read"],
    audit: null,
    run: readCaseload,
  }),
  defineQuery({
    name: "case.list",
    method: "GET",
    path: "/people/:personId/cases",
    summary: "Cases of a person with team and path",
    input: z.strictObject({ personId: z.uuid() }),
    answer: z.object({ cases: z.array(CaseView) }),
    verb: caseworkAccess["case.read"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
    run: async (context, { personId }) => ({ cases: await readCases(context, personId) }),
  }),
  defineQuery({
    name: "case.read",
    method: "GET",
    path: "/cases/:caseId",
    summary: "One case",
    input: z.strictObject({ caseId: z.uuid() }),
    answer: z.object({ id: z.uuid(), personId: z.uuid(), stage: z.string(), version: z.int(), open: z.boolean() }),
    verb: caseworkAccess["case.read"],
    audit: ({ caseId }, { personId }) => ({ objectType: "case", objectId: caseId, personId }),
    run: async (context, { caseId }) => {
      const { personId, stage, version, open } = await requireCase(context, caseworkAccess["case.read"], caseId);
      return { id: caseId, personId, stage, version, open };
    },
  }),
];
