import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { endOfMonth, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";
import { counsellingAccess } from "./access.ts";
import type { DutiesView, DutyLine, HoursLine } from "./contract.ts";
import { dutyRelation, readDuties } from "./duties.ts";
import { type Days, dutyDays, dutyMinutes, realisation } from "./rules.ts";

type Settled = { dutyId: string; day: PlainDate; heldMinutes: number };
type Counted = { consultantId: string; came: number; noShow: number };

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
): Promise<Map<string, number>> {
  const { rows } =
    await sql<Settled>`select distinct on (s.duty_id, s.day) s.duty_id, s.day, s.held_minutes from consultant_duty_settlement s
    where s.organisation_id = ${context.actor.organisationId} and s.duty_id = any (${[...dutyIds]}::uuid[]) and s.day between ${from} and ${to}
    order by s.duty_id, s.day, s.settled_at desc, s.id desc limit 2000`.execute(context.tx);
  return new Map(rows.map(({ dutyId, day, heldMinutes }) => [`${dutyId} ${day}`, heldMinutes]));
}

/**
 * Duties of the month, and per consultant what was planned, held and left out. A day that was left out is planned no more; one of
 * which nobody said how long it was held counts as nothing held. Source: docs/domain/forms.md F-36; docs/domain/rules.md R-PRG-04
 */
export async function listDuties(context: WorkContext, month: string): Promise<DutiesView> {
  const from = plainDate(`${month}-01`);
  const within = { from, to: endOfMonth(from) };
  const duties = (await readDuties(context, dutiesOf(context))).filter(({ toOn }) => toOn === null || toOn >= from);
  const ids = duties.map(({ id }) => id);
  const settled = await settledOf(context, ids, within);
  const { rows: counted } =
    await sql<Counted>`select d.consultant_id, count(*) filter (where k.outcome = 'CAME')::int as came,
      count(*) filter (where k.outcome = 'NO_SHOW')::int as no_show
    from booking b join consultant_duty d on d.organisation_id = b.organisation_id and d.id = b.duty_id
    cross join lateral (select outcome from booking_mark m where m.organisation_id = b.organisation_id and m.booking_id = b.id order by m.marked_at desc, m.id desc limit 1) k
    where b.organisation_id = ${context.actor.organisationId} and b.duty_id = any (${ids}::uuid[]) and b.day between ${within.from} and ${within.to}
    group by d.consultant_id`.execute(context.tx);
  const lines = duties.map((duty): DutyLine & { minutes: number } => {
    const { id, absences, unit, ended, ...rest } = duty;
    return {
      ...rest,
      consultantDutyId: id,
      unit,
      minutes: dutyMinutes(duty),
      mayEnd: !ended && may(context.actor, counsellingAccess["consultant-duty.end"], dutyRelation(context, duty)),
      absences: absences
        .filter(({ to }) => to >= context.today)
        .map(({ id: absenceId, from, to }) => ({ absenceId, from, to })),
      days: dutyDays(duty, within, absences).map(({ day, lost }) => ({
        day,
        lost: lost && ("holiday" in lost ? lost.holiday : "AWAY"),
        heldMinutes: settled.get(`${id} ${day}`) ?? null,
      })),
    };
  });
  return { month, duties: lines, hours: hoursOf(lines, counted, context.today) };
}

function hoursOf(
  lines: readonly (DutyLine & { minutes: number })[],
  counted: readonly Counted[],
  today: PlainDate,
): HoursLine[] {
  const byConsultant = Map.groupBy(lines, ({ consultantId }) => consultantId);
  return [...byConsultant]
    .map(([consultantId, own]): HoursLine => {
      const days = own.flatMap(({ days, minutes }) => days.map((day) => ({ ...day, minutes })));
      const sum = (of: typeof days, what: (day: (typeof days)[number]) => number) =>
        of.reduce((all, day) => all + what(day), 0);
      const planned = sum(
        days.filter(({ lost }) => !lost),
        ({ minutes }) => minutes,
      );
      const held = sum(days, ({ heldMinutes }) => heldMinutes ?? 0);
      const past = days.filter(({ day, lost }) => !lost && day < today);
      const marks = counted.find((one) => one.consultantId === consultantId);
      return {
        consultantId,
        consultant: own[0]?.consultant ?? "–",
        plannedMinutes: planned,
        heldMinutes: held,
        lostMinutes: sum(
          days.filter(({ lost }) => lost),
          ({ minutes }) => minutes,
        ),
        unsettled: past.filter(({ heldMinutes }) => heldMinutes === null).length,
        came: marks?.came ?? 0,
        noShow: marks?.noShow ?? 0,
        // a month is judged when it is over
        warning: days.some(({ day }) => day >= today) ? null : realisation(planned, held).warning,
      };
    })
    .sort((a, b) => a.consultant.localeCompare(b.consultant, "pl"));
}
