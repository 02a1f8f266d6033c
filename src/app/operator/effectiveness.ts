import type pg from "pg";
import { z } from "zod";
import { EffectivenessReport, FrozenReport } from "../../modules/report/contract.ts";
import { countEffectiveness } from "../../modules/report/effectiveness.ts";
import { tabulateReport } from "../../modules/report/prints.ts";
import type { Actor } from "../../platform/access.ts";
import { defineQuery, runQuery, type Services } from "../../platform/command.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { operatorAccountId, operatorDevice } from "./operatorAudit.ts";
import { OperatorRefusal } from "./refusal.ts";

/** A right of this door alone: in no room may a system operator read anything. */
const verb = { SYSTEM_OPERATOR: "organisation" } as const;

const readReport = defineQuery({
  name: "operator.report-effectiveness",
  method: "GET",
  path: "/", // not served
  summary: "The 60/25 table of a project at the command line",
  input: z.strictObject({ projectId: z.uuid() }),
  answer: z.object({ report: FrozenReport, contentHash: z.string() }),
  verb,
  audit: ({ projectId }) => ({ objectType: "project", objectId: projectId, section: "INDICATORS" }),
  run: async (context, { projectId }) => {
    const report = await countEffectiveness(context, verb, projectId);
    return { report, contentHash: freeze(report).contentHash };
  },
});

export type OperatorReport = {
  answer: { report: EffectivenessReport; contentHash: string };
  /** XLSX in Polish: the tables, and the people by number. */
  spreadsheet(): Promise<Uint8Array>;
};

/**
 * The 60/25 table as the records stand today, counted by the report room and with its hash, so that it can be held against
 * what was sent. `project` is its number or id. The operator, who is no member, stands in the audit.
 * @throws OperatorRefusal when organisation or project are unknown, or several projects have the number
 */
export async function reportEffectiveness(
  services: Services,
  owner: pg.ClientBase,
  organisation: string,
  project: string,
): Promise<OperatorReport> {
  const { organisationId, projectId } = await findProject(owner, organisation, project);
  const operator: Actor = {
    accountId: operatorAccountId,
    organisationId,
    displayName: "operator",
    roles: ["SYSTEM_OPERATOR"],
    unitIds: [],
    personId: null,
    authorised: true,
    sessionId: null,
  };
  const origin = { requestId: null, device: operatorDevice };
  const read = z.object({ report: FrozenReport, contentHash: z.string() });
  const { report, contentHash } = read.parse(await runQuery(services, operator, origin, readReport, { projectId }));
  return {
    answer: { report: EffectivenessReport.parse(report), contentHash },
    spreadsheet: async () => (await tabulateReport(report, null, "pl")).bytes,
  };
}

async function findProject(owner: pg.ClientBase, organisation: string, project: string) {
  const { rows } = await owner.query<{ organisationId: string; projectId: string }>(
    `select o.id as "organisationId", p.id as "projectId" from organisation o join project p on p.organisation_id = o.id
     where o.short_name = $1 and (p.number = $2 or p.id::text = lower($2))`,
    [organisation, project],
  );
  const [found, another] = rows;
  if (another)
    throw new OperatorRefusal(
      `Numer ${project} ma kilka projektów: podaj id.`,
      `Several projects have the number ${project}: give the id.`,
    );
  if (!found)
    throw new OperatorRefusal(
      `Organizacja ${organisation} nie ma projektu ${project}.`,
      `The organisation ${organisation} has no project ${project}.`,
    );
  return found;
}
