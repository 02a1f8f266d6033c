import { expect, test } from "vitest";
import { openGate } from "./gate.ts";

const later = () => {
  let done = () => {};
  const work = new Promise<void>((resolve) => {
    done = resolve;
  });
  return { work: () => work, done };
};

test("one organisation has so many at once, its line is full, and the other one walks by (C60)", async () => {
  const gate = openGate({ atOnce: 2, line: 1, waitMs: 10_000 });
  const [first, second] = [later(), later()];
  const running = [gate.pass("a", first.work), gate.pass("a", second.work)];
  const waiting = gate.pass("a", async () => "third");
  await expect(gate.pass("a", async () => "fourth")).rejects.toMatchObject({
    kind: "unavailable",
    code: "server.busy",
  });
  expect(await gate.pass("b", async () => "other")).toBe("other");
  first.done();
  expect(await waiting).toBe("third");
  second.done();
  await Promise.all(running);
  expect(await gate.pass("a", async () => "again")).toBe("again");
});

test("whoever waits too long is told so, and does not take a place afterwards (C60)", async () => {
  const gate = openGate({ atOnce: 1, line: 5, waitMs: 20 });
  const slow = later();
  const running = gate.pass("a", slow.work);
  await expect(gate.pass("a", async () => "never")).rejects.toMatchObject({ code: "server.busy" });
  slow.done();
  await running;
  expect(await gate.pass("a", async () => "free")).toBe("free");
});

test("work that falls gives its place back", async () => {
  const gate = openGate({ atOnce: 1, line: 0, waitMs: 20 });
  await expect(gate.pass("a", async () => Promise.reject(new TypeError("fell")))).rejects.toThrow("fell");
  expect(await gate.pass("a", async () => "free")).toBe("free");
});
