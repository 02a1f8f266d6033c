import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { freeze } from "../../platform/documents/freeze.ts";
import { unsealJson } from "../../platform/keys/sealedJson.ts";
import { Problem } from "../../platform/problem.ts";
import { localTimeIn, todayIn } from "../../platform/time/instant.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import {
  assistanceOf,
  cardsOf,
  currentCards,
  frostBelow,
  incidentsOf,
  interventionsOf,
  visitsOf,
} from "../outreach/public.ts";
import { frostEffects } from "../outreach/rules.ts";
import { streetWorkAccess } from "./access.ts";
import { Counted, SaveWorkReport, StrainLine, WorkReportLine, WorkReportView } from "./contract.ts";
import { isNight, reckonShift, stateOf } from "./rules.ts";

const timeZone = "Europe/Warsaw";
/** Days for which lists look back. */
const lookBack = 62;
const Text = z.string().nullable();
const Typed = SaveWorkReport.pick({ institutions: true, reflections: true, equipment: true });
const Strain = WorkReportView.shape.strain;
const instant = (text: string | null) => text && instantOf(text);

/** The counters of a shift as they stand now. Source: docs/domain/rules.md R-OUT-03 */
export async function countShift(context: WorkContext, shiftId: string): Promise<Counted> {
  const scope = { shiftId };
  const cards = await cardsOf(context, scope);
  const visits = await visitsOf(context, shiftId);
  const assistance = await assistanceOf(context, scope);
  const interventions = await interventionsOf(context, scope);
  const incidents = await incidentsOf(context, scope);
  return reckonShift({
    cards,
    visits,
    assistanceHours: assistance.map(({ hours }) => hours),
    interventions: interventions.length,
    incidents: incidents.length,
  });
}

type Step = {
  id: string;
  step: WorkReportView["steps"][number]["step"];
  at: string;
  by: string;
  reasonSealed: Buffer | null;
};

/** Steps of a report, oldest first. */
export async function stepsOf(context: WorkContext, reportId: string): Promise<Step[]> {
  const { rows } = await sql<Step>`select s.id, s.step, s.taken_at as at, m.display_name as by, s.reason_sealed
    from work_report_step s join membership m on m.organisation_id = s.organisation_id and m.account_id = s.taken_by
    where s.organisation_id = ${context.actor.organisationId} and s.report_id = ${reportId} order by s.taken_at, s.id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

type Row = {
  id: string | null;
  shiftId: string;
  unit: WorkReportView["unit"];
  author: WorkReportView["author"];
  version: number | null;
  startedAt: string;
  endedAt: string | null;
  plannedStart: string | null;
  plannedEnd: string | null;
  members: WorkReportView["shift"]["members"];
  routeName: string | null;
  shiftCelsius: number | null;
  actualStart: string | null;
  actualEnd: string | null;
  weather: WorkReportView["typed"]["weather"];
  lowestCelsius: number | null;
  officeHours: string | null;
  asksForSupervision: boolean | null;
  textSealed: Buffer | null;
  strainSealed: Buffer | null;
  content: string | null;
  contentHash: string | null;
  frozenAt: string | null;
  frozenBy: string | null;
  siteNames: Record<string, string>;
};

/** @throws Problem not_found `work_report.not_found`, also for a report or shift out of reach */
async function getReport(context: WorkContext, shiftId: string, authorId: string): Promise<WorkReportView> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { rows } =
    await sql<Row>`select r.id, s.id as shift_id, r.version, s.started_at, e.ended_at, s.planned_start, s.planned_end,
      json_build_object('id', u.id, 'name', u.name) as unit, json_build_object('id', a.account_id, 'name', m.display_name) as author,
      (select json_agg(json_build_object('id', o.account_id, 'name', om.display_name) order by om.display_name) from outreach_shift_member o
        join membership om on om.organisation_id = o.organisation_id and om.account_id = o.account_id
        where o.organisation_id = s.organisation_id and o.shift_id = s.id) as members,
      t.name as route_name, s.lowest_celsius as shift_celsius, r.actual_start, r.actual_end, r.weather, r.lowest_celsius, r.office_hours,
      r.asks_for_supervision, r.text_sealed, r.strain_sealed, f.content, f.content_hash, f.taken_at as frozen_at, fm.display_name as frozen_by,
      (select coalesce(json_object_agg(p.id, p.name), '{}') from outreach_site p where p.organisation_id = s.organisation_id and p.unit_id = s.unit_id
        and (exists (select from contact_card c where c.organisation_id = p.organisation_id and c.site_id = p.id and c.shift_id = s.id)
          or exists (select from outreach_site_visit v where v.organisation_id = p.organisation_id and v.site_id = p.id and v.shift_id = s.id))) as site_names
    from outreach_shift s
      join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
      join outreach_shift_member a on a.organisation_id = s.organisation_id and a.shift_id = s.id and a.account_id = ${authorId}
      join membership m on m.organisation_id = a.organisation_id and m.account_id = a.account_id
      left join outreach_shift_ending e on e.organisation_id = s.organisation_id and e.shift_id = s.id
      left join outreach_route t on t.organisation_id = s.organisation_id and t.id = s.route_id
      left join work_report r on r.organisation_id = s.organisation_id and r.shift_id = s.id and r.author_id = a.account_id
      left join work_report_snapshot f on f.organisation_id = r.organisation_id and f.report_id = r.id
      left join membership fm on fm.organisation_id = f.organisation_id and fm.account_id = f.taken_by
    where s.organisation_id = ${organisationId} and s.id = ${shiftId}`.execute(context.tx);
  const [row] = rows;
  const mine = authorId === accountId;
  const unit = row !== undefined && unitIds.includes(row.unit.id);
  if (!row || !may(context.actor, streetWorkAccess["work-report.read"], { unit, own: mine }))
    throw new Problem("not_found", "work_report.not_found");
  return viewOf(context, row, mine);
}

async function viewOf(context: WorkContext, row: Row, mine: boolean): Promise<WorkReportView> {
  const { id, shiftId } = row;
  const steps = id ? await stepsOf(context, id) : [];
  const counted = await countShift(context, shiftId);
  const scope = { shiftId };
  const startedAt = instantOf(row.startedAt);
  const endedAt = instant(row.endedAt);
  const lowest = row.lowestCelsius ?? row.shiftCelsius;
  const open = id && unsealJson(context, "work-report.text", id, row.textSealed);
  const strain = mine && id ? unsealJson(context, "work-report.strain", id, row.strainSealed) : null;
  return {
    id,
    shiftId,
    unit: row.unit,
    author: row.author,
    mine,
    state: stateOf(steps),
    version: row.version ?? 0,
    shift: {
      startedAt,
      endedAt,
      plannedStart: instant(row.plannedStart),
      plannedEnd: instant(row.plannedEnd),
      members: row.members,
      routeName: row.routeName,
      lowestCelsius: row.shiftCelsius,
      frostAlert: lowest !== null && frostEffects(lowest, await frostBelow(context)).length > 0,
      night: isNight(localHour(startedAt), localHour(endedAt ?? startedAt)),
    },
    typed: {
      ...Typed.parse(open || {}),
      actualStart: instant(row.actualStart),
      actualEnd: instant(row.actualEnd),
      weather: row.weather,
      lowestCelsius: row.lowestCelsius,
      officeHours: row.officeHours === null ? null : Number(row.officeHours),
      asksForSupervision: row.asksForSupervision ?? false,
    },
    strain: Strain.parse(strain),
    counted,
    countedHash: freeze(counted).contentHash,
    siteNames: row.siteNames,
    interventions: await interventionsOf(context, scope),
    incidents: WorkReportView.shape.incidents.parse(await incidentsOf(context, scope)),
    frozen:
      row.content && row.contentHash && row.frozenAt
        ? {
            counted: Counted.parse(JSON.parse(row.content)),
            hash: row.contentHash,
            at: instantOf(row.frozenAt),
            by: row.frozenBy ?? "",
          }
        : null,
    steps: steps.map((step) => ({
      step: step.step,
      at: instantOf(step.at),
      by: step.by,
      reason: Text.parse(unsealJson(context, "work-report.text", step.id, step.reasonSealed)),
    })),
  };
}

function localHour(at: string) {
  const { day, time } = localTimeIn(at, timeZone);
  return { day, hour: Number(time.slice(0, 2)) };
}

type LineRow = Omit<WorkReportLine, "state"> & { lastStep: WorkReportView["steps"][number]["step"] | null };

/** Reports of shifts of the last two months: the actor's own, or those of everybody in the actor's teams; newest shift first. */
async function listReports(context: WorkContext, whose: "own" | "team"): Promise<WorkReportLine[]> {
  const { organisationId, accountId, unitIds } = context.actor;
  const mine = whose === "own" ? sql`a.account_id = ${accountId}` : sql`s.unit_id = any (${[...unitIds]}::uuid[])`;
  const { rows } =
    await sql<LineRow>`select r.id, s.id as shift_id, json_build_object('id', a.account_id, 'name', m.display_name) as author,
      s.started_at, e.ended_at, t.step as last_step, coalesce(t.taken_at, r.saved_at) as changed_at,
      coalesce(r.asks_for_supervision, false) as asks_for_supervision,
      (select count(*)::int from contact_card c where c.organisation_id = s.organisation_id and c.shift_id = s.id and ${currentCards}) as cards
    from outreach_shift s
      join outreach_shift_member a on a.organisation_id = s.organisation_id and a.shift_id = s.id
      join membership m on m.organisation_id = a.organisation_id and m.account_id = a.account_id
      left join outreach_shift_ending e on e.organisation_id = s.organisation_id and e.shift_id = s.id
      left join work_report r on r.organisation_id = s.organisation_id and r.shift_id = s.id and r.author_id = a.account_id
      left join lateral (select w.step, w.taken_at from work_report_step w where w.organisation_id = r.organisation_id and w.report_id = r.id
        order by w.taken_at desc, w.id desc limit 1) t on true
    where s.organisation_id = ${organisationId} and ${mine} and s.started_at >= ${addDays(context.today, -lookBack)}::date
    order by s.started_at desc, m.display_name, s.id ${atMost}`.execute(context.tx);
  return rows.map(({ lastStep, ...row }) => ({
    ...row,
    startedAt: instantOf(row.startedAt),
    endedAt: instant(row.endedAt),
    changedAt: instant(row.changedAt),
    state: lastStep ?? "DRAFT",
  }));
}

/** How heavy the work weighed, by its authors' word, in teams of the supervisor; newest first. Source: docs/domain/forms.md F-03 */
async function listStrain(context: WorkContext): Promise<StrainLine[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } = await sql<
    Pick<StrainLine, "reportId" | "author" | "unitName" | "asksForSupervision"> & { at: string; strainSealed: Buffer }
  >`select r.id as report_id, json_build_object('id', r.author_id, 'name', m.display_name) as author, u.name as unit_name,
      coalesce(r.actual_start, s.started_at) as at, r.strain_sealed, r.asks_for_supervision
    from work_report r join outreach_shift s on s.organisation_id = r.organisation_id and s.id = r.shift_id
      join unit u on u.organisation_id = r.organisation_id and u.id = r.unit_id
      join membership m on m.organisation_id = r.organisation_id and m.account_id = r.author_id
    where r.organisation_id = ${organisationId} and r.unit_id = any (${[...unitIds]}::uuid[]) and r.strain_sealed is not null
      and exists (select from work_report_step w where w.organisation_id = r.organisation_id and w.report_id = r.id)
    order by s.started_at desc, r.id ${atMost}`.execute(context.tx);
  return rows.flatMap(({ at, strainSealed, ...row }) => {
    const strain = Strain.parse(unsealJson(context, "work-report.strain", row.reportId, strainSealed));
    return strain ? [{ ...row, on: todayIn(instantOf(at), timeZone), level: strain.level, note: strain.note }] : [];
  });
}

export const reportQueries = [
  defineQuery({
    name: "work-report.read-mine",
    method: "GET",
    path: "/street-work/shifts/:shiftId/report",
    summary: "My report of a shift, counted, also before anything was typed",
    input: z.strictObject({ shiftId: z.uuid() }),
    answer: z.object({ report: WorkReportView }),
    verb: streetWorkAccess["work-report.list-mine"],
    audit: null,
    run: async (context, { shiftId }) => ({ report: await getReport(context, shiftId, context.actor.accountId) }),
  }),
  defineQuery({
    name: "work-report.read",
    method: "GET",
    path: "/street-work/reports/:reportId",
    summary: "A worker's report of a shift, without the strain",
    input: z.strictObject({ reportId: z.uuid() }),
    answer: z.object({ report: WorkReportView }),
    verb: streetWorkAccess["work-report.read"],
    audit: ({ reportId }) => ({ objectType: "work-report", objectId: reportId, section: "STREET" }),
    run: async (context, { reportId }) => {
      const { organisationId } = context.actor;
      const { rows } = await sql<{ shiftId: string; authorId: string }>`select shift_id, author_id from work_report
        where organisation_id = ${organisationId} and id = ${reportId}`.execute(context.tx);
      const [row] = rows;
      if (!row) throw new Problem("not_found", "work_report.not_found");
      return { report: await getReport(context, row.shiftId, row.authorId) };
    },
  }),
  defineQuery({
    name: "work-report.list-mine",
    method: "GET",
    path: "/street-work/reports/mine",
    summary: "My shifts of the last two months with the state of their reports",
    input: z.strictObject({}),
    answer: z.object({ reports: z.array(WorkReportLine) }),
    verb: streetWorkAccess["work-report.list-mine"],
    audit: null,
    run: async (context) => ({ reports: await listReports(context, "own") }),
  }),
  defineQuery({
    name: "work-report.list",
    method: "GET",
    path: "/street-work/reports",
    summary: "Reports of my team's workers, with those that are missing",
    input: z.strictObject({}),
    answer: z.object({ reports: z.array(WorkReportLine) }),
    verb: streetWorkAccess["work-report.list"],
    audit: null,
    run: async (context) => ({ reports: await listReports(context, "team") }),
  }),
  defineQuery({
    name: "strain.list",
    method: "GET",
    path: "/street-work/strain",
    summary: "How heavy the work weighs on street workers, for their supervisor",
    input: z.strictObject({}),
    answer: z.object({ strain: z.array(StrainLine) }),
    verb: streetWorkAccess["strain.read"],
    audit: (_, { strain }) => ({ objectType: "work-strain", section: "STREET", detail: { reports: strain.length } }),
    run: async (context) => ({ strain: await listStrain(context) }),
  }),
];
