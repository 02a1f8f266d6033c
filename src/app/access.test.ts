import { expect, test } from "vitest";
import { contradictions, unexplained } from "../../drills/access/againstMatrix.ts";
import { differences, strays } from "../../drills/access/differences.ts";
import { intruders, mutants, withMutant } from "../../drills/access/mutants.ts";
import { readTable } from "../../drills/access/table.ts";
import { openapi } from "../platform/openapi.ts";
import { commands, downloads, queries } from "./rooms.ts";

const operationIds = Object.values(openapi({ commands, queries, downloads }).paths).flatMap((methods) =>
  Object.values(methods).map((door) => (door as { operationId: string }).operationId),
);

test("every operation of the document stands in the access table, and nothing else does (R-ACC)", () => {
  expect(strays(operationIds)).toEqual([]);
});

test("every role may what the access table says, for every way a record can stand to it (R-ACC)", () => {
  expect(differences()).toEqual([]);
});

test("a verb taken away, given or reaching one step further is seen by the table, whichever line of the policy it is", async () => {
  const unseen: string[] = [];
  for (const mutant of [...mutants(), ...intruders()])
    if ((await withMutant(mutant, () => differences(mutant.verb))).length === 0) unseen.push(mutant.name);
  expect(unseen).toEqual([]);
  expect(differences()).toEqual([]);
});

test("the tables say what the matrix of R-ACC says, but for the departures that are named with their page", () => {
  expect(unexplained()).toEqual([]);
});

test.each([
  ["section.HEALTH.read", "VOCATIONAL_COUNSELLOR", "T"],
  ["section.COURT.read", "SOCIAL_WORKER", "U"],
  ["plan.draft", "PSYCHOLOGIST", "T"],
  ["timeline.ATTENDANCE", "CIS_MANAGER", "-"],
] as const)("the matrix is no party to a mistake: %s given to %s as %s is seen", (operation, role, letter) => {
  const rows = [...readTable("table.csv"), ...readTable("parts.csv")].filter((row) => row.operation === operation);
  const [row] = rows;
  if (!row) throw new Error(operation);
  const names = (of: typeof rows) => contradictions(of).map((one) => `${one.name} ${one.role} ${one.letter}`);
  const wrong = `${operation} ${role} ${letter}`;
  expect(names([row])).not.toContain(wrong);
  expect(names([{ ...row, letters: { ...row.letters, [role]: letter } }])).toContain(wrong);
});
