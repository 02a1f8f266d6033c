import { expect, test } from "vitest";
import { OperatorRefusal } from "./operator/refusal.ts";
import { readSettings } from "./settings.ts";
import { sentencesOf } from "./startRefusal.ts";

const outside = { DATABASE_URL: "postgres://powrot@db.example.org/powrot" };
const failing = (facts: object) => Object.assign(new Error("reason"), facts);

test.each([
  ["a taken port", { code: "EADDRINUSE", syscall: "listen" }, { PORT: "4999" }, "Port 4999 is taken"],
  ["a closed port", { code: "EACCES", syscall: "listen" }, { PORT: "80" }, "may not open port 80"],
  ["a foreign address", { code: "EADDRNOTAVAIL", syscall: "listen" }, { HOST: "192.0.2.1" }, "no address 192.0.2.1"],
  ["a full disk", { code: "ENOSPC", path: "/data/x" }, {}, "/data/x is full"],
  ["a full disk of the database", { code: "53100" }, { POWROT_DATA_DIR: "/data" }, "/data is full"],
  ["a full disk behind a failed migration", { cause: failing({ code: "ENOSPC", path: "/data/x" }) }, {}, "is full"],
  ["a database that went away", { code: "57P01" }, { POWROT_DATA_DIR: "/nowhere" }, "reason is in /nowhere"],
  ["a closed folder", { code: "EACCES", path: "/data" }, {}, "/data cannot be read and written"],
  ["a database that is away", { code: "ECONNREFUSED" }, outside, "does not answer"],
  ["a wrong password", { code: "28P01" }, outside, "refuses the account"],
  ["a missing database", { code: "3D000" }, outside, "no such database"],
  ["too few rights", { code: "42501" }, outside, "lacks rights"],
  ["what nobody foresaw", {}, {}, "This failed: reason"],
])("%s is told in one sentence of each language", (_, facts, env, words) => {
  const { pl, en } = sentencesOf(failing(facts), env);
  expect(en).toContain(words);
  expect(pl).not.toBe(en);
  expect(`${pl}${en}`).not.toContain("\n");
});

test.each([
  { PORT: "hello" },
  { POWROT_ORIGIN: "http://powrot.example.org" },
  { POWROT_ORIGIN: "powrot" },
  { POWROT_NOW: "yesterday" },
  { DATABASE_URL: "localhost" },
])("a setting that cannot be is refused: %j", (env) => {
  expect(() => readSettings(env)).toThrow(OperatorRefusal);
});

test("plain http is for this machine alone", () => {
  expect(readSettings({ POWROT_ORIGIN: "http://localhost:4280" }).origin).toBe("http://localhost:4280");
  expect(readSettings({ POWROT_ORIGIN: "https://powrot.example.org" }).origin).toBe("https://powrot.example.org");
});
