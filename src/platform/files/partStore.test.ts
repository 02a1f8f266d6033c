import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { uuidv7 } from "../uuid.ts";
import { openPartStore, type PartStore } from "./partStore.ts";

const organisationId = uuidv7();
const [mine, anothers] = [uuidv7(), uuidv7()];
let dataDir: string;
let parts: PartStore;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "powrot-parts-"));
  parts = openPartStore(dataDir);
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const folder = () => join(dataDir, "parts", organisationId);
const kept = () => readdirSync(folder()).toSorted();
/** Begins one that was last touched so many days ago. */
async function begin(of: string, daysAgo: number): Promise<string> {
  const id = uuidv7();
  expect(await parts.add({ organisationId, of, id, at: 0, part: Buffer.from("abc") })).toBe(3);
  const at = Date.now() / 1000 - daysAgo * 86_400;
  utimesSync(join(folder(), `${of}.${id}`), at, at);
  return id;
}

test("whoever begins many for another one's device keeps it from nothing: the oldest make room", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) ids.push(await begin(mine, 20 - n));
  const other = await begin(anothers, 25);
  const next = await begin(mine, 0);
  expect(kept()).toEqual(
    [...ids.slice(1), next]
      .map((id) => `${mine}.${id}`)
      .concat(`${anothers}.${other}`)
      .toSorted(),
  );
});

test("what nobody finished for thirty days goes with the next one that anybody of the organisation begins", async () => {
  const left = await begin(mine, 29);
  await begin(mine, 31);
  const next = await begin(anothers, 0);
  expect(kept()).toEqual([`${mine}.${left}`, `${anothers}.${next}`].toSorted());
});

test("a piece goes where the last one ended; of what is not there nothing is read or continued", async () => {
  const id = await begin(mine, 0);
  const add = (at: number, text: string) => parts.add({ organisationId, of: mine, id, at, part: Buffer.from(text) });
  expect([await add(0, "xyz"), await add(5, "xyz"), await add(3, "def")]).toEqual([3, 3, 6]);
  expect((await parts.read(organisationId, mine, id))?.toString()).toBe("abcdef");
  await parts.remove(organisationId, mine, id);
  expect(await parts.read(organisationId, mine, id)).toBeNull();
  expect(await add(6, "ghi")).toBe(0);
});
