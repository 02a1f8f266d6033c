import type { DeviceFigure } from "./device.ts";
import type { Direct } from "./direct.ts";
import type { Scan } from "./explain.ts";
import type { Bar } from "./operations.ts";
import type { WebSize } from "./sizes.ts";

/** One level of load: processor time is for one request, of the application's process and of the whole PostgreSQL server. */
export type Level = {
  connections: number;
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  applicationMs: number;
  databaseMs: number;
};

export type Measured = {
  name: string;
  about: string;
  bar: Bar;
  loads: Level[];
  direct: Direct;
  failed: number;
  /** Processor time of a request at 8 connections, or the most that were measured, application and PostgreSQL, ms. */
  costMs: number;
  /** `costMs` against the same SQL directly; `ratioBar` is the most it may be. */
  ratio: number;
  ratioBar: number | null;
};

export type Report = {
  at: string;
  commit: string;
  machine: string;
  node: string;
  persons: number;
  years: number;
  seed: number;
  seconds: number;
  measured: Measured[];
  writers: { onePerSecond: number; sixteenPerSecond: number; lockWaits: number; looks: number; failed: number } | null;
  recall: { asked: number; found: number; part: number; missed: string[] } | null;
  plans: number;
  scans: Scan[];
  figures: {
    startMs: number;
    restMiB: number;
    loadedMiB: number;
    productionMiB: number;
    web: WebSize;
    startAgainMs: number | null;
  } | null;
};

/** A number with as many decimals as tell something: 0.13, 3.4, 41. */
export function fixed(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

const verdict = (held: boolean) => (held ? "pass" : "FAIL");

/** The figures of the phone as a table. */
export function printDevice(figures: readonly DeviceFigure[]): void {
  const lines = figures.map(({ name, value, unit, atMost }) => [
    name,
    `${fixed(value)} ${unit}`,
    atMost === null ? "" : `<= ${atMost} ${unit}`,
    atMost === null ? "" : verdict(value <= atMost),
  ]);
  console.log("\nThe phone in the street, without network unless said; the page's thread six times slower");
  table(["", "measured", "bar", ""], lines);
}

/** The report as two tables and a list, in plain text. */
export function printReport(report: Report): void {
  const { at, commit, machine, node, persons, years, seed, seconds } = report;
  console.log(`Powrót bench: ${persons} persons, ${years} years, seed ${seed}; commit ${commit}; ${at}`);
  console.log(`${machine}, Node ${node}, ${seconds} s a measurement\n`);
  const lines = report.measured.flatMap(({ name, loads }) =>
    loads.map((each) => [
      name,
      String(each.connections),
      fixed(each.perSecond),
      fixed(each.p50Ms),
      fixed(each.p99Ms),
      fixed(each.applicationMs),
      fixed(each.databaseMs),
      fixed(each.applicationMs + each.databaseMs),
    ]),
  );
  table(["operation", "conn.", "req/s", "p50 ms", "p99 ms", "app CPU", "PG CPU", "CPU ms"], lines);
  const judged = report.measured.map(({ name, about, bar, direct, costMs, ratio, ratioBar, failed }) => [
    name,
    fixed(costMs),
    fixed(direct.cpuMs),
    fixed(ratio),
    ratioBar === null ? "" : fixed(ratioBar),
    ratioBar === null ? "" : verdict(ratio <= ratioBar),
    bar ? fixed(bar.barMs) : "",
    bar ? verdict(costMs <= bar.barMs) : "",
    String(direct.statements),
    failed > 0 ? `${failed} FAILED` : about,
  ]);
  console.log("\nCPU ms a request at 8 connections, or the most that were asked at once, beside the same SQL directly");
  table(["operation", "CPU ms", "direct", "ratio", "bar", "", "bar ms", "", "SQL", ""], judged);
  const facts: string[][] = [];
  const fact = (name: string, value: string, bar: string, held: boolean | null) =>
    facts.push([name, value, bar, held === null ? "" : verdict(held)]);
  const { recall, writers, figures, plans, scans } = report;
  if (recall)
    fact(
      "recall@20 of misspelt names",
      `${(recall.part * 100).toFixed(1)} % of ${recall.asked}`,
      ">= 97 %",
      recall.part >= 0.97,
    );
  if (writers) {
    fact(
      "contacts a second, 1 / 16 writers",
      `${fixed(writers.onePerSecond)} / ${fixed(writers.sixteenPerSecond)}`,
      "more",
      writers.sixteenPerSecond > writers.onePerSecond,
    );
    fact(
      "writers seen waiting for a lock",
      `${writers.lockWaits} in ${writers.looks} looks`,
      "0",
      writers.lockWaits === 0,
    );
  }
  fact("sequential scans in hot plans", `${scans.length} in ${plans} plans`, "0", scans.length === 0);
  if (figures) {
    const { startMs, restMiB, loadedMiB, productionMiB, web, startAgainMs } = figures;
    fact("server process to first answer", `${fixed(startMs)} ms`, "<= 1000 ms", startMs <= 1000);
    if (startAgainMs !== null)
      fact("npm start again", `${(startAgainMs / 1000).toFixed(1)} s`, "<= 8 s", startAgainMs <= 8000);
    fact("memory at rest", `${fixed(restMiB)} MiB`, "<= 120 MiB", restMiB <= 120);
    fact("memory after load", `${fixed(loadedMiB)} MiB`, "", null);
    fact(
      "JavaScript to the first list, gzip",
      `${fixed(web.javaScriptKb)} KiB in ${web.files} files`,
      "<= 175 KiB",
      web.javaScriptKb <= 175,
    );
    fact(
      "JavaScript of the offline part, gzip",
      `${fixed(web.offlineKb)} KiB, with four words ${fixed(web.offlineKb + web.argonKb)}`,
      "<= 50 KiB",
      web.offlineKb <= 50,
    );
    fact("CSS, gzip", `${fixed(web.cssKb)} KiB`, "<= 25 KiB", web.cssKb <= 25);
    fact("production packages", `${fixed(productionMiB)} MiB`, "<= 120 MiB", productionMiB <= 120);
  }
  console.log("");
  table(["", "measured", "bar", ""], facts);
  for (const { table: name, statement } of scans) console.log(`\nsequential scan of ${name}:\n${statement}`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const isNumber = head.map((_, at) => rows.every((row) => /^[\d.]*$/.test(row[at] ?? "")));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log(line(head));
  for (const row of rows) console.log(line(row));
}
