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
import { parameterOn } from "../../platform/law.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { instantAt, todayIn } from "../../platform/time/instant.ts";
import { addDays } from "../../platform/time/plainDate.ts";
import { assessmentsBegun } from "../assessment/public.ts";
import { casesOpened } from "../casework/public.ts";
import {
  assistanceOf,
  cardsOf,
  countMinorAlerts,
  incidentsOf,
  interventionsOf,
  requireUnit,
  type StreetCard,
} from "../outreach/public.ts";
import { countDistinctPersons } from "../outreach/rules.ts";
import { streetWorkAccess } from "./access.ts";
import { FreezeMonth, FrozenMonthLine, Month, type MonthFigures, StreetMonth } from "./contract.ts";
import { tabulateMonth } from "./prints.ts";
import { aidOf, countBroughtIn, daysOfMonth, hoursBetween, refuseFreeze, refuseOpenMonth, sharesOf } from "./rules.ts";

onConstraint("street_month_key", "conflict", "record.id_taken");
onConstraint("street_month_version_once", "conflict", "street_month.changed");

const timeZone = "Europe/Warsaw";

type Shift = {
  id: string;
  /** One line for each member. */
  workerId: string;
  name: string;
  members: number;
  startedAt: string;
  endedAt: string | null;
  actualStart: string | null;
  actualEnd: string | null;
  lastStep: string | null;
};

async function shiftsOf(context: WorkContext, unitId: string, month: string): Promise<Shift[]> {
  const { from, to } = daysOfMonth(month);
  const { rows } =
    await sql<Shift>`select s.id, a.account_id as worker_id, m.display_name as name, s.started_at, e.ended_at, r.actual_start, r.actual_end,
      (select count(*)::int from outreach_shift_member o where o.organisation_id = s.organisation_id and o.shift_id = s.id) as members,
      (select w.step from work_report_step w where w.organisation_id = r.organisation_id and w.report_id = r.id
        order by w.taken_at desc, w.id desc limit 1) as last_step
    from outreach_shift s
      join outreach_shift_member a on a.organisation_id = s.organisation_id and a.shift_id = s.id
      join membership m on m.organisation_id = a.organisation_id and m.account_id = a.account_id
      left join outreach_shift_ending e on e.organisation_id = s.organisation_id and e.shift_id = s.id
      left join work_report r on r.organisation_id = s.organisation_id and r.shift_id = s.id and r.author_id = a.account_id
    where s.organisation_id = ${context.actor.organisationId} and s.unit_id = ${unitId}
      and s.started_at >= ${instantAt(from, "00:00", timeZone)} and s.started_at < ${instantAt(addDays(to, 1), "00:00", timeZone)}
    order by m.display_name, a.account_id, s.started_at limit 5000`.execute(context.tx);
  const iso = (at: string | null) => at && instantOf(at);
  return rows.map((row) => ({
    ...row,
    startedAt: instantOf(row.startedAt),
    endedAt: iso(row.endedAt),
    actualStart: iso(row.actualStart),
    actualEnd: iso(row.actualEnd),
  }));
}

/** What a worker worked in a shift: by the report, else from its start to its end; nothing while it goes on. */
function hoursOf({ actualStart, actualEnd, startedAt, endedAt }: Shift): number {
  if (actualStart && actualEnd) return hoursBetween(actualStart, actualEnd);
  return endedAt ? hoursBetween(startedAt, endedAt) : 0;
}

function figuresOf(
  shifts: readonly Shift[],
  cards: readonly StreetCard[],
  assistance: readonly { hours: number }[],
): MonthFigures {
  const own = [...new Map(shifts.map((shift) => [shift.id, shift])).values()];
  const repeats = cards.filter(({ repeat }) => repeat).length;
  const has = (action: string) => cards.filter(({ actions }) => actions.includes(action)).length;
  const sum = (hours: readonly number[]) => Math.round(hours.reduce((total, each) => total + each, 0) * 100) / 100;
  return {
    shifts: own.length,
    pairs: own.filter(({ members }) => members > 1).length,
    hours: sum(shifts.map(hoursOf)),
    contactsFirst: cards.length - repeats,
    contactsRepeat: repeats,
    ...countDistinctPersons(cards.map(({ personId, notSeenBefore }) => ({ personNo: personId, notSeenBefore }))),
    referrals: has("REFERRAL"),
    refusals: has("CONTACT_REFUSED"),
    accompanimentHours: sum([
      ...cards.map(({ accompanimentHours }) => accompanimentHours ?? 0),
      ...assistance.map(({ hours }) => hours),
    ]),
  };
}

function workersOf(
  shifts: readonly Shift[],
  cards: readonly StreetCard[],
  assistance: readonly { hours: number; by: string }[],
): StreetMonth["workers"] {
  return [...Map.groupBy(shifts, ({ workerId }) => workerId)].map(([id, own]) => {
    const ended = own.filter(({ endedAt }) => endedAt);
    const accepted = own.filter(({ lastStep }) => lastStep === "ACCEPTED").length;
    const waiting = own.filter(({ lastStep }) => lastStep === "SUBMITTED").length;
    const missing = ended.filter(({ lastStep }) => lastStep === null || lastStep === "RETURNED").length;
    const figures = figuresOf(
      own,
      cards.filter(({ workerIds }) => workerIds.includes(id)),
      assistance.filter(({ by }) => by === id),
    );
    return { id, name: own[0]?.name ?? "", figures, reports: { accepted, waiting, missing } };
  });
}

function areasOf(cards: readonly StreetCard[]): StreetMonth["areas"] {
  return [...Map.groupBy(cards, ({ area }) => area ?? "")]
    .map(([area, own]) => {
      const persons = countDistinctPersons(
        own.map(({ personId, notSeenBefore }) => ({ personNo: personId, notSeenBefore })),
      );
      return { area, contacts: own.length, ...persons };
    })
    .sort((one, other) => one.area.localeCompare(other.area, "pl"));
}

/** RP-13 of a team as it stands now. @throws Problem not_found `outreach.unit_not_found` */
export async function countMonth(context: WorkContext, unitId: string, month: string): Promise<StreetMonth> {
  requireUnit(context, streetWorkAccess["street-month.read"], unitId, "outreach.unit_not_found");
  const { organisationId } = context.actor;
  const days = daysOfMonth(month);
  const scope = { unitId, ...days };
  const unit = await context.tx
    .selectFrom("unit")
    .select(["id", "name"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", unitId)
    .executeTakeFirst();
  if (!unit) throw new Problem("not_found", "outreach.unit_not_found");
  const cards = await cardsOf(context, scope);
  const shifts = await shiftsOf(context, unitId, month);
  const assistance = await assistanceOf(context, scope);
  const interventions = await interventionsOf(context, scope);
  const incidents = await incidentsOf(context, scope);
  const called = (service: "AMBULANCE" | "POLICE") =>
    interventions.filter(({ services }) => services.includes(service)).length;
  return StreetMonth.parse({
    unit,
    month,
    team: figuresOf(shifts, cards, assistance),
    workers: workersOf(shifts, cards, assistance),
    areas: areasOf(cards),
    sexes: sharesOf(cards.map(({ sex }) => sex)),
    ageBands: sharesOf(cards.map(({ ageBand }) => ageBand)),
    siteTypes: sharesOf(cards.flatMap(({ siteType }) => (siteType ? [siteType] : []))),
    needs: sharesOf(cards.flatMap((card) => card.needs)),
    actions: sharesOf(cards.flatMap((card) => card.actions)),
    aid: aidOf(cards),
    events: {
      interventions: interventions.length,
      ambulance: called("AMBULANCE"),
      police: called("POLICE"),
      incidents: incidents.length,
      minors: await countMinorAlerts(context, unitId, days.from, days.to),
    },
    broughtIn: await countNew(context, cards),
  });
}

/** People newly brought into the system: a case opened or an assessment begun after their first card of all. */
async function countNew(context: WorkContext, cards: readonly StreetCard[]): Promise<StreetMonth["broughtIn"]> {
  const withinDays = Number((await parameterOn(context.tx, "BROUGHT_IN_WITHIN", context.today)).value);
  const first = new Map(
    cards
      .filter(({ repeat }) => !repeat)
      .flatMap(({ personId, contactAt }) => (personId ? [[personId, todayIn(contactAt, timeZone)] as const] : [])),
  );
  const ids = [...first.keys()];
  const services = [...(await casesOpened(context, ids)), ...(await assessmentsBegun(context, ids))];
  const firstCards = [...first].map(([personId, on]) => ({ personId, on }));
  return { ...countBroughtIn(firstCards, services, withinDays, context.today), withinDays };
}

/** Versions of a month that were given out, newest first. */
async function listFrozen(context: WorkContext, unitId: string, month: string): Promise<FrozenMonthLine[]> {
  const { rows } = await sql<
    Omit<FrozenMonthLine, "known" | "unknown"> & { content: string }
  >`select s.id, s.version_no, s.correction_reason,
      s.content_hash, m.display_name as frozen_by, s.frozen_at, s.content
    from street_month s join membership m on m.organisation_id = s.organisation_id and m.account_id = s.frozen_by
    where s.organisation_id = ${context.actor.organisationId} and s.unit_id = ${unitId} and s.month = ${daysOfMonth(month).from}
    order by s.version_no desc ${atMost}`.execute(context.tx);
  return rows.map(({ content, ...row }) => {
    const { known, unknown } = StreetMonth.parse(JSON.parse(content)).team;
    return { ...row, frozenAt: instantOf(row.frozenAt), known, unknown };
  });
}

/**
 * Freezes a month as the sender saw it; records and merges that come later do not change it.
 * @throws Problem not_found `outreach.unit_not_found` | conflict `street_month.changed` | refused `street_month.not_over`,
 * `street_month.correction_reason_missing`. Source: docs/domain/reporting.md §1 (4)
 */
async function freezeMonth(context: CommandContext, given: FreezeMonth): Promise<Done> {
  const { snapshotId, unitId, month, seenHash, correctionReason } = given;
  const { organisationId, accountId } = context.actor;
  refuseIf([refuseOpenMonth(month, context.today)]);
  const { content, contentHash } = freeze(await countMonth(context, unitId, month));
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
    answer: z.object({ report: StreetMonth, contentHash: z.string(), frozen: z.array(FrozenMonthLine) }),
    verb: streetWorkAccess["street-month.read"],
    audit: ({ unitId }) => ({ objectType: "street-month", objectId: unitId, section: "STREET" }),
    run: async (context, { unitId, month }) => {
      const report = await countMonth(context, unitId, month);
      const { contentHash } = freeze(report);
      return { report, contentHash, frozen: await listFrozen(context, unitId, month) };
    },
  }),
];

export const monthDownloads = [
  defineDownload({
    name: "street-month.export",
    path: "/street-work/units/:unitId/months/:month/xlsx",
    summary: "A team's month as it stands now, as XLSX",
    input: z.strictObject({ unitId: z.uuid(), month: Month, lang: z.enum(["pl", "en", "uk"]).default("pl") }),
    verb: streetWorkAccess["street-month.read"],
    audit: ({ unitId }) => ({ objectType: "street-month", objectId: unitId, section: "STREET" }),
    run: async (context, { unitId, month, lang }) => {
      const report = await countMonth(context, unitId, month);
      return tabulateMonth(report, freeze(report).contentHash, lang);
    },
  }),
];
