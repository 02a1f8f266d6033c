import { expect, test } from "vitest";
import { type AskedWords, missingWords } from "./missingRules.ts";

const whole: AskedWords = {
  goals: [
    { rank: "MAIN", what: "a flat of their own", effect: "lease signed" },
    { rank: "SPECIFIC", what: "an income", effect: "work of six months" },
  ],
  situation: "lost the flat after a divorce",
  resources: "a trade",
  barriers: "debts",
  variant: "IB_IIB",
  unemployed: true,
  unemployment: "registered since January",
};
const [main, specific] = [whole.goals.slice(0, 1), whole.goals.slice(1)];

test.each<[string, Partial<AskedWords>, string[]]>([
  ["everything is there", {}, []],
  ["no goal", { goals: [] }, ["contract.missing_goals"]],
  ["a goal without words is none", { goals: [{ rank: "MAIN", what: " ", effect: "x" }] }, ["contract.missing_goals"]],
  ["specific goals alone", { goals: specific }, ["contract.missing_main_goal"]],
  ["a main goal alone", { goals: main }, ["contract.missing_specific_goal"]],
  [
    "one of the goals without an effect",
    { goals: [...main, { rank: "SPECIFIC", what: "an income", effect: null }] },
    ["contract.missing_effect"],
  ],
  [
    "an effect of blanks",
    { goals: [...specific, { rank: "MAIN", what: "a flat", effect: "  " }] },
    ["contract.missing_effect"],
  ],
  ["no situation", { situation: null }, ["contract.missing_situation"]],
  ["no resources", { resources: "" }, ["contract.missing_resources"]],
  ["no barriers", { barriers: "\n" }, ["contract.missing_barriers"]],
  ["part IB of an unemployed person", { unemployment: " " }, ["contract.missing_unemployment"]],
  ["no part IB of somebody who is not unemployed", { unemployment: null, unemployed: false }, []],
  ["no part IB in the other variant", { unemployment: null, variant: "IA_IIA" }, []],
  [
    "nothing at all, in the order of the form",
    { goals: [], situation: null, resources: null, barriers: null },
    ["contract.missing_goals", "contract.missing_situation", "contract.missing_resources", "contract.missing_barriers"],
  ],
])("what the form asks for and is not there is listed: %s (F-28)", (_, change, missing) => {
  expect(missingWords({ ...whole, ...change })).toEqual(missing);
});
