import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { findRelation, personInReach, requireCase } from "../../casework/public.ts";
import { getPersonName, shortName } from "../../person/public.ts";
import { proposedSupport } from "../support.ts";
import { needAccess, spheresFor } from "./access.ts";
import { Needs, ServiceMix } from "./contract.ts";
import { mixOn } from "./rules.ts";
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
  const { rows: people } = await sql<ServiceMix["people"][number]>`
    select p.id as person_id, c.id as case_id,
      ${shortName("p")} as person_name,
      coalesce((select array_agg(distinct s.form order by s.form) from diagnosed_need n
        join need_service s on s.organisation_id = n.organisation_id and s.need_id = n.id
        left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
        where n.organisation_id = c.organisation_id and n.case_id = c.id and s.since <= ${context.today}
          and coalesce(x.ended_on, ${context.today}) >= ${context.today}), '{}') as forms,
      (select count(*)::int from diagnosed_need n
        where n.organisation_id = c.organisation_id and n.case_id = c.id
          and not exists (select from diagnosed_need_ending e where e.organisation_id = n.organisation_id and e.need_id = n.id)
          and not exists (select from need_service s where s.organisation_id = n.organisation_id and s.need_id = n.id
            and not exists (select from need_service_ending x where x.organisation_id = s.organisation_id and x.service_id = s.id))) as unanswered
    from open_case o
    join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
    join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    where o.organisation_id = ${organisationId}
      and exists (select from diagnosed_need n where n.organisation_id = c.organisation_id and n.case_id = c.id)
      and ${personInReach(context, whole, sql`p.id`)}
    order by p.last_name, p.first_name, p.id ${atMost}`.execute(context.tx);
  return { people, months: await readMonths(context) };
}

async function readMonths(context: WorkContext): Promise<ServiceMix["months"]> {
  const { rows } = await sql<ServiceMix["months"][number]>`
    select to_char(m.first, 'YYYY-MM') as month,
      coalesce((select jsonb_agg(jsonb_build_object('form', f.form, 'people', f.people) order by f.form) from (
        select s.form, count(distinct n.person_id)::int as people
        from diagnosed_need n
        join need_service s on s.organisation_id = n.organisation_id and s.need_id = n.id
        left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
        where n.organisation_id = ${context.actor.organisationId} and s.since < (m.first + interval '1 month') and s.since <= ${context.today}
          and (x.ended_on is null or x.ended_on >= m.first)
          and ${personInReach(context, whole, sql`n.person_id`)}
        group by s.form) f), '[]') as forms
    from generate_series(date_trunc('month', ${context.today}::date) - interval '11 months', date_trunc('month', ${context.today}::date), interval '1 month') m (first)
    order by 1 limit 12`.execute(context.tx);
  return rows;
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
