import { readFileSync } from "node:fs";
import type { Role } from "../../src/platform/access.ts";

/** Rows of the matrix of docs/domain/rules.md R-ACC, in its words. */
const roleOf: Readonly<Record<string, Role>> = {
  "Outreach worker": "OUTREACH_WORKER",
  "Outreach coordinator": "OUTREACH_COORDINATOR",
  "Shelter worker": "SHELTER_WORKER",
  "OPS social worker": "SOCIAL_WORKER",
  "OPS manager": "SOCIAL_WORK_MANAGER",
  "CIS/KIS social worker": "REINTEGRATION_SOCIAL_WORKER",
  "Group leader": "GROUP_LEADER",
  Psychologist: "PSYCHOLOGIST",
  "Addiction therapist": "ADDICTION_THERAPIST",
  "Vocational counsellor": "VOCATIONAL_COUNSELLOR",
  Lawyer: "LAWYER",
  "Workshop instructor": "WORKSHOP_INSTRUCTOR",
  "Job coach": "JOB_COACH",
  "CIS manager": "CIS_MANAGER",
  "KIS coordinator": "KIS_COORDINATOR",
  "Project coordinator": "PROJECT_COORDINATOR",
  "Partner referrer": "PARTNER_REFERRER",
  Accountant: "ACCOUNTANT",
  Supervisor: "SUPERVISOR",
  Participant: "PARTICIPANT",
  Researcher: "RESEARCHER",
  DPO: "DPO",
  "Organisation administrator": "ORGANISATION_ADMIN",
  "System administrator": "SYSTEM_OPERATOR",
  "System operator": "SYSTEM_OPERATOR",
};

/** What one cell says as written, such as `R team`; by role and column. */
export type Matrix = ReadonlyMap<Role, Readonly<Record<string, string>>>;

/** Reads the two tables of R-ACC. A role of two rows has the one that stands last. Throws on a row of nobody. */
export function readMatrix(): Matrix {
  const text = readFileSync(new URL("../../docs/domain/rules.md", import.meta.url), "utf8");
  const matrix = new Map<Role, Record<string, string>>();
  let columns: string[] = [];
  for (const line of text.split("\n")) {
    const [, name = "", ...cells] = line.split("|").map((cell) => cell.trim());
    if (name === "Role") columns = cells;
    else if (!line.startsWith("|")) columns = [];
    else if (columns.includes("Core data") && !/^-+$/.test(name)) {
      const role = roleOf[name];
      if (!role) throw new Error(`R-ACC speaks of "${name}", who is no role here`);
      matrix.set(role, Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])));
    }
  }
  return matrix;
}
