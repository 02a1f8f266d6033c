import { type Role, roles } from "../../src/platform/access.ts";
import { readMatrix } from "./matrix.ts";
import { type Depth, departures, doors, matrixRows } from "./matrixRows.ts";
import { type AccessRow, type Letter, readTable } from "./table.ts";

const order: readonly Letter[] = ["-", "S", "T", "U", "O"];
const inTheStreet: readonly Role[] = ["OUTREACH_WORKER", "OUTREACH_COORDINATOR"];
/** Whose work is that of no unit: "own organisation" reaches all of it. */
const ofNoUnit: readonly Role[] = ["PROJECT_COORDINATOR", "ACCOUNTANT"];

/** How far a cell of the matrix lets a role go, at most; and whether it lets it in at all through a door. */
function boundsOf(cell: string, depth: Depth, { relation }: AccessRow, role: Role): { most: Letter; letsIn: boolean } {
  const [, verb, rest = ""] = /^([RWS])\b(?! (?:hours|totals|technical|if)\b)(.*)$/.exec(cell) ?? [];
  const isOwn = /^(own( conclusions| on request)?|who accessed)$/.test(cell);
  const isNothing = cell === "" || cell === "anonymised" || /^(–|no\b)/.test(cell);
  const isPart = verb !== "W" && verb !== "R" && !isOwn; // a summary, a state, a number, some entries
  if (isNothing || (depth === "write" && verb !== "W") || (depth === "whole" && isPart))
    return { most: "-", letsIn: false };
  if (isOwn) return { most: "S", letsIn: false };
  const reach = relation === "person" && verb && !ofNoUnit.includes(role) ? "U" : "O";
  // in the street the team is the unit (R-OUT-04); what stands in brackets narrows a cell to some of its column
  const most = /\b(team|own)\b/.test(rest) && !inTheStreet.includes(role) ? "T" : reach;
  return { most, letsIn: verb !== undefined && !rest.includes("(") };
}

/** A cell of a table that says another thing than the matrix. */
export type Contradiction = { name: string; role: Role; letter: Letter; says: string };

/**
 * Cells of `table.csv` and `parts.csv` that say another thing than the matrix of R-ACC, where that can be told mechanically: who goes
 * further, and who does not come through a door that the matrix opens. In the order of `rows`.
 */
export function contradictions(rows = [...readTable("table.csv"), ...readTable("parts.csv")]): Contradiction[] {
  const matrix = readMatrix();
  const found: Contradiction[] = [];
  for (const row of rows) {
    const name = [row.operation, row.variant].filter(Boolean).join(" ");
    for (const { column, depth } of matrixRows.filter((one) => one.rows.test(name)))
      for (const role of roles) {
        const cell = matrix.get(role)?.[column];
        if (cell === undefined) throw new Error(`R-ACC says nothing of ${role} and "${column}"`);
        const letter = row.letters[role];
        const { most, letsIn } = boundsOf(cell, depth, row, role);
        const tooFar = order.indexOf(letter) > order.indexOf(most);
        if (tooFar || (letter === "-" && letsIn && doors.test(name)))
          found.push({ name, role, letter, says: `${column}: ${cell}` });
      }
  }
  return found;
}

/** Those that no departure explains, and departures that explain nothing any more. */
export function unexplained(): string[] {
  const all = contradictions();
  const explains = (one: (typeof departures)[number], { name, role }: Contradiction) =>
    one.rows.test(name) && one.roles.includes(role);
  return [
    ...all
      .filter((it) => !departures.some((one) => explains(one, it)))
      .map(({ name, role, letter, says }) => `${name} ${role}: ${letter}, but R-ACC says "${says}"`),
    ...departures.flatMap((one) =>
      one.roles
        .filter((role) => !all.some((it) => it.role === role && explains(one, it)))
        .map((role) => `a departure explains nothing: ${one.source}, ${role}`),
    ),
  ];
}
