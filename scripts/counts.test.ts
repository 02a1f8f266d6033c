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

test("a journey that passes only the second time, and a set-up that breaks, count as failures", () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1 };
  const spec = (title: string, ok: boolean, status: string, message?: string) => ({
    title,
    file: "way.spec.ts",
    ok,
    tests: [{ status, results: [message ? { error: { message } } : {}] }],
  });
  const suites = [
    {
      specs: [spec("by mouse", true, "expected"), spec("by keys", true, "flaky", "Timeout\n…")],
      suites: [{ specs: [spec("by thumb", false, "unexpected")] }],
    },
  ];
  expect(countPlaywright({ stats, errors: [{ message: "no server" }], suites })).toEqual({
    passed: 3,
    failed: 3,
    failures: ["way.spec.ts › by keys: Timeout", "way.spec.ts › by thumb", "e2e › does not start: no server"],
  });
});
