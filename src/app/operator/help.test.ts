import { expect, test } from "vitest";
import { operatorCommands, operatorHelp } from "./doors.ts";
import { helpOf } from "./help.ts";
import { houseCommands, houseHelp } from "./houseCommands.ts";
import { readFlag, readOptions, WrongUse, wholeNumber } from "./options.ts";

const help = `${houseHelp.trimEnd()}${operatorHelp}`;

test.each(Object.keys({ ...houseCommands, ...operatorCommands }))("%s has a help of its own", (name) => {
  const own = helpOf(name, help);
  expect(own.trim().split(/\s/)[0]).toBe(name);
  expect(own.split("\n").filter((line) => /^ {2}\S/.test(line))).toHaveLength(1);
});

test.each([
  ["an unknown option", ["--form", "x"]],
  ["an option without a value", ["--from"]],
  ["an option for a value", ["--from", "--to"]],
  ["a stray word", ["from", "x"]],
  ["an option given twice", ["--from", "x", "--from", "y"]],
  ["a required option missing", []],
])("%s is a wrong use", (_, words) => {
  expect(() => readOptions(words, ["from"])).toThrow(WrongUse);
});

test("a flag is there or not, and nothing else is", () => {
  expect(readFlag([], "refresh")).toBe(false);
  expect(readFlag(["--refresh"], "refresh")).toBe(true);
  expect(() => readFlag(["--refesh"], "refresh")).toThrow(WrongUse);
  expect(() => readFlag(["--refresh", "now"], "refresh")).toThrow(WrongUse);
});

test.each(["", "x", "1.5", "-1", "1e3", "49", "2000001"])("%j is no number of persons", (text) => {
  expect(() => wholeNumber("persons", text, 50, 2_000_000)).toThrow(WrongUse);
});
