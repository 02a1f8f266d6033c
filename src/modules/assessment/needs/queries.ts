import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import { findRelation, personInReach, requireCase } from "../../casework/public.ts";
import { getPersonName, shortName } from "../../person/public.ts";
import { type SupportForm, supportForms } from "../codes.ts";
import { proposedSupport } from "../support.ts";
import { needAccess, spheresFor } from "./access.ts";
import { Needs, ServiceMix } from "./contract.ts";
import { type Received, receivedSources } from "./received.ts";
import { mixByMonth, mixOn, monthsUntil, receivedOn } from "./rules.ts";
import { needsOf } from "./stored.ts";

const verb = needAccess["need.read"];
const whole = needAccess["need.read-whole"];

async function readNeeds(context: WorkContext, caseId: string): Promise<Needs & { personId: string }> {
  const { personId, open } = await requireCase(context, verb, caseId);
  const relation = (await findRelation(context, personId)) ?? {};
  const seen = spheresFor(context.actor, "read", relation);
  const needs = (await needsOf(context, caseId)).filter(({ sphere }) => seen.includes(sphere));
  const mix = mixOn(
    needs.flatMap(({ services }) => services),
    context.today,
  );
  const writes = open ? spheresFor(context.actor, "write", relation) : [];
  return {
    caseId,
    personId,
    personName: await getPersonName(context, personId),
    mayWrite: writes.length > 0,
    spheres: [...writes],
    whole: may(context.actor, whole, relation),
    needs,
    proposed: (await proposedSupport(context, relation, caseId))
      .map(({ form }) => form)
      .filter((form) => !mix.includes(form)),
    mix,
  };
}

async function readMix(context: WorkContext): Promise<ServiceMix> {
  const { organisationId } = context.actor;
  const months = monthsUntil(context.today, 12);
  const since = plainDate(`${months[0]}-01`);
  const given: Received[] = [];
  for (const source of receivedSources) given.push(...(await source(context, since)));
  const having = [...new Set(given.map(({ personId }) => personId))];
  const { rows } = await sql<Omit<ServiceMix["people"][number], "received"> & { rootId: string }>`
    select p.id as person_id, coalesce(p.merged_into, p.id) as root_id, o.case_id, ${shortName("p")} as person_name,
      coalesce((select array_agg(distinct s.form order by s.form) from diagnosed_need n
        join need_service s on s.organisation_id = n.organisation_id and s.need_id = n.id
        left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
        where n.organisation_id = p.organisation_id and n.case_id = o.case_id and s.since <= ${context.today}
          and coalesce(x.ended_on, ${context.today}) >= ${context.today}), '{}') as forms,
      (select count(*)::int from diagnosed_need n
        where n.organisation_id = p.organisation_id and n.case_id = o.case_id
          and not exists (select from diagnosed_need_ending e where e.organisation_id = n.organisation_id and e.need_id = n.id)
          and not exists (select from need_service s where s.organisation_id = n.organisation_id and s.need_id = n.id
            and not exists (select from need_service_ending x where x.organisation_id = s.organisation_id and x.service_id = s.id))) as unanswered
    from person p left join open_case o on o.organisation_id = p.organisation_id and o.person_id = p.id
    where p.organisation_id = ${organisationId}
      and (exists (select from diagnosed_need n where n.organisation_id = p.organisation_id and n.case_id = o.case_id)
        or p.id = any (${having}::uuid[]))
      and ${personInReach(context, whole, sql`p.id`)}
    order by p.last_name, p.first_name, p.id, o.case_id ${atMost}`.execute(context.tx);
  const received = Map.groupBy(given, ({ personId }) => personId);
  return {
    people: rows.map(({ rootId, ...row }) => ({
      ...row,
      received: receivedOn(received.get(rootId) ?? [], context.today),
    })),
    months: mixByMonth(
      months,
      await promisedSince(context, since),
      await inReach(context, given),
      context.today,
      supportForms,
    ),
  };
}

/** Services promised under needs of people in reach that run on some day since then. */
async function promisedSince(context: WorkContext, since: PlainDate) {
  const { rows } = await sql<{ personId: string; form: SupportForm; since: PlainDate; until: PlainDate | null }>`
    select distinct coalesce(p.merged_into, p.id) as person_id, s.form, s.since, x.ended_on as until
    from diagnosed_need n join person p on p.organisation_id = n.organisation_id and p.id = n.person_id
    join need_service s on s.organisation_id = n.organisation_id and s.need_id = n.id
    left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
    where n.organisation_id = ${context.actor.organisationId} and s.since <= ${context.today} and coalesce(x.ended_on, ${since}) >= ${since}
      and ${personInReach(context, whole, sql`n.person_id`)}`.execute(context.tx);
  return rows;
}

/** Of services really had, those of people whose mixes the reader sees. */
async function inReach(context: WorkContext, given: readonly Received[]): Promise<Received[]> {
  const ids = [...new Set(given.map(({ personId }) => personId))];
  const { rows } = await sql<{ id: string }>`select p.id from person p
    where p.organisation_id = ${context.actor.organisationId} and p.id = any (${ids}::uuid[])
      and ${personInReach(context, whole, sql`p.id`)}`.execute(context.tx);
  const seen = new Set(rows.map(({ id }) => id));
  return given.filter(({ personId }) => seen.has(personId));
}

export const needQueries = [
  defineQuery({
    name: "need.list",
    method: "GET",
    path: "/cases/:caseId/needs",
    summary: "Diagnosed needs of a person with the services that answer them",
    input: z.strictObject({ caseId: z.uuid() }),
    answer: Needs.extend({ personId: z.uuid() }),
    verb,
    audit: ({ caseId }, { personId }) => ({ objectType: "case", objectId: caseId, personId, section: "SOCIAL" }),
    run: (context, { caseId }) => readNeeds(context, caseId),
  }),
  defineQuery({
    name: "service-mix.list",
    method: "GET",
    path: "/service-mix",
    summary: "People in reach with the services that run for each, and needs that wait",
    input: z.strictObject({}),
    answer: ServiceMix,
    verb: whole,
    audit: () => ({ objectType: "service-mix", section: "SOCIAL" }),
    run: (context) => readMix(context),
  }),
];
