import { readFileSync } from "node:fs";
import { type Role, roles } from "../../src/platform/access.ts";

/**
 * How far a role reaches with an operation: `O` the whole organisation; `U` records of the own unit, and what `T` brings;
 * `T` records in whose team the actor is; `S` only what is the actor's own; `-` not at all.
 */
export type Letter = "O" | "U" | "T" | "S" | "-";

/**
 * One line of `table.csv`, which is written from docs/domain/rules.md R-ACC and not from the code.
 * `relation` says what the operation is about, and with it what "unit", "team" and "own" mean there (docs: README.md beside it).
 */
export type AccessRow = {
  operation: string;
  /** A section of a person's file, for the operations that open one; else empty. */
  variant: string;
  relation: string;
  /** `+`: an account without a valid authorisation may still do it (R-ACC-02 blocks the rest). */
  allowedWhenExpired: boolean;
  /** Whether it needs no session. */
  open: boolean;
  letters: Readonly<Record<Role, Letter>>;
  why: string;
};

const letters: readonly string[] = ["O", "U", "T", "S", "-"] satisfies Letter[];
const isLetter = (text: string | undefined): text is Letter => text !== undefined && letters.includes(text);

/** Reads a table of this folder: `table.csv` (operations) or `parts.csv` (what a role sees of an answer). Throws on a line that is not whole. */
export function readTable(name: "table.csv" | "parts.csv"): AccessRow[] {
  const [head = "", ...lines] = readFileSync(new URL(name, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (column: string) => cells[columns.indexOf(column)];
    const [operation, relation] = [cell("operation"), cell("relation")];
    if (!operation || !relation) throw new Error(`${name}: no operation or relation in "${line}"`);
    const byRole = Object.fromEntries(
      roles.map((role) => {
        const letter = cell(role);
        if (!isLetter(letter)) throw new Error(`${name}: ${operation} says nothing of ${role}`);
        return [role, letter];
      }),
    );
    return {
      operation,
      variant: cell("variant") ?? "",
      relation,
      allowedWhenExpired: cell("expired") === "+",
      open: cell("none") === "O",
      letters: byRole as Record<Role, Letter>, // every role was asked for above
      why: cells.slice(columns.indexOf("why")).join(",").replaceAll('"', ""),
    };
  });
}

/** What the table says of a record that stands so to the actor. */
export function reaches(letter: Letter, relation: { unit: boolean; team: boolean; own: boolean }): boolean {
  if (letter === "O") return true;
  if (letter === "U") return relation.unit || relation.team;
  if (letter === "T") return relation.team;
  return letter === "S" && relation.own;
}
