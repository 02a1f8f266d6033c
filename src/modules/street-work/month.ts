import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { sealJson, unsealJson } from "../../platform/keys/sealedJson.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { requireUnit } from "../outreach/public.ts";
import { streetWorkAccess } from "./access.ts";
import { FreezeMonth, FrozenMonthLine, Month, OpenReport, StreetMonth } from "./contract.ts";
import { countMonth } from "./monthCount.ts";
import { type FrozenMonth, printMonth, tabulateMonth } from "./monthPrints.ts";
import { daysOfMonth, refuseFreeze, refuseOpenMonth } from "./rules.ts";

onConstraint("street_month_key", "conflict", "record.id_taken");
onConstraint("street_month_version_once", "conflict", "street_month.changed");

type Row = Omit<FrozenMonth, "report" | "frozenAt" | "narrative"> & {
  unitId: string;
  frozenAt: string;
  content: string;
  narrativeSealed: Buffer | null;
};

/** Versions of months that `which` names (on `s`), newest first. */
async function readFrozen(
  context: WorkContext,
  which: ReturnType<typeof sql>,
): Promise<(FrozenMonth & { unitId: string })[]> {
  const { rows } =
    await sql<Row>`select s.id, s.unit_id, s.version_no, s.correction_reason, s.content_hash, m.display_name as frozen_by,
      s.frozen_at, s.content, s.narrative_sealed
    from street_month s join membership m on m.organisation_id = s.organisation_id and m.account_id = s.frozen_by
    where s.organisation_id = ${context.actor.organisationId} and ${which}
    order by s.version_no desc ${atMost}`.execute(context.tx);
  return rows.map(({ content, narrativeSealed, ...row }) => ({
    ...row,
    frozenAt: instantOf(row.frozenAt),
    report: StreetMonth.parse(JSON.parse(content)),
    narrative: z
      .string()
      .nullable()
      .parse(unsealJson(context, "street-month", row.id, narrativeSealed)),
  }));
}

/** Versions of a month that were given out, newest first. */
async function listFrozen(context: WorkContext, unitId: string, month: string): Promise<FrozenMonthLine[]> {
  const versions = await readFrozen(context, sql`s.unit_id = ${unitId} and s.month = ${daysOfMonth(month).from}`);
  return versions.map(({ report, unitId: _, ...line }) => ({
    ...line,
    known: report.team.known,
    unknown: report.team.unknown,
  }));
}

/** @throws Problem not_found `street_month.not_found`, also for another team's */
async function getFrozen(context: WorkContext, snapshotId: string): Promise<FrozenMonth> {
  const [found] = await readFrozen(context, sql`s.id = ${snapshotId}`);
  if (!found) throw new Problem("not_found", "street_month.not_found");
  requireUnit(context, streetWorkAccess["street-month.read"], found.unitId, "street_month.not_found");
  return found;
}

/**
 * Freezes a month as the sender saw it; records and merges that come later do not change it.
 * @throws Problem not_found `outreach.unit_not_found` | conflict `street_month.changed` | refused `street_month.not_over`,
 * `street_month.correction_reason_missing`. Source: docs/domain/reporting.md §1 (4)
 */
async function freezeMonth(context: CommandContext, given: FreezeMonth): Promise<Done> {
  const { snapshotId, unitId, month, seenHash, correctionReason, narrative } = given;
  const { organisationId, accountId } = context.actor;
  refuseIf([refuseOpenMonth(month, context.today)]);
  const { report } = await countMonth(context, unitId, month);
  const { content, contentHash } = freeze(report);
  if (contentHash !== seenHash) throw new Problem("conflict", "street_month.changed");
  const versionNo = (await listFrozen(context, unitId, month)).length + 1;
  refuseIf([refuseFreeze(versionNo, correctionReason)]);
  await context.tx
    .insertInto("streetMonth")
    .values({
      organisationId,
      id: snapshotId,
      unitId,
      month: daysOfMonth(month).from,
      versionNo,
      correctionReason: versionNo > 1 ? correctionReason : null,
      content,
      contentHash,
      narrativeSealed: sealJson(context, "street-month", snapshotId, narrative),
      frozenBy: accountId,
    })
    .execute();
  return {
    ids: { month: snapshotId },
    version: versionNo,
    about: { type: "street-month", id: snapshotId },
    detail: { month, contentHash },
  };
}

export const monthCommands = [
  defineCommand({
    type: "street-month.freeze",
    v: 1,
    summary: "Freezes a team's month as it was given out",
    payload: FreezeMonth,
    verb: streetWorkAccess["street-month.freeze"],
    run: freezeMonth,
  }),
];

export const monthQueries = [
  defineQuery({
    name: "street-month.read",
    method: "GET",
    path: "/street-work/units/:unitId/months/:month",
    summary: "A team's month, counted, with the versions that were given out",
    input: z.strictObject({ unitId: z.uuid(), month: Month }),
    answer: z.object({
      report: StreetMonth,
      contentHash: z.string(),
      openReports: z.array(OpenReport),
      frozen: z.array(FrozenMonthLine),
    }),
    verb: streetWorkAccess["street-month.read"],
    audit: ({ unitId }) => ({ objectType: "street-month", objectId: unitId, section: "STREET" }),
    run: async (context, { unitId, month }) => {
      const { report, openReports } = await countMonth(context, unitId, month);
      const { contentHash } = freeze(report);
      return { report, contentHash, openReports, frozen: await listFrozen(context, unitId, month) };
    },
  }),
];

const Snapshot = z.strictObject({ snapshotId: z.uuid(), lang: z.enum(["pl", "en", "uk"]).default("pl") });
const ofFrozen = {
  input: Snapshot,
  verb: streetWorkAccess["street-month.read"],
  audit: ({ snapshotId }: z.infer<typeof Snapshot>) => ({
    objectType: "street-month",
    objectId: snapshotId,
    section: "STREET" as const,
  }),
};

export const monthDownloads = [
  defineDownload({
    ...ofFrozen,
    name: "street-month.print",
    path: "/street-work/months/:snapshotId/pdf",
    summary: "A team's month as it was given out, as PDF",
    run: async (context, { snapshotId, lang }) => printMonth(context, await getFrozen(context, snapshotId), lang),
  }),
  defineDownload({
    ...ofFrozen,
    name: "street-month.export",
    path: "/street-work/months/:snapshotId/xlsx",
    summary: "A team's month as it was given out, as XLSX",
    run: async (context, { snapshotId, lang }) => tabulateMonth(await getFrozen(context, snapshotId), lang),
  }),
];
