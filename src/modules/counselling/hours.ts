import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { counsellingAccess } from "./access.ts";
import type { HoursReason, WorkSource } from "./codes.ts";
import type { DutiesView, DutyLine, HoursLine, WorkLine } from "./contract.ts";
import { type Duty, dutyRelation, readDuties } from "./duties.ts";
import { beyondLimit, countOnce, type Work, workState } from "./hoursRules.ts";
import { type Days, dutyDays, dutyMinutes, realisation } from "./rules.ts";
import { daysOfMonth, heldDays, limitsOf, settledWork, type WorkOf, workOf } from "./work.ts";

type Settled = { dutyId: string; day: PlainDate; heldMinutes: number; reason: HoursReason | null };
type Counted = { consultantId: string; came: number; noShow: number };
type DutyRow = Duty & { unit: string; ended: boolean };
type DutyDays = DutyLine["days"];

/** The actor's own duties and those of the units whose duties the actor plans. */
function dutiesOf(context: WorkContext): RawBuilder<boolean> {
  const { accountId, unitIds } = context.actor;
  const plans = may(context.actor, counsellingAccess["consultant-duty.record"], { unit: true });
  return sql<boolean>`(d.consultant_id = ${accountId} or (${plans} and d.unit_id = any (${[...unitIds]}::uuid[])))`;
}

/** What of some duties' days was held, by the last word on each. */
async function settledOf(
  context: WorkContext,
  dutyIds: readonly string[],
  { from, to }: Days,
): Promise<Map<string, Settled>> {
  const { rows } =
    await sql<Settled>`select distinct on (s.duty_id, s.day) s.duty_id, s.day, s.held_minutes, s.reason from consultant_duty_settlement s
    where s.organisation_id = ${context.actor.organisationId} and s.duty_id = any (${[...dutyIds]}::uuid[]) and s.day between ${from} and ${to}
    order by s.duty_id, s.day, s.settled_at desc, s.id desc limit 2000`.execute(context.tx);
  return new Map(rows.map((one) => [`${one.dutyId} ${one.day}`, one]));
}

async function countedOf(
  context: WorkContext,
  dutyIds: readonly string[],
  { from, to }: Days,
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`select d.consultant_id, count(*) filter (where k.outcome = 'CAME')::int as came,
      count(*) filter (where k.outcome = 'NO_SHOW')::int as no_show
    from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    cross join lateral (select outcome from booking_mark m where m.organisation_id = b.organisation_id and m.booking_id = b.id order by m.marked_at desc, m.id desc limit 1) k
    where b.organisation_id = ${context.actor.organisationId} and b.duty_id = any (${[...dutyIds]}::uuid[]) and b.day between ${from} and ${to}
    group by d.consultant_id`.execute(context.tx);
  return rows;
}

/**
 * Duties of the month that the actor has or plans, and the month of each of their consultants: what was planned, held, left out,
 * worked beside, and what the contract holds. A day that was left out is planned no more; one of which nobody said how long it
 * was held counts as nothing held. Source: docs/domain/forms.md F-36; docs/domain/rules.md R-PRG-04
 */
export async function listDuties(
  context: WorkContext,
  month: string,
  /** Of whom all duties are told, those of other units too: their month is one. */
  whole: string | null = null,
): Promise<DutiesView> {
  const within = daysOfMonth(month);
  const inMonth = (duties: readonly DutyRow[]) => duties.filter(({ toOn }) => toOn === null || toOn >= within.from);
  const shown = inMonth(await readDuties(context, dutiesOf(context)));
  const { accountId } = context.actor;
  const ids = [...new Set([...shown.map(({ consultantId }) => consultantId), accountId])];
  // an hour counts once, whichever unit's duty it lies in
  const all = inMonth(await readDuties(context, sql<boolean>`d.consultant_id = any (${ids}::uuid[])`));
  const dutyIds = all.map(({ id }) => id);
  const settled = await settledOf(context, dutyIds, within);
  const counted = await countedOf(context, dutyIds, within);
  const worked = await workOf(context, within, ids);
  const taken = Map.groupBy(await settledWork(context, within, ids), ({ consultantId }) => consultantId);
  const limits = await limitsOf(context, month, ids);

  const byConsultant = Map.groupBy(all, ({ consultantId }) => consultantId);
  const lines: DutyLine[] = [];
  const hours: HoursLine[] = [];
  const work: WorkLine[] = [];
  for (const consultantId of ids) {
    const own = byConsultant.get(consultantId) ?? [];
    const name = own[0]?.consultant ?? context.actor.displayName;
    const { inside, beside } = countOnce(heldDays(own, within), worked.get(consultantId) ?? []);
    // meetings of assessments are sealed records: of a colleague's what was taken over stands, and is not told to be gone
    const opens = (source: WorkSource) => source !== "INTERVIEW" || consultantId === accountId;
    const besides = besideLines({ consultantId, consultant: name }, beside, taken.get(consultantId) ?? [], opens);
    if (own.length === 0 && besides.length === 0) continue;
    const days = new Map(own.map((duty) => [duty.id, daysOf(duty, within, settled, inside)]));
    for (const duty of own)
      if (consultantId === whole || shown.some(({ id }) => id === duty.id))
        lines.push(lineOf(context, duty, days.get(duty.id) ?? []));
    const marks = counted.find((one) => one.consultantId === consultantId);
    const mayLimit = may(context.actor, counsellingAccess["consultant-hours.set-limit"], {
      unit: own.some((duty) => dutyRelation(context, duty).unit),
    });
    const sums = sumsOf([...days.values()].flat(), context.today);
    const workMinutes = besides.reduce((sum, { settledMinutes }) => sum + (settledMinutes ?? 0), 0);
    const limitMinutes = limits.get(consultantId) ?? null;
    hours.push({
      consultantId,
      consultant: name,
      ...sums,
      came: marks?.came ?? 0,
      noShow: marks?.noShow ?? 0,
      workMinutes,
      toTake: besides.filter(({ state }) => state !== "SETTLED").length,
      limitMinutes,
      beyondMinutes: beyondLimit(sums.heldMinutes + workMinutes, limitMinutes),
      mayLimit,
    });
    work.push(...besides);
  }
  const inOrder = new Map(shown.map(({ id }, at) => [id, at]));
  return {
    month,
    duties: lines.sort((a, b) => (inOrder.get(a.consultantDutyId) ?? 0) - (inOrder.get(b.consultantDutyId) ?? 0)),
    hours: hours.sort((a, b) => a.consultant.localeCompare(b.consultant, "pl")),
    work,
  };
}

function lineOf(context: WorkContext, duty: DutyRow, days: DutyDays): DutyLine {
  const { id, absences, ended, ...rest } = duty;
  return {
    ...rest,
    consultantDutyId: id,
    mayEnd: !ended && may(context.actor, counsellingAccess["consultant-duty.end"], dutyRelation(context, duty)),
    absences: absences
      .filter(({ to }) => to >= context.today)
      .map(({ id: absenceId, from, to }) => ({ absenceId, from, to })),
    days,
  };
}

function daysOf(
  duty: DutyRow,
  within: Days,
  settled: ReadonlyMap<string, Settled>,
  inside: readonly (Work & { dutyId: string })[],
): DutyDays {
  return dutyDays(duty, within, duty.absences).map(({ day, lost }) => {
    const said = settled.get(`${duty.id} ${day}`);
    return {
      day,
      lost: lost && ("holiday" in lost ? lost.holiday : "AWAY"),
      plannedMinutes: dutyMinutes(duty),
      heldMinutes: said?.heldMinutes ?? null,
      reason: said?.reason ?? null,
      inside: inside
        .filter((one) => one.dutyId === duty.id && one.day === day)
        .map(({ source, kind, minutes }) => ({ source, kind, minutes })),
    };
  });
}

function sumsOf(days: DutyDays, today: PlainDate) {
  const sum = (of: DutyDays, what: (day: DutyDays[number]) => number) => of.reduce((all, day) => all + what(day), 0);
  const planned = sum(
    days.filter(({ lost }) => !lost),
    ({ plannedMinutes }) => plannedMinutes,
  );
  const held = sum(days, ({ heldMinutes }) => heldMinutes ?? 0);
  const past = days.filter(({ day, lost }) => !lost && day < today);
  return {
    plannedMinutes: planned,
    heldMinutes: held,
    lostMinutes: sum(
      days.filter(({ lost }) => lost),
      ({ plannedMinutes }) => plannedMinutes,
    ),
    unsettled: past.filter(({ heldMinutes }) => heldMinutes === null).length,
    // a month is judged when it is over
    warning: days.some(({ day }) => day >= today) ? null : realisation(planned, held).warning,
  };
}

type SettledLine = Awaited<ReturnType<typeof settledWork>>[number];

/** Work beside duties, by day: what records tell of now, and what was taken over and has no record any more. */
function besideLines(
  who: Pick<WorkLine, "consultantId" | "consultant">,
  beside: readonly Work[],
  taken: readonly SettledLine[],
  opens: (source: WorkSource) => boolean,
): WorkLine[] {
  const keyOf = ({ source, sourceId, day }: Pick<WorkOf, "source" | "sourceId" | "day">) =>
    `${source} ${sourceId} ${day}`;
  const said = new Map(taken.map((one) => [keyOf(one), one]));
  const known = new Set(beside.map(keyOf));
  const gone = taken.filter((one) => !known.has(keyOf(one)));
  const line = (one: Pick<Work, "source" | "sourceId" | "day" | "kind">, work: Work | null): WorkLine => {
    const settled = said.get(keyOf(one)) ?? null;
    return {
      ...who,
      source: one.source,
      sourceId: one.sourceId,
      day: one.day,
      kind: one.kind,
      startsAt: work?.startsAt ?? null,
      minutes: work?.minutes ?? null,
      settledMinutes: settled?.settledMinutes ?? null,
      reason: settled?.reason ?? null,
      state: opens(one.source) ? workState(settled, work?.minutes ?? null) : "SETTLED",
    };
  };
  const lines = [...beside.map((work) => line(work, work)), ...gone.map((one) => line(one, null))];
  const order = ({ day, startsAt, sourceId }: WorkLine) => `${day} ${startsAt ?? "99"} ${sourceId}`;
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
