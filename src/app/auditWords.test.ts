import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actText, kindText } from "../modules/casework/actMessages.ts";
import { caseworkMessages } from "../modules/casework/messages.ts";
import { sectionNames } from "../modules/person/codes.ts";
import { sections } from "../platform/command.ts";
import { commands, downloads, queries } from "./rooms.ts";

const root = new URL("../", import.meta.url).pathname;
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("testing/"))
  .map((file) => readFileSync(join(root, file), "utf8"));
const found = (pattern: RegExp) => sources.flatMap((text) => [...text.matchAll(pattern)].map(([, code = ""]) => code));

test("every act that the audit can hold is said in words", () => {
  const operations = [...commands.map(({ type }) => type), ...[...queries, ...downloads].map(({ name }) => name)];
  const doors = found(/\baction: "([a-z-]+\.[a-z-]+)"/g);
  const acts = [...new Set([...operations, ...doors])];
  expect(doors.length).toBeGreaterThan(20);
  expect(acts.filter((act) => actText(act, "uk") === undefined)).toEqual([]);
});

test("every kind of thing that an entry points at is said in words", () => {
  const kinds = new Set(found(/(?:objectType:|about(?:: | = |\(\)?:? ?)?\{ type:) "([a-z_-]+)"/g));
  expect(kinds.size).toBeGreaterThan(30);
  expect([...kinds].filter((kind) => kindText(kind, "pl") === kind)).toEqual([]);
});

test("every section that an entry names is said in words", () => {
  const all = new Set([...sections, ...sectionNames, ...found(/\bsection: "([A-Z_]+)"/g)]);
  expect([...all].filter((section) => !Object.hasOwn(caseworkMessages, `section.${section}`))).toEqual([]);
});
