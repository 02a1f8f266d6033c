import { type Cell, cellsOf, type Ran, runCell } from "./access/cells.ts";
import { throwawayDatabase } from "./access/database.ts";
import { strays } from "./access/differences.ts";
import { type DrillHouse, openDrillHouse } from "./access/house.ts";
import { type Mutant, mutants, withMutant } from "./access/mutants.ts";
import { askOracles } from "./access/oracles.ts";
import { allVerbs, operationVerbs } from "./access/predicates.ts";
import { sampleOf } from "./access/sample.ts";
import { type AccessRow, readTable } from "./access/table.ts";
import { makeWorld, type World } from "./access/world.ts";
import type { Drill } from "./run.ts";

/**
 * Holds the access table against the running house: every operation x role x standing over HTTP, nobody signed in and
 * authorisation ended among them; then the oracles. What a request did is undone, so that cells do not meet.
 * `--break`: the policy reaches the whole organisation for every role that has a verb; then it must not hold.
 * `--quick`: one role for each operation, target and expectation.
 * `--mutants`: 200 wrong lines of the policy, each of which a cell must see. `--seed N`;
 * `--only closure,class-feed.read`: those operations, or all of a noun.
 */
export const accessDrill: Drill = async ({ words, broken }) => {
  const option = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined);
  const database = await throwawayDatabase();
  const house = await openDrillHouse(database);
  try {
    const only = option("--only")?.split(",");
    const isAsked = ({ operation }: AccessRow) =>
      !only || only.some((each) => operation === each || operation.startsWith(`${each}.`));
    const rows = readTable("table.csv").filter(isAsked);
    const world = await makeWorld(house);
    const unknown = strays(await operationIds(house));
    house.undo.on = true;
    if (broken) reachEverything();
    const all = cellsOf(rows, world);
    const cells = words.includes("--quick") ? onePerKind(all) : all;
    const found = await runAll(house, world, cells);
    for (const line of unknown) console.log(line);
    for (const line of summary(found)) console.log(line);
    const outcomes = Object.fromEntries(
      (["401", "403", "404", "goes on"] as const).map((outcome) => [
        outcome,
        cells.filter(({ expected }) => expected === outcome).length,
      ]),
    );
    console.log(JSON.stringify({ operations: new Set(rows.map((row) => row.operation)).size, ...outcomes }));
    const oracles = await askOracles(house, world);
    for (const line of oracles.faults) console.log(line);
    const mutated = words.includes("--mutants")
      ? await runMutants(house, world, all, Number(option("--seed") ?? 1))
      : null;
    for (const line of mutated?.masked ?? []) console.log(`held by a second guard: ${line}`);
    for (const line of mutated?.missed ?? []) console.log(`not seen over HTTP: ${line}`);
    const differences = found.length + unknown.length + oracles.faults.length;
    return {
      held: differences === 0 && (mutated?.missed.length ?? 0) === 0,
      figures: {
        cells: cells.length,
        differences,
        ...oracles.figures,
        ...(mutated ? { mutants: mutated.ran, secondGuard: mutated.masked.length, missed: mutated.missed.length } : {}),
      },
    };
  } finally {
    await house.end();
    await database.stop();
  }
};

const atOnce = 6;
const mutantSample = 200;

/** Runs cells, several at once, and answers those that differ. */
async function runAll(house: DrillHouse, world: World, cells: readonly Cell[]): Promise<Ran[]> {
  const different: Ran[] = [];
  let next = 0;
  const worker = async () => {
    for (let cell = cells[next++]; cell; cell = cells[next++]) {
      const ran = await runCell(house, world, cell);
      if (ran.difference) different.push(ran);
      if (next % 5_000 === 0) console.log(`${next} of ${cells.length} cells, ${different.length} differ`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return different;
}

/** One line per operation, target, expectation and answer, with the roles. */
function summary(found: readonly Ran[]): string[] {
  const lines = new Map<string, string[]>();
  for (const { cell, difference } of found) {
    const variant = cell.row.variant ? `#${cell.row.variant}` : "";
    const line = `${cell.row.operation}${variant} | ${cell.expired ? "expired" : cell.target.name} | table ${cell.expected} | ${difference}`;
    lines.set(line, [...(lines.get(line) ?? []), cell.role ?? "nobody"]);
  }
  return [...lines].map(([line, who]) => `${line} | ${who.join(" ")}`).toSorted();
}

async function operationIds(house: DrillHouse): Promise<string[]> {
  const { text } = await house.send(null, "GET", "/api/openapi.json");
  const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { operationId: string }>> };
  return Object.values(paths).flatMap((methods) => Object.values(methods).map((door) => door.operationId));
}

/** The first role of each operation, target and expectation. */
function onePerKind(cells: readonly Cell[]): Cell[] {
  const kinds = new Map<string, Cell>();
  for (const cell of cells) {
    const { row, target, expected, expired } = cell;
    const kind = [row.operation, row.variant, target.name, expected, expired].join(" ");
    if (!kinds.has(kind)) kinds.set(kind, cell);
  }
  return [...kinds.values()];
}

function reachEverything(): void {
  for (const { verb } of allVerbs)
    for (const role of Object.keys(verb)) Object.assign(verb, { [role]: "organisation" });
}

/**
 * Where a reach that is one step too far shows nothing: what is about no record, and what a second guard decides (the levels of
 * a person's file and its sections stand in `parts.csv`; the list of named readers, the author of a note). A verb taken away must be seen there too.
 */
const aboutNoRecord = new Set(["open", "own", "none", "list", "organisation", "account", "standings"]);
const secondGuard = new Set(["named", "note", "person.read", "person.read-section", "person.write-section"]);

/** A sample of mutants, each with the cells of its role and of the operations that hold its verb, until one differs. */
async function runMutants(
  house: DrillHouse,
  world: World,
  cells: readonly Cell[],
  seed: number,
): Promise<{ ran: number; masked: string[]; missed: string[] }> {
  const ofOperations = mutants().filter((mutant) => cells.some(({ row }) => holds(row, mutant)));
  const sample = sampleOf(ofOperations, mutantSample, seed);
  const [masked, missed]: [string[], string[]] = [[], []];
  for (const mutant of sample) {
    const concerned = cells.filter(({ row, role, expired }) => !expired && role === mutant.role && holds(row, mutant));
    const seen = await withMutant(mutant, async () => {
      for (const cell of concerned) if ((await runCell(house, world, cell)).difference) return true;
      return false;
    });
    if (seen) continue;
    const covered = concerned.every(
      ({ row }) => aboutNoRecord.has(row.relation) || secondGuard.has(row.relation) || secondGuard.has(row.operation),
    );
    (mutant.to !== undefined && covered ? masked : missed).push(mutant.name);
  }
  return { ran: sample.length, masked, missed };
}

const holds = (row: AccessRow, { verb }: Mutant) => operationVerbs.get(row.operation) === verb;
