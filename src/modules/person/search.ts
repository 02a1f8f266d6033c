import { sql } from "kysely";
import { reachesOf } from "../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { foldName } from "../../platform/foldName.ts";
import { personAccess } from "./access.ts";
import { type PersonHit, SearchAnswer, SearchPeople } from "./contract.ts";
import { peselIndexOf } from "./pesel.ts";
import { reachOf } from "./reach.ts";
import type { PersonRow } from "./store.ts";
import { displayName } from "./store.ts";

/** Roles that know people by number: they search by number, and a name or a PESEL finds nothing. */
function knowsNames(context: WorkContext): boolean {
  return context.actor.roles.some((role) => role !== "PROJECT_COORDINATOR" && role in personAccess["person.search"]);
}
/** Roles that see more of a person than a name. */
function knowsDetails(context: WorkContext): boolean {
  return reachesOf(context.actor, personAccess["person.read-history"]).size > 0;
}

type Row = Pick<PersonRow, "id" | "personNo" | "alias" | "firstName" | "lastName" | "birthDate"> & {
  step: PersonHit["step"];
  total: number;
};

async function searchPeople(context: WorkContext, { text, limit, rested }: SearchPeople): Promise<SearchAnswer> {
  const typed = text.trim();
  const digits = typed.replace(/^#|\s/g, "");
  const named = knowsNames(context);
  const personNo = /^\d{1,9}$/.test(digits) ? Number(digits) : null;
  const pesel = named && knowsDetails(context) && /^\d{11}$/.test(digits) ? peselIndexOf(context, digits) : null;
  const words = named ? foldName(typed) : "";
  const { everybody, units, team } = reachOf(context.actor, personAccess["person.search"]);
  // a year or a place that fits would tell what this searcher does not read
  const kinds = knowsDetails(context) ? ["NAME", "PLACE", "YEAR"] : ["NAME"];
  const { rows } =
    await sql<Row>`select p.id, p.person_no, p.alias, p.first_name, p.last_name, p.birth_date, p.step, f.total
    from find_people(${words}, ${personNo}, ${pesel}, ${kinds}::text[], ${everybody}, ${units}::uuid[], ${team}, ${context.today}, ${context.now}, ${limit}) f
    join person p on p.organisation_id = ${context.actor.organisationId} and p.id = f.person_id
    order by f.score desc, p.last_name nulls last, p.first_name, p.person_no`.execute(context.tx);
  const details = knowsDetails(context);
  const people = rows.map((row) => ({
    id: row.id,
    personNo: row.personNo,
    name: named ? displayName(row) : `#${row.personNo}`,
    alias: details ? row.alias : null,
    birthYear: details && row.birthDate ? Number(row.birthDate.slice(0, 4)) : null,
    step: row.step,
  }));
  if (rested && typed)
    await context.audit({
      action: "person.search",
      outcome: "done",
      detail: {
        term: context.keys.keyedHash(context.actor.organisationId, "person.search", foldName(typed)),
        found: people.map(({ id }) => id),
      },
    });
  return { people, total: rows[0]?.total ?? 0 };
}

export const searchQueries = [
  defineQuery({
    name: "person.search",
    method: "POST",
    path: "/people/search",
    summary: "People by part of a name, misspelt, by alias, birth year, place, number or PESEL",
    input: SearchPeople,
    answer: SearchAnswer,
    verb: personAccess["person.search"],
    audit: null,
    run: searchPeople,
  }),
];
