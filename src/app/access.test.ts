import { expect, test } from "vitest";
import { differences, strays } from "../../drills/access/differences.ts";
import { intruders, mutants, withMutant } from "../../drills/access/mutants.ts";
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
