import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Ordered statements that are no list of a screen, and what keeps them short. */
const bounded: Readonly<Record<string, string>> = {
  "src/modules/assessment/regular.ts": "cases of those who were on the registers that closed",
  "src/modules/attendance/absence/public.ts": "classes and excuses of a month's participants, reckoned with",
  "src/modules/attendance/absence/store.ts": "marks of one person on the days of one excuse",
  "src/modules/benefit/month/facts.ts": "days on which the law changes within a participation",
  "src/modules/employment/public.ts": "equal declarations counted as one, for a report",
  "src/modules/partnership/shares.ts": "consents of one person, checked; shares are limited inside",
  "src/modules/person/search.ts": "find_people takes the limit",
  "src/modules/person/facts.ts": "one kind of fact of one person, reckoned with",
  "src/modules/person/public.ts": "one kind of fact of one person, reckoned with",
  "src/modules/plan/public.ts": "running programmes of one person",
  "src/modules/plan/store.ts": "goals and tasks of one plan, which the command limits",
  "src/modules/plan/versions.ts": "versions of one plan, each compared with the one before",
  "src/modules/programme/calendar/conflicts.ts": "at most three kinds",
  "src/modules/programme/closures/closures.ts": "classes of one unit on days that are closed",
  "src/modules/programme/realisation/realisation.ts": "classes of one group until today, reckoned with",
  "src/modules/programme/sessionCommands.ts": "modules and closures that a calendar is made of",
  "src/modules/programme/standing.ts": "classes of the few groups that are planned together",
  "src/modules/programme/timetable/load.ts": "groups that are planned together, with their rooms and leaders",
  "src/modules/programme/timetable/propose.ts": "groups that are planned together, locked in order",
  "src/modules/programme/unitSessions.ts": "weeks of one month for the people that are asked for",
  "src/modules/project/public.ts": "enrolments that indicators are reckoned from",
  "src/platform/auditPurge.ts": "organisations of the house",
  "src/platform/law.ts": "the value of each parameter that holds",
};

/** Statements of a source: each SQL template that is executed, without what stands in brackets; and each built query. */
function statementsOf(source: string): string[] {
  const found = [...source.matchAll(/\.selectFrom\((?:(?!\.execute|;\n).)*\.orderBy\((?:(?!;\n).)*/gs)].map(
    ([text]) => text,
  );
  for (const start of source.matchAll(/sql(?:<[^`]*?>)?`/g)) {
    const statement = outermost(source, start.index + start[0].length);
    if (source.startsWith(".execute", statement.end + 1)) found.push(statement.text);
  }
  return found;
}

function outermost(source: string, from: number): { text: string; end: number } {
  let text = "";
  let depth = 0;
  let at = from;
  for (; at < source.length && (source[at] !== "`" || depth > 0); at++) {
    if (source.startsWith("${", at)) {
      const end = endOfValue(source, at + 2);
      if (depth === 0) text += source.slice(at, end);
      at = end - 1;
    } else if (source[at] === "(") depth += 1;
    else if (source[at] === ")") depth -= 1;
    else if (depth === 0) text += source[at];
  }
  return { text, end: at };
}

function endOfValue(source: string, from: number): number {
  let open = 1;
  let at = from;
  for (; open > 0 && at < source.length; at++) open += source[at] === "{" ? 1 : source[at] === "}" ? -1 : 0;
  return at;
}

const isUnlimited = (statement: string): boolean =>
  /order by|\.orderBy\(/.test(statement) && !/\blimit\b|\$\{atMost\}|\.limit\(|executeTakeFirst/.test(statement);

const files = globSync("src/{modules,platform}/**/*.ts").filter((file) => !/test|\.gen\./.test(file));

test("every list that a query answers has a maximum (C60)", () => {
  const statements = files.flatMap((file) => statementsOf(readFileSync(file, "utf8")).map((text) => ({ file, text })));
  expect(statements.length).toBeGreaterThan(250);
  const unlimited = statements.filter(({ file, text }) => isUnlimited(text) && !Object.hasOwn(bounded, file));
  expect(unlimited).toEqual([]);
});

test("a list that forgets its maximum is seen, however it is written", () => {
  const of = (source: string) => statementsOf(source).filter(isUnlimited).length;
  const sql = (end: string) =>
    `await sql<Row>\`select a, (select b from c order by b limit 1) from d where e = \${id} order by a${end}\`.execute(tx)`;
  expect([of(sql("")), of(sql(" limit 5")), of(sql(" ${atMost}"))]).toEqual([1, 0, 0]);
  const built = (end: string) => `return tx\n  .selectFrom("unit")\n  .orderBy("name")${end}\n  .execute();\n`;
  expect([of(built("")), of(built("\n  .limit(listMost)"))]).toEqual([1, 0]);
});
