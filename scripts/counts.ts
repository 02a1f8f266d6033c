import { basename } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** `failures`: a line for each failed test, with the first line of its reason. `raced`: for each that passed only when repeated. */
export type Counts = { passed: number; failed: number; failures: string[]; raced?: string[] };

/** A busy machine may trip one journey a run. Source: docs/adr/0059-one-journey-may-race.md */
const mostRaced = 1;

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

type Run = { error?: { message?: string; location?: { file: string; line: number } } };
type PlaywrightSpec = { title: string; file: string; ok: boolean; tests: { status: string; results: Run[] }[] };
type PlaywrightSuite = { specs?: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors?: { message?: string }[];
  suites?: PlaywrightSuite[];
};

/** Journeys that passed only when repeated are told by name; more than `mostRaced` of them are failures, all of them. */
export function countPlaywright({ stats, errors = [], suites = [] }: PlaywrightReport): Counts {
  const specs = suites.flatMap(specsOf);
  const failed = specs.filter(({ ok }) => !ok).map(lineOfJourney);
  const raced = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(lineOfJourney);
  const tooMany = raced.length > mostRaced;
  return {
    passed: stats.expected + (tooMany ? 0 : stats.flaky),
    failed: stats.unexpected + (tooMany ? stats.flaky : 0) + errors.length,
    failures: [
      ...failed,
      ...(tooMany ? raced : []),
      ...errors.map((error) => lineOf("e2e", "does not start", error.message)),
    ],
    raced: tooMany ? [] : raced,
  };
}

function lineOfJourney({ file, title, tests }: PlaywrightSpec): string {
  const error = tests.flatMap(({ results }) => results).find((run) => run.error)?.error;
  const place = error?.location && ` (${basename(error.location.file)}:${error.location.line})`;
  return `${lineOf(file, title, error?.message)}${place ?? ""}`;
}

function specsOf(suite: PlaywrightSuite): PlaywrightSpec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function lineOf(file: string, test: string, reason = ""): string {
  const [first = ""] = stripVTControlCharacters(reason).split("\n");
  return `${basename(file)} › ${test}${first ? `: ${first.slice(0, 300)}` : ""}`;
}
