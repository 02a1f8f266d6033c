import { z } from "zod";
import { may } from "../../platform/access.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { lastOfPesel } from "../../platform/identifiers/pesel.ts";
import { listMost } from "../../platform/listMost.ts";
import { Problem } from "../../platform/problem.ts";
import { ageOn, type PlainDate } from "../../platform/time/plainDate.ts";
import { fieldsFor, levelOf, personAccess, sectionAccess } from "./access.ts";
import { type Level, sectionNames } from "./codes.ts";
import { concernsOf } from "./concerns.ts";
import { type Fact, PersonFields, PersonFile, PersonHistory, PersonId } from "./contract.ts";
import { factsOnDay } from "./factRules.ts";
import { readFacts } from "./facts.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding, type Standing } from "./reach.ts";
import { capacityEntriesOf, signatureBlocks } from "./rules.ts";
import { displayName, fieldsOf, loadPerson, peselOf } from "./store.ts";
import { areWhereaboutsHidden } from "./whereabouts.ts";

/** Whether the actor's name is on the list of those who may know where this person is. Source: security.md C7 */
export async function isWhereaboutsReader(context: WorkContext, personId: string): Promise<boolean> {
  const row = await context.tx
    .selectFrom("whereaboutsReader")
    .select("accountId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("personId", "=", personId)
    .where("accountId", "=", context.actor.accountId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the actor may see and write of one person. `hidden`: what the person could be traced by is not for this actor. */
export async function viewOf(
  context: WorkContext,
  standing: Standing,
): Promise<{ level: Level; hidden: boolean; fields: ReturnType<typeof fieldsFor> }> {
  const level = levelOf(context.actor, standing.relation);
  if (!level) throw new Problem("not_found", "person.not_found");
  const hidden = await areWhereaboutsHidden(context, standing.rootId);
  return { level, hidden, fields: fieldsFor(level, hidden) };
}

async function readPerson(context: WorkContext, { personId }: PersonId): Promise<PersonFile> {
  const standing = await requireStanding(context, personAccess["person.read"], personId);
  const row = await loadPerson(context, standing.rootId);
  const { level, hidden, fields: seen } = await viewOf(context, standing);
  const all = fieldsOf(context, row);
  const whole = level === "FULL" || level === "CORE";
  const facts = whole || level === "NAME_AND_ALERTS" ? await readFacts(context, standing) : [];
  const current = facts.filter((fact) => fact.withdrawnAt === null);
  const pesel = whole ? peselOf(context, row) : null;
  const merged = whole
    ? await context.tx
        .selectFrom("person")
        .select("id")
        .where("organisationId", "=", context.actor.organisationId)
        .where("mergedInto", "=", row.id)
        .execute()
    : [];
  const sections = whole ? openSections(context, standing, hidden, row.protectedWhereabouts) : [];
  const concerns = whole
    ? await concernsOf(
        context,
        { id: row.id, fields: all, pesel, facts: current },
        {
          fields: seen.read,
          sections,
        },
      )
    : { missing: [], warnings: [] };
  return {
    id: row.id,
    personNo: row.personNo,
    name: level === "NUMBER" ? `#${row.personNo}` : displayName(row),
    step: row.step as PersonFile["step"], // the check constraint knows the same list
    level,
    version: row.version,
    recordedAt: instantOf(row.recordedAt),
    age: whole ? ageNow(row.birthDate, row.ageEstimate, context.today) : null,
    fields: PersonFields.partial().parse(Object.fromEntries(seen.read.map((field) => [field, all[field]]))),
    pesel: pesel === null ? null : { last2: lastOfPesel(pesel), needsChecking: row.peselNeedsChecking },
    ...concerns,
    sections,
    writable: whole && may(context.actor, personAccess["person.change"], standing.relation),
    facts: whole ? facts.map((fact) => (hidden ? { ...fact, detail: {} } : fact)) : alertsOf(facts, context.today),
    mergedIds: merged.map(({ id }) => id),
    signatures: whole ? [...signatureBlocks(capacityEntriesOf(current), row.birthDate, context.today)] : [],
  };
}

function ageNow(birthDate: PlainDate | null, estimate: number | null, today: PlainDate): number | null {
  return birthDate ? ageOn(birthDate, today) : estimate;
}

/** Safety flags that have not run out (R-OUT-11), without anything that was typed beside them. */
function alertsOf(facts: readonly Fact[], today: PlainDate): Fact[] {
  return factsOnDay(facts, today)
    .filter((fact) => fact.kind === "SAFETY_FLAG")
    .map((fact) => ({ ...fact, detail: {}, recordedBy: null }));
}

function openSections(
  context: WorkContext,
  standing: Standing,
  hidden: boolean,
  protectedWhereabouts: boolean,
): string[] {
  return sectionNames.filter((section) => {
    if (section === "WHEREABOUTS" && (hidden || !protectedWhereabouts)) return false;
    return may(context.actor, sectionAccess[section].read, standing.relation);
  });
}

async function readHistory(context: WorkContext, { personId }: PersonId): Promise<PersonHistory> {
  const { rootId } = await requireStanding(context, personAccess["person.read-history"], personId);
  const ids = await personIdsOf(context, rootId);
  const { organisationId } = context.actor;
  const names = await context.tx
    .selectFrom("personName")
    .select(["kind", "name", "since"])
    .where("organisationId", "=", organisationId)
    .where("personId", "in", ids)
    .orderBy("since")
    .orderBy("id")
    .limit(listMost)
    .execute();
  const steps = await context.tx
    .selectFrom("personStep")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.organisationId", "=", "personStep.organisationId")
        .onRef("membership.accountId", "=", "personStep.byId"),
    )
    .select([
      "personStep.act",
      "personStep.fromStep",
      "personStep.toStep",
      "personStep.reason",
      "personStep.at",
      "membership.displayName as by",
    ])
    .where("personStep.organisationId", "=", organisationId)
    .where("personStep.personId", "in", ids)
    .orderBy("personStep.at")
    .orderBy("personStep.id")
    .limit(listMost)
    .execute();
  return {
    names: names.map((name) => ({ ...name, since: instantOf(name.since) })),
    steps: steps.map((step) => ({ ...step, at: instantOf(step.at) })),
  };
}

/** Units in which the actor may open a record. */
async function listUnits(context: WorkContext): Promise<{ units: { id: string; name: string }[] }> {
  const { unitIds, organisationId } = context.actor;
  if (unitIds.length === 0) return { units: [] };
  const units = await context.tx
    .selectFrom("unit")
    .select(["id", "name"])
    .where("organisationId", "=", organisationId)
    .where("id", "in", [...unitIds])
    .where("closedOn", "is", null)
    .orderBy("name")
    .limit(listMost)
    .execute();
  return { units };
}

export const readQueries = [
  defineQuery({
    name: "person.list-units",
    method: "GET",
    path: "/people/units",
    summary: "Units in which I may open a record",
    input: z.strictObject({}),
    answer: z.object({ units: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
    verb: personAccess["person.record"],
    audit: null,
    run: listUnits,
  }),
  defineQuery({
    name: "person.read",
    method: "GET",
    path: "/people/:personId",
    summary: "A person's file as far as I may see it",
    input: PersonId,
    answer: PersonFile,
    verb: personAccess["person.read"],
    audit: (_input, file) => ({
      objectType: "person",
      objectId: file.id,
      personId: file.id,
      section: "CORE",
      detail: { level: file.level },
    }),
    run: readPerson,
  }),
  defineQuery({
    name: "person.read-pesel",
    method: "GET",
    path: "/people/:personId/pesel",
    summary: "A person's whole PESEL",
    input: PersonId,
    answer: z.object({ pesel: z.string().nullable(), needsChecking: z.boolean() }),
    verb: personAccess["person.read-pesel"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "PESEL" }),
    run: async (context, { personId }) => {
      const { rootId } = await requireStanding(context, personAccess["person.read-pesel"], personId);
      const row = await loadPerson(context, rootId);
      return { pesel: peselOf(context, row), needsChecking: row.peselNeedsChecking };
    },
  }),
  defineQuery({
    name: "person.read-history",
    method: "GET",
    path: "/people/:personId/history",
    summary: "Names under which a person was known and steps of the identity ladder",
    input: PersonId,
    answer: PersonHistory,
    verb: personAccess["person.read-history"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "CORE" }),
    run: readHistory,
  }),
];
