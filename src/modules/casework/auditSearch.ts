import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { writeCsv } from "../../platform/spreadsheet/csv.ts";
import { daysBetween } from "../../platform/time/plainDate.ts";
import { auditAccess } from "./auditAccess.ts";
import {
  type AuditLine,
  AuditPage,
  ExportAudit,
  GlassLine,
  SearchAudit,
  UnusualDays,
  UnusualLine,
} from "./auditContract.ts";
import { findUnusual } from "./unusual.ts";

const pageSize = 100;
const exportLimit = 50_000;
const longestDays = 400;

/** Newest first. An administrator sees only what tells of no person. @throws Problem refused `audit.too_many_days` | not_found `person.not_found` */
async function findLines(context: WorkContext, terms: SearchAudit, limit: number): Promise<AuditLine[]> {
  if (terms.until < terms.from || daysBetween(terms.from, terms.until) > longestDays)
    throw new Problem("refused", "audit.too_many_days");
  const { organisationId } = context.actor;
  const all = may(context.actor, auditAccess["audit.read"]);
  if (!all && terms.personNo !== null) throw new Problem("not_found", "person.not_found");
  const { rows } =
    await sql<AuditLine>`select e.id, e.at, m.display_name as actor_name, e.action, e.outcome, e.object_type, p.person_no, e.section, e.reason, e.device
    from audit_entry e
      left join membership m on m.organisation_id = e.organisation_id and m.account_id = e.actor_id
      left join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.organisation_id = ${organisationId}
      and e.at >= (${terms.from}::date)::timestamp at time zone 'Europe/Warsaw'
      and e.at < (${terms.until}::date + 1)::timestamp at time zone 'Europe/Warsaw'
      ${all ? sql`` : sql`and e.person_id is null`}
      ${terms.personNo === null ? sql`` : sql`and e.person_id = (select id from person where organisation_id = ${organisationId} and person_no = ${terms.personNo})`}
      ${terms.actorId === null ? sql`` : sql`and e.actor_id = ${terms.actorId}`}
      ${terms.action === null ? sql`` : sql`and e.action = ${terms.action}`}
      ${terms.before === null ? sql`` : sql`and (e.at, e.id) < (${terms.before.at}::timestamptz, ${terms.before.id}::uuid)`}
    order by e.at desc, e.id desc limit ${limit}`.execute(context.tx);
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

async function searchAudit(context: WorkContext, terms: SearchAudit): Promise<AuditPage> {
  const lines = await findLines(context, terms, pageSize + 1);
  const { rows: actors } = await sql<{
    id: string;
    name: string;
  }>`select account_id as id, display_name as name from membership
    where organisation_id = ${context.actor.organisationId} order by display_name ${atMost}`.execute(context.tx);
  const actions = [...new Set(lines.map((line) => line.action))].sort();
  return { lines: lines.slice(0, pageSize), more: lines.length > pageSize, actors, actions };
}

const columns = ["at", "actor", "action", "outcome", "object", "person_no", "section", "reason", "device"];

async function exportAudit(context: WorkContext, terms: z.infer<typeof ExportAudit>) {
  const { personNo = null, actorId = null, action = null, from, until } = terms;
  const lines = await findLines(context, { personNo, actorId, action, from, until, before: null }, exportLimit + 1);
  if (lines.length > exportLimit) throw new Problem("refused", "audit.too_many_lines", { most: exportLimit });
  const rows = lines.map((line) => [
    line.at,
    line.actorName,
    line.action,
    line.outcome,
    line.objectType,
    line.personNo === null ? null : String(line.personNo),
    line.section,
    line.reason,
    line.device,
  ]);
  const csv = writeCsv({ columns: columns.map((title) => ({ title, type: "text" })), rows });
  return {
    bytes: new Uint8Array(await buffer(csv)),
    mediaType: "text/csv; charset=utf-8",
    name: `audit-${from}-${until}.csv`,
  };
}

/** Looking at them is the review: the weekly tasks of the days looked at end. */
async function listUnusual(context: WorkContext, days: z.infer<typeof UnusualDays>): Promise<UnusualLine[]> {
  if (days.until < days.from || daysBetween(days.from, days.until) > 31)
    throw new Problem("refused", "audit.too_many_days");
  const { organisationId, accountId } = context.actor;
  await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by)
    select t.organisation_id, t.id, 'DONE', ${context.today}, ${accountId} from task t
    where t.organisation_id = ${organisationId} and t.owner_id = ${accountId} and t.kind = 'REVIEW_UNUSUAL_READS'
      and t.detail ->> 'from' >= ${days.from} and t.detail ->> 'until' <= ${days.until}
    on conflict do nothing`.execute(context.tx);
  return findUnusual(context.tx, organisationId, days);
}

/** Emergency openings of the last year: those nobody has reviewed first, then the newest. */
async function findGlasses(context: WorkContext): Promise<GlassLine[]> {
  const { rows } =
    await sql<GlassLine>`select g.id, p.person_no, b.display_name as broken_by, g.account_id as broken_by_id, g.reason, g.opened_at, g.until_at,
      r.display_name as reviewed_by, g.reviewed_at, g.verdict
    from break_glass g join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
      join membership b on b.organisation_id = g.organisation_id and b.account_id = g.account_id
      left join membership r on r.organisation_id = g.organisation_id and r.account_id = g.reviewed_by
    where g.organisation_id = ${context.actor.organisationId} and g.opened_at > ${context.now}::timestamptz - interval '1 year'
    order by g.reviewed_at is not null, g.opened_at desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({
    ...row,
    openedAt: instantOf(row.openedAt),
    untilAt: instantOf(row.untilAt),
    reviewedAt: row.reviewedAt && instantOf(row.reviewedAt),
  }));
}

export const auditQueries = [
  defineQuery({
    name: "audit.search",
    method: "POST",
    path: "/audit/search",
    summary: "Entries of the audit by person number, account, act and days, newest first",
    input: SearchAudit,
    answer: AuditPage,
    verb: auditAccess["audit.read"],
    audit: ({ before: _, ...terms }) => ({ objectType: "audit", detail: terms }),
    run: searchAudit,
  }),
  defineQuery({
    name: "audit.list-unusual",
    method: "POST",
    path: "/audit/unusual",
    summary: "Days with unusually many files, files at night or files of one's own surname",
    input: UnusualDays,
    answer: z.object({ days: z.array(UnusualLine) }),
    verb: auditAccess["audit.export"],
    audit: (terms) => ({ objectType: "audit", detail: terms }),
    run: async (context, terms) => ({ days: await listUnusual(context, terms) }),
  }),
  defineQuery({
    name: "glass.list",
    method: "GET",
    path: "/glass",
    summary: "Emergency openings of the last year, unreviewed first",
    input: z.strictObject({}),
    answer: z.object({ openings: z.array(GlassLine) }),
    verb: auditAccess["glass.list"],
    audit: () => ({ objectType: "break_glass" }),
    run: async (context) => ({ openings: await findGlasses(context) }),
  }),
];

export const auditDownloads = [
  defineDownload({
    name: "audit.export",
    path: "/audit/export",
    summary: "The same entries as a file",
    input: ExportAudit,
    verb: auditAccess["audit.export"],
    audit: (terms) => ({ objectType: "audit", detail: terms }),
    run: exportAudit,
  }),
];
