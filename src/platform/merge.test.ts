import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeFields } from "./merge.ts";

const current = { alias: "Broda", phone: "600 100 200", languages: ["pl"] };
const merge = (base: number, patch: Partial<typeof current>, changedIn: Record<string, number> = { phone: 3 }) =>
  mergeFields({ base, changedIn, current, patch });

test("different fields changed at once both hold", () => {
  expect(merge(2, { alias: "Brodacz" })).toEqual({ changes: { alias: "Brodacz" }, conflicts: [] });
});
test("the same field changed at once is a conflict that shows both values", () => {
  expect(merge(2, { phone: "700" })).toEqual({
    changes: {},
    conflicts: [{ field: "phone", theirs: "600 100 200", yours: "700" }],
  });
});
test("the same value from both sides is no conflict", () => {
  expect(merge(2, { phone: "600 100 200", languages: ["pl"] })).toEqual({ changes: {}, conflicts: [] });
});
test("who saw the newest version changes anything", () => {
  expect(merge(3, { phone: "700" }).changes).toEqual({ phone: "700" });
});
test("a field is either changed, in conflict, or already so", () => {
  const fields = fc.record({ a: fc.integer({ max: 3, min: 0 }), b: fc.integer({ max: 3, min: 0 }) });
  fc.assert(
    fc.property(fields, fields, fc.nat(5), fc.record({ a: fc.nat(5), b: fc.nat(5) }), (now, patch, base, changedIn) => {
      const { changes, conflicts } = mergeFields({ base, changedIn, current: now, patch });
      for (const field of ["a", "b"] as const) {
        const told = conflicts.some((one) => one.field === field);
        expect([field in changes, told, now[field] === patch[field]].filter(Boolean)).toHaveLength(1);
      }
    }),
  );
});
