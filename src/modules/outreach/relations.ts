import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  recordEvent,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { parameterOn } from "../../platform/law.ts";
import { onConstraint, refuseIf } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { addDays, daysBetween } from "../../platform/time/plainDate.ts";
import { requirePerson } from "../casework/public.ts";
import { outreachAccess } from "./access.ts";
import { findTeam } from "./reach.ts";
import { current, streetName } from "./reads.ts";
import { mayBeLost } from "./rules.ts";
import { EndRelation, LostLine } from "./workContract.ts";

onConstraint("outreach_relation_ending_key", "conflict", "record.id_taken");

const timeZone = "Europe/Warsaw";

/** @throws Problem not_found (person, unit) | refused `relation.ended_in_future` | conflict `record.id_taken` */
async function endRelation(context: CommandContext, { endingId, personId, ...given }: EndRelation): Promise<Done> {
  await requirePerson(context, outreachAccess["relation.end"], personId);
  refuseIf([given.endedOn > context.today ? "relation.ended_in_future" : null]);
  const { organisationId, accountId } = context.actor;
  const { reason, endedOn } = given;
  const unitId = await findTeam(context, given.unitId);
  await context.tx
    .insertInto("outreachRelationEnding")
    .values({ organisationId, id: endingId, unitId, personId, reason, endedOn, recordedBy: accountId })
    .execute();
  const subject = { type: "outreach-relation", id: endingId };
  await recordEvent(context, { personId, kind: "relation.ended", section: "STREET", subject, detail: { reason } });
  return { ids: { ending: endingId }, about: { ...subject, personId, section: "STREET" } };
}

/**
 * People of the actor's teams whom nobody has met for longer than RELATION_LOST_AFTER days, and whose contact nobody ended
 * since; longest first. A suggestion: people decide. Source: docs/domain/forms.md F-02
 */
async function listLost(context: WorkContext): Promise<LostLine[]> {
  const { organisationId, unitIds } = context.actor;
  const after = Number((await parameterOn(context.tx, "RELATION_LOST_AFTER", context.today)).value);
  const { rows } = await sql<
    Omit<LostLine, "days">
  >`select p.id as person_id, ${streetName} as name, c.contact_at as last_contact_at
    from person p
      cross join lateral (select case when exists (select from person m where m.organisation_id = p.organisation_id and m.merged_into = p.id)
        then same_person(p.id) else array[p.id] end as ids) g
      join lateral (select c.contact_at, c.relation_end from contact_card c where c.organisation_id = p.organisation_id
        and c.person_id = any (g.ids) and ${current} order by c.contact_at desc, c.id desc limit 1) c on true
    where p.organisation_id = ${organisationId} and p.merged_into is null and p.death_date is null and c.relation_end is null
      and c.contact_at < ${addDays(context.today, 1 - after)}::date
      and exists (select from person_unit u where u.organisation_id = p.organisation_id and u.person_id = p.id and u.unit_id = any (${[...unitIds]}::uuid[]))
      and not exists (select from outreach_relation_ending e where e.organisation_id = p.organisation_id and e.person_id = any (g.ids) and e.ended_on >= c.contact_at::date)
    order by c.contact_at, p.id ${atMost}`.execute(context.tx);
  return rows
    .map((row) => ({ ...row, lastContactAt: instantOf(row.lastContactAt) }))
    .map((row) => ({ ...row, on: todayIn(row.lastContactAt, timeZone) }))
    .filter(({ on }) => mayBeLost(on, context.today, after))
    .map(({ on, ...row }) => ({ ...row, days: daysBetween(on, context.today) }));
}

export const relationCommands = [
  defineCommand({
    type: "relation.end",
    v: 1,
    offline: true,
    summary: "Ends the team's contact with a person without another card",
    payload: EndRelation,
    verb: outreachAccess["relation.end"],
    run: endRelation,
  }),
];

export const relationQueries = [
  defineQuery({
    name: "outreach.list-lost",
    method: "GET",
    path: "/outreach/lost",
    summary: "People of my team whom nobody has met for long",
    input: z.strictObject({}),
    answer: z.object({ people: z.array(LostLine) }),
    verb: outreachAccess["outreach.read"],
    audit: (_, { people }) => ({ objectType: "outreach-lost", section: "STREET", detail: { people: people.length } }),
    run: async (context) => ({ people: await listLost(context) }),
  }),
];
