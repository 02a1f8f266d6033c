import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { lastOfPesel } from "../../platform/identifiers/pesel.ts";
import { listMost } from "../../platform/listMost.ts";
import { personAccess } from "./access.ts";
import { ComparedPerson, ComparePeople, Comparison } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { requireStanding } from "./reach.ts";
import { refuseMerge } from "./rules.ts";
import { displayName, fieldsOf, loadPerson, type PersonRow, peselOf } from "./store.ts";

async function comparedPerson(context: WorkContext, row: PersonRow): Promise<ComparedPerson> {
  const units = await context.tx
    .selectFrom("personUnit")
    .innerJoin("unit", (join) =>
      join.onRef("unit.organisationId", "=", "personUnit.organisationId").onRef("unit.id", "=", "personUnit.unitId"),
    )
    .select("unit.name")
    .distinct()
    .where("personUnit.organisationId", "=", context.actor.organisationId)
    .where("personUnit.personId", "in", await personIdsOf(context, row.id))
    .orderBy("unit.name")
    .limit(listMost)
    .execute();
  const pesel = peselOf(context, row);
  return ComparedPerson.parse({
    ...row,
    name: displayName(row),
    fields: ComparedPerson.shape.fields.strip().parse(fieldsOf(context, row)),
    peselLast2: pesel && lastOfPesel(pesel),
    recordedAt: instantOf(row.recordedAt),
    units: units.map(({ name }) => name),
  });
}

/** Two records side by side for who may join them, wherever they stand. @throws Problem not_found when either is out of reach */
async function comparePeople(context: WorkContext, { personId, otherId }: ComparePeople): Promise<Comparison> {
  const rows: PersonRow[] = [];
  for (const id of [personId, otherId]) {
    const { rootId } = await requireStanding(context, personAccess["person.compare"], id);
    rows.push(await loadPerson(context, rootId));
  }
  const [one, other] = rows;
  if (!one || !other) throw new Error("two people are compared");
  const mergeable = (row: PersonRow) => ({ ...row, pesel: peselOf(context, row) });
  return {
    one: await comparedPerson(context, one),
    other: await comparedPerson(context, other),
    refusals: {
      keepOne: refuseMerge(mergeable(one), mergeable(other)),
      keepOther: refuseMerge(mergeable(other), mergeable(one)),
    },
  };
}

export const compareQueries = [
  defineQuery({
    name: "person.compare",
    method: "GET",
    path: "/people/:personId/compare/:otherId",
    summary: "What tells two records apart, and what stands against joining them",
    input: ComparePeople,
    answer: Comparison,
    verb: personAccess["person.compare"],
    audit: ({ personId, otherId }) => ({
      objectType: "person",
      objectId: personId,
      personId,
      section: "CORE",
      detail: { other: otherId },
    }),
    run: comparePeople,
  }),
];
