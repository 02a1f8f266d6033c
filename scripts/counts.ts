import { basename } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** `failures`: a line for each failed test, with the first line of its reason. */
export type Counts = { passed: number; failed: number; failures: string[] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] | null }[];
  }[];
};

/** A file that fails to load holds no failed test; it counts as one. Skipped tests are not counted. */
export function countVitest(report: VitestReport): Counts {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((result) => result.status === "failed"),
  );
  const failed = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((result) => result.status === "failed")
      .map((result) => lineOf(file.name, result.fullName, result.failureMessages?.[0])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    failures: [...failed, ...unloaded.map((file) => lineOf(file.name, "does not load", file.message))],
  };
}

type PlaywrightSpec = {
  title: string;
  file: string;
  ok: boolean;
  tests: { status: string; results: { error?: { message?: string } }[] }[];
};
type PlaywrightSuite = { specs?: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors?: { message?: string }[];
  suites?: PlaywrightSuite[];
};

/** A journey that passed only when repeated is a failure: people do not get a second run. */
export function countPlaywright({ stats, errors = [], suites = [] }: PlaywrightReport): Counts {
  const failed = suites
    .flatMap(specsOf)
    .filter((spec) => !spec.ok || spec.tests.some((one) => one.status === "flaky"))
    .map((spec) =>
      lineOf(spec.file, spec.title, spec.tests.flatMap((one) => one.results).find((run) => run.error)?.error?.message),
    );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    failures: [...failed, ...errors.map((error) => lineOf("e2e", "does not start", error.message))],
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function lineOf(file: string, test: string, reason = ""): string {
  const [first = ""] = stripVTControlCharacters(reason).split("\n");
  return `${basename(file)} › ${test}${first ? `: ${first.slice(0, 300)}` : ""}`;
}
