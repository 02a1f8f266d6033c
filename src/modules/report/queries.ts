import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { reportAccess } from "./access.ts";
import { Cell, CellPeople, EffectivenessReport, SnapshotLine } from "./contract.ts";
import { countEffectiveness, openCell, readSnapshot, requireProject } from "./effectiveness.ts";
import { printReport, type Sent, tabulateReport } from "./prints.ts";

const verb = reportAccess["report.read"];
const lang = z.enum(["pl", "en", "uk"]).default("pl");
const ofProject = z.strictObject({ projectId: z.uuid() });
const ofSnapshot = z.strictObject({ snapshotId: z.uuid() });

/** Versions sent, newest first, of one project. */
async function listSnapshots(context: WorkContext, projectId: string): Promise<SnapshotLine[]> {
  await requireProject(context, verb, projectId);
  const { rows } =
    await sql<SnapshotLine>`select r.id, r.project_id, p.title as project_title, r.version_no, r.correction_reason, r.as_at, r.content_hash,
      m.display_name as sent_by_name, r.sent_at
    from report_snapshot r
    join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
    join membership m on m.organisation_id = r.organisation_id and m.account_id = r.sent_by
    where r.organisation_id = ${context.actor.organisationId} and r.project_id = ${projectId}
    order by r.version_no desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, sentAt: instantOf(row.sentAt) }));
}

async function sentReport(context: WorkContext, snapshotId: string) {
  const { report, ...head } = await readSnapshot(context, snapshotId);
  const sentOn = todayIn(new Date(instantOf(head.sentAt)), "Europe/Warsaw");
  const sent: Sent = { ...head, sentOn };
  return { report, sent, head: { ...head, sentAt: instantOf(head.sentAt) } };
}

export const reportQueries = [
  defineQuery({
    name: "report.read-effectiveness",
    method: "GET",
    path: "/reports/effectiveness/:projectId",
    summary: "The 60/25 table of a project as the records stand today, and its hash",
    input: ofProject,
    answer: z.object({ report: EffectivenessReport, contentHash: z.string(), maySend: z.boolean() }),
    verb,
    audit: null,
    run: async (context, { projectId }) => {
      const report = await countEffectiveness(context, verb, projectId);
      const maySend = context.actor.roles.some((role) => Object.hasOwn(reportAccess["report.send"], role));
      return { report, contentHash: freeze(report).contentHash, maySend };
    },
  }),
  defineQuery({
    name: "report.open-people",
    method: "GET",
    path: "/reports/effectiveness/:projectId/people",
    summary: "The people behind a number, as named as the reader may see them",
    input: z.strictObject({ ...ofProject.shape, ...Cell.shape }),
    answer: CellPeople,
    verb: reportAccess["report.open-people"],
    audit: ({ projectId }) => ({ objectType: "project", objectId: projectId, section: "INDICATORS" }),
    run: async (context, { projectId, ...cell }) => {
      const { persons } = await countEffectiveness(context, verb, projectId);
      return openCell(context, persons, cell);
    },
  }),
  defineQuery({
    name: "report.list-sent",
    method: "GET",
    path: "/reports/effectiveness/:projectId/sent",
    summary: "Versions that were sent, newest first",
    input: ofProject,
    answer: z.object({ snapshots: z.array(SnapshotLine) }),
    verb,
    audit: null,
    run: async (context, { projectId }) => ({ snapshots: await listSnapshots(context, projectId) }),
  }),
  defineQuery({
    name: "report.read-sent",
    method: "GET",
    path: "/reports/sent/:snapshotId",
    summary: "A report as it was sent",
    input: ofSnapshot,
    answer: z.object({
      report: EffectivenessReport,
      versionNo: z.int(),
      correctionReason: z.string().nullable(),
      contentHash: z.string(),
      sentByName: z.string(),
      sentAt: z.string(),
    }),
    verb,
    audit: null,
    run: async (context, { snapshotId }) => {
      const { report, head } = await sentReport(context, snapshotId);
      return { report, ...head };
    },
  }),
  defineQuery({
    name: "report.open-people-sent",
    method: "GET",
    path: "/reports/sent/:snapshotId/people",
    summary: "The people behind a number of a report that was sent",
    input: z.strictObject({ ...ofSnapshot.shape, ...Cell.shape }),
    answer: CellPeople,
    verb: reportAccess["report.open-people"],
    audit: ({ snapshotId }) => ({ objectType: "report", objectId: snapshotId, section: "INDICATORS" }),
    run: async (context, { snapshotId, ...cell }) => {
      const { report } = await readSnapshot(context, snapshotId);
      return openCell(context, report.persons, cell);
    },
  }),
];

export const reportDownloads = [
  defineDownload({
    name: "report.print",
    path: "/reports/effectiveness/:projectId/pdf",
    summary: "The 60/25 table as PDF, not sent yet",
    input: z.strictObject({ ...ofProject.shape, lang }),
    verb,
    audit: ({ projectId }) => ({ objectType: "project", objectId: projectId, section: "INDICATORS" }),
    run: async (context, input) =>
      printReport(context, await countEffectiveness(context, verb, input.projectId), null, input.lang),
  }),
  defineDownload({
    name: "report.export",
    path: "/reports/effectiveness/:projectId/xlsx",
    summary: "The 60/25 table as XLSX, not sent yet",
    input: z.strictObject({ ...ofProject.shape, lang }),
    verb,
    audit: ({ projectId }) => ({ objectType: "project", objectId: projectId, section: "INDICATORS" }),
    run: async (context, input) =>
      tabulateReport(await countEffectiveness(context, verb, input.projectId), null, input.lang),
  }),
  defineDownload({
    name: "report.print-sent",
    path: "/reports/sent/:snapshotId/pdf",
    summary: "A report as it was sent, as PDF",
    input: z.strictObject({ ...ofSnapshot.shape, lang }),
    verb,
    audit: ({ snapshotId }) => ({ objectType: "report", objectId: snapshotId, section: "INDICATORS" }),
    run: async (context, input) => {
      const { report, sent } = await sentReport(context, input.snapshotId);
      return printReport(context, report, sent, input.lang);
    },
  }),
  defineDownload({
    name: "report.export-sent",
    path: "/reports/sent/:snapshotId/xlsx",
    summary: "A report as it was sent, as XLSX",
    input: z.strictObject({ ...ofSnapshot.shape, lang }),
    verb,
    audit: ({ snapshotId }) => ({ objectType: "report", objectId: snapshotId, section: "INDICATORS" }),
    run: async (context, input) => {
      const { report, sent } = await sentReport(context, input.snapshotId);
      return tabulateReport(report, sent, input.lang);
    },
  }),
];
