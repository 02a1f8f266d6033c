import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { CandidateFacts } from "./contract.ts";

const fields = ["born", "sex", "education", "registered", "client", "labour", "disability", "commune"] as const;
type Field = (typeof fields)[number];

const lastRegistration = ({ registered }: CandidateFacts) =>
  registered?.value?.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];

/** What a field says of the present, so that two can be compared: of registrations the last one. */
function told(facts: CandidateFacts, field: Field): string {
  return JSON.stringify(field === "registered" ? (lastRegistration(facts) ?? []) : facts[field]?.value);
}

/** Since when a field holds; empty for one without days. */
function since(facts: CandidateFacts, field: Field): PlainDate | "" {
  if (field === "registered") return lastRegistration(facts)?.from ?? "";
  return field === "client" ? (facts.client?.value?.since ?? "") : "";
}

/** Whether what was seen elsewhere stands before what the file says of the same field. */
function seenHolds(field: Field, file: CandidateFacts, seen: CandidateFacts): boolean {
  if (!seen[field]) return false;
  if (!file[field] || file[field].value === null || told(file, field) === told(seen, field)) return true;
  const [entered, shown] = [file[field].evidence?.on, seen[field].evidence?.on];
  if (!entered || !shown || entered < shown) return true;
  return entered === shown && since(file, field) <= since(seen, field);
}

/**
 * The file with what rooms above have seen of the same person. Where both say the same, what was seen keeps its proof, so that no
 * paper is asked for twice. Where they differ, the one that was learned later holds, and of two learned on one day the one that
 * is valid from later. Source: docs/domain/rules.md R-REC-01
 */
export function preferred(file: CandidateFacts, seen: CandidateFacts): CandidateFacts {
  const holding = fields.filter((field) => seenHolds(field, file, seen)).map((field) => [field, seen[field]]);
  const statements = seen.statements && { statements: { ...file.statements, ...seen.statements } };
  return { ...file, ...Object.fromEntries(holding), ...statements };
}
