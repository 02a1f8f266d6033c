import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./counts.ts";

test("a test file that does not load counts as a failure, and every failure is named with its reason", () => {
  const testResults = [
    { name: "/x/a.test.ts", status: "failed", message: "No such module\n at x", assertionResults: [] },
    {
      name: "/x/b.test.ts",
      status: "failed",
      assertionResults: [
        {
          status: "failed",
          fullName: "two and two",
          failureMessages: ["\u001b[31mAssertionError: 5\u001b[39m\n at y"],
        },
        { status: "passed", fullName: "one and one", failureMessages: [] },
      ],
    },
  ];
  expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({
    passed: 1,
    failed: 2,
    failures: ["b.test.ts › two and two: AssertionError: 5", "a.test.ts › does not load: No such module"],
  });
});

const journey = (title: string, status: string, message?: string) => ({
  title,
  file: "way.spec.ts",
  ok: status !== "unexpected",
  tests: [
    { status, results: [message ? { error: { message, location: { file: "/e2e/way/plan.ts", line: 7 } } } : {}, {}] },
  ],
});

test("a journey that failed is told with the place, and a set-up that breaks counts", () => {
  const suites = [
    { specs: [journey("by mouse", "expected")], suites: [{ specs: [journey("by thumb", "unexpected", "Lost\n…")] }] },
  ];
  const stats = { expected: 3, unexpected: 1, flaky: 0 };
  expect(countPlaywright({ stats, errors: [{ message: "no server" }], suites })).toEqual({
    passed: 3,
    failed: 2,
    failures: ["way.spec.ts › by thumb: Lost (plan.ts:7)", "e2e › does not start: no server"],
    raced: [],
  });
});

test("one journey that passes only the second time is told by name; two are failures", () => {
  const [one, other] = [journey("by keys", "flaky", "Timeout"), journey("by thumb", "flaky")];
  expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 1 }, suites: [{ specs: [one] }] })).toEqual({
    passed: 4,
    failed: 0,
    failures: [],
    raced: ["way.spec.ts › by keys: Timeout (plan.ts:7)"],
  });
  const stats = { expected: 3, unexpected: 0, flaky: 2 };
  expect(countPlaywright({ stats, suites: [{ specs: [one, other] }] })).toEqual({
    passed: 3,
    failed: 2,
    failures: ["way.spec.ts › by keys: Timeout (plan.ts:7)", "way.spec.ts › by thumb"],
    raced: [],
  });
});
