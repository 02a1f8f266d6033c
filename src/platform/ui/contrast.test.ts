import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const pairs = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast ratio as WCAG 2.2 defines it. */
function ratio(one: string, two: string): number {
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const text: [string, string][] = [
  ...["ink", "ink-soft", "teal", "teal-strong", "amber", "red", "green"].flatMap((name) =>
    grounds.map((ground): [string, string] => [name, ground]),
  ),
  ...["teal", "amber", "red", "green"].map((name): [string, string] => [name, `${name}-wash`]),
  ...["teal-wash", "amber-wash", "red-wash", "green-wash"].flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["ink-soft", ground],
  ]),
  ["on-teal", "teal"],
  ["on-teal", "teal-strong"],
  ["on-red", "red"],
  ["on-red", "red-strong"],
];
const marks: [string, string][] = ["line", "focus", "amber-mark", "teal", "red", "green"].flatMap((name) =>
  grounds.map((ground): [string, string] => [name, ground]),
);

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const colour = (name: string): string => {
    const pair = pairs.get(name);
    if (!pair) throw new Error(`no token --${name}`);
    return pair[theme];
  };
  test.each(text)("text --%s on --%s is at least 4.5", (name, ground) => {
    expect(ratio(colour(name), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(marks)("mark --%s on --%s is at least 3", (name, ground) => {
    expect(ratio(colour(name), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test("the computation knows black on white and fails a pale grey", () => {
  expect(ratio("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(ratio("#bbbbbb", "#ffffff")).toBeLessThan(3);
});
