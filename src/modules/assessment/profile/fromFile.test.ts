import { expect, test } from "vitest";
import { plainDate } from "../../../platform/time/plainDate.ts";
import type { Fact } from "../../person/contract.ts";
import { rowsFromFile } from "./fromFile.ts";
import { newRow } from "./profileValues.ts";

const fact = (kind: Fact["kind"], value: string, from: string, change: Partial<Fact> = {}): Fact => ({
  id: "f",
  correctsId: null,
  withdrawnBy: null,
  kind,
  value,
  validFrom: plainDate(from),
  validUntil: null,
  detail: {},
  withdrawnAt: null,
  withdrawnReason: null,
  recordedAt: "2026-01-01T00:00:00Z",
  recordedBy: null,
  ...change,
});
const every = ["SOCIAL", "HEALTH", "ADDICTION", "ETHNICITY", "COURT"] as const;
const lines = (facts: Fact[], writes: readonly (typeof every)[number][] = every) =>
  rowsFromFile(facts, [], writes).map(({ from, to, place, causes, sensitivity }) =>
    [from, to, place, causes.join("+"), sensitivity].join("|"),
  );

test("how long and why somebody is homeless, and where they lived, come as entries, each day as far as it is known", () => {
  expect(
    lines([
      fact("HOUSING", "HOUSED", "2026-06-01"),
      fact("HOUSING", "3", "2025-10-05"),
      fact("HOUSING", "1", "2025-02-01"),
      fact("HOMELESSNESS", "STATUTORY", "2025-02-01", { detail: { precision: "MONTH", causes: ["EVICTION"] } }),
      fact("HOUSING", "2", "2024-01-01", { withdrawnAt: "2026-01-02T00:00:00Z" }),
    ]),
  ).toEqual([
    "2025-02|||EVICTION|SOCIAL",
    "2025-02-01|2025-10-05|przestrzeń publiczna||SOCIAL",
    "2025-10-05|2026-06-01|schronisko dla osób bezdomnych||SOCIAL",
  ]);
});

test("a cause that asks for protection is offered to who may give it alone", () => {
  const homeless = fact("HOMELESSNESS", "STATUTORY", "2025-02-01", { detail: { causes: ["RELEASE_FROM_PRISON"] } });
  expect(lines([homeless])).toEqual(["2025-02-01|||RELEASE_FROM_PRISON|COURT"]);
  expect(lines([homeless], ["SOCIAL"])).toEqual([]);
});

test("what stands in the profile is not offered again", () => {
  const street = fact("HOUSING", "1", "2025-02-01");
  const taken = { ...newRow("HOMELESSNESS"), from: "2025-02-01", place: "przestrzeń publiczna" };
  expect(rowsFromFile([street], [taken], every)).toEqual([]);
});
