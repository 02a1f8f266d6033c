import { type Actor, may, type Relation, type Role, roles } from "../../src/platform/access.ts";
import { operationVerbs, parts, type Verb } from "./predicates.ts";
import { type AccessRow, reaches, readTable } from "./table.ts";

const standings: readonly Required<Relation>[] = [false, true].flatMap((unit) =>
  [false, true].flatMap((team) => [false, true].map((own) => ({ unit, team, own }))),
);

const actorWith = (role: Role): Actor => ({
  accountId: "",
  organisationId: "",
  displayName: "",
  roles: [role],
  unitIds: [],
  personId: null,
  authorised: true,
  sessionId: null,
});

const operationRows = readTable("table.csv");
const partRows = readTable("parts.csv");

/** Rows of both tables with the verb each is held against. Doors of session and file have no verb: they run over HTTP alone. */
const held: readonly { row: AccessRow; verb: Verb }[] = [
  ...operationRows.flatMap((row) => {
    const verb = row.variant === "" ? operationVerbs.get(row.operation) : undefined;
    return verb ? [{ row, verb }] : [];
  }),
  ...partRows.flatMap((row) => {
    const verb = parts.get(row.operation);
    return verb ? [{ row, verb }] : [];
  }),
];

/** Cells in which table and predicates say different things, for every role and every way a record can stand to the actor; sorted by row. */
export function differences(only?: Verb): string[] {
  const found: string[] = [];
  for (const { row, verb } of held) {
    if (only && verb !== only) continue;
    for (const role of roles) {
      const actor = actorWith(role);
      const wrong = standings.find((standing) => reaches(row.letters[role], standing) !== may(actor, verb, standing));
      if (wrong) found.push(`${row.operation} ${role}: table ${row.letters[role]}, code ${verb[role] ?? "-"}`);
    }
  }
  return found;
}

/** Operations and parts that stand in one place only. */
export function strays(operationIds: readonly string[]): string[] {
  const inTable = new Set(operationRows.map((row) => row.operation));
  const inParts = new Set(partRows.map((row) => row.operation));
  return [
    ...operationIds.filter((id) => !inTable.has(id)).map((id) => `not in the table: ${id}`),
    ...[...inTable].filter((id) => !operationIds.includes(id)).map((id) => `not an operation: ${id}`),
    ...[...parts.keys()].filter((name) => !inParts.has(name)).map((name) => `part not in the table: ${name}`),
    ...[...inParts].filter((name) => !parts.has(name)).map((name) => `not a part: ${name}`),
  ];
}
