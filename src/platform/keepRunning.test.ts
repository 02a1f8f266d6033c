import { expect, test } from "vitest";
import { keepRunning } from "./keepRunning.ts";

const away = (code = "57P01") => Object.assign(new Error("secret words"), { code });

/** Works through what happens: the ends of the work, and how each beginning goes (an error, or nothing). */
async function walk(ends: (Error | undefined)[], begins: (Error | undefined)[], steadyMs = 60_000) {
  const stopping = new AbortController();
  const said: string[] = [];
  const next = (list: (Error | undefined)[]) => {
    if (list.length === 0) stopping.abort();
    const error = list.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  };
  const done = keepRunning(
    () => next(ends),
    () => next(begins),
    stopping.signal,
    (line) => said.push(line),
    { restMs: 0, steadyMs },
  );
  return { said, fault: await done.catch((error: unknown) => error) };
}

test("a loss of the database is said once, however often the work is begun in vain", async () => {
  const { said, fault } = await walk([away()], [away(), away(), away(), undefined]);
  expect(fault).toBeUndefined();
  expect(said).toEqual(["jobs: the database is away (57P01)"]);
});

test("another loss after the work went on for long is said again", async () => {
  const { said } = await walk([away(), away()], [away(), undefined, away(), undefined], -1);
  expect(said).toEqual(["jobs: the database is away (57P01)", "jobs: the database is away (57P01)"]);
});

test("an end that nobody explains is said", async () => {
  expect((await walk([undefined], [undefined])).said).toEqual(["jobs: the worker ended and begins again"]);
});

test.each([
  ["where it ended", [new Error("out of order")], []],
  ["where it would begin", [away()], [new Error("out of order")]],
])("what is no loss of the database is thrown: %s", async (_, ends, begins) => {
  expect((await walk(ends, begins)).fault).toEqual(new Error("out of order"));
});
