import { afterAll, beforeAll, expect, test } from "vitest";
import { cellsOf, runCell } from "../../drills/access/cells.ts";
import { type DrillHouse, openDrillHouse } from "../../drills/access/house.ts";
import { sampleOf } from "../../drills/access/sample.ts";
import { readTable } from "../../drills/access/table.ts";
import { makeWorld, type World } from "../../drills/access/world.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { createTestDatabase } from "../platform/testing/testDatabase.ts";

const sampleSize = 1_000;
const seed = 20261122;
let house: DrillHouse;
let world: World;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  drop = database.drop;
  house = await openDrillHouse(database);
  world = await makeWorld(house);
  house.undo.on = true;
});
afterAll(async () => {
  await house.end();
  await closeDocuments();
  await drop();
});

test("over HTTP a sample of the access table's cells answers as the table says; the drill runs all of them (R-ACC)", async () => {
  const cells = sampleOf(cellsOf(readTable("table.csv"), world), sampleSize, seed);
  const different: string[] = [];
  for (const cell of cells) {
    const { difference } = await runCell(house, world, cell);
    if (difference)
      different.push(`${cell.row.operation} ${cell.role} ${cell.target.name}: ${cell.expected}, not ${difference}`);
  }
  expect(different).toEqual([]);
});
