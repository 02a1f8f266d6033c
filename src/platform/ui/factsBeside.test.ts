import { expect, test } from "vitest";
import { type Fact, factsBeside } from "./factsBeside.ts";

const fact = (name: string, sphere: string | null): Fact => ({
  label: { pl: name, en: name, uk: name },
  sphere,
  count: 1,
  of: null,
});
const names = (facts: readonly Fact[]) => facts.map(({ label }) => label.en);
const all = [fact("hours", null), fact("work", "VOCATIONAL"), fact("moves", "HOUSING"), fact("papers", "VOCATIONAL")];

test.each<[string, (string | null)[], string[], string[]]>([
  ["no promise names a sphere", [null], ["hours", "work", "moves", "papers"], []],
  ["one is about work", ["VOCATIONAL", null], ["hours", "moves"], ["work", "papers"]],
  ["two are about work", ["VOCATIONAL", "VOCATIONAL"], ["hours", "moves"], ["work", "papers"]],
  ["one is about another sphere", ["HEALTH"], ["hours", "work", "moves", "papers"], []],
])("facts stand beside the promise of their sphere, the others above: %s", (_, spheres, above, beside) => {
  const { above: top, beside: of } = factsBeside(all, spheres);
  expect(names(top)).toEqual(above);
  expect(names(of("VOCATIONAL"))).toEqual(beside);
  expect(of(null)).toEqual([]);
});
