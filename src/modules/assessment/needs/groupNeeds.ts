import { sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import { personInReach } from "../../casework/public.ts";
import { shortName } from "../../person/public.ts";
import { spheres } from "../codes.ts";
import { needAccess } from "./access.ts";
import { GroupNeeds, OfGroup } from "./contract.ts";
import { needGroups } from "./groups.ts";
import { countNeeds, mixOn, needState } from "./rules.ts";
import { needsById } from "./stored.ts";

type Row = {
  needId: string;
  caseId: string;
  personId: string;
  personName: string;
  unitId: string;
  unitName: string;
  whole: boolean;
  chosen: boolean;
};

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "pl");

/**
 * Needs of people in reach with an open case. Who reads needs of work alone gets those alone. @throws Problem not_found for a group
 * or project that the reader may not see. Source: docs/domain/seed-trace.md row 79
 */
async function readGroupNeeds(context: WorkContext, { unitId, projectId, groupId }: OfGroup): Promise<GroupNeeds> {
  const groups = await needGroups.list(context);
  const asked = groups.filter((one) => (!groupId || one.id === groupId) && (!projectId || one.projectId === projectId));
  if ((groupId || projectId) && asked.length === 0) throw new Problem("not_found", "need.group_not_found");
  const members =
    groupId || projectId
      ? await needGroups.membersOf(
          context,
          asked.map(({ id }) => id),
        )
      : null;
  const { rows } =
    await sql<Row>`select n.id as need_id, c.id as case_id, p.id as person_id, ${shortName("p")} as person_name,
      c.unit_id, u.name as unit_name, ${personInReach(context, needAccess["need.read-whole"], sql`p.id`)} as whole,
      (${unitId ?? null}::uuid is null or c.unit_id = ${unitId ?? null}::uuid) and ${
        members ? sql<boolean>`c.person_id = any (${[...members]}::uuid[])` : sql<boolean>`true`
      } as chosen
    from open_case o
    join support_case c on c.organisation_id = o.organisation_id and c.id = o.case_id
    join person p on p.organisation_id = c.organisation_id and p.id = c.person_id
    join unit u on u.organisation_id = c.organisation_id and u.id = c.unit_id
    join diagnosed_need n on n.organisation_id = c.organisation_id and n.case_id = c.id
    where o.organisation_id = ${context.actor.organisationId} and ${personInReach(context, needAccess["need.read"], sql`p.id`)}
    order by chosen desc, p.last_name, p.first_name, p.id, n.id ${atMost}`.execute(context.tx);
  const needs = new Map(
    (
      await needsById(
        context,
        rows.flatMap(({ needId, chosen }) => (chosen ? needId : [])),
      )
    ).map((need) => [need.id, need]),
  );
  const lines = rows.flatMap(({ needId, caseId, personId, personName, whole }) => {
    const need = needs.get(needId);
    if (!need || !(whole || need.sphere === "VOCATIONAL")) return [];
    const { sphere, text, foundOn, services } = need;
    const state = needState(need, context.today);
    return [
      { needId, caseId, personId, personName, sphere, text, foundOn, state, forms: mixOn(services, context.today) },
    ];
  });
  const named = (all: readonly { id: string; name: string }[]) =>
    [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()].toSorted(byName);
  return {
    spheres: countNeeds(lines, spheres),
    lines,
    units: named(rows.map((row) => ({ id: row.unitId, name: row.unitName }))),
    projects: named(groups.map((one) => ({ id: one.projectId, name: one.projectName }))),
    groups: groups.map(({ id, name, projectId: ofProject }) => ({ id, name, projectId: ofProject })).toSorted(byName),
  };
}

export const groupNeedQueries = [
  defineQuery({
    name: "need.list-of-group",
    method: "GET",
    path: "/needs",
    summary: "Needs of the people in reach by sphere: open, answered, met; of a unit, a project or a group",
    input: OfGroup,
    answer: GroupNeeds,
    verb: needAccess["need.read"],
    audit: () => ({ objectType: "need", section: "SOCIAL" }),
    run: (context, asked) => readGroupNeeds(context, asked),
  }),
];
