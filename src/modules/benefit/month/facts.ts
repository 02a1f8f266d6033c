import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { parametersOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import { findHoliday } from "../../../platform/time/calendar.ts";
import {
  addDays,
  compareDays,
  daysInclusive,
  endOfMonth,
  type PlainDate,
  startOfMonth,
} from "../../../platform/time/plainDate.ts";
import {
  type ClassOfPerson,
  classesOfDaysAway,
  classesOfPeople,
  everMarkedSick,
  excusesOf,
} from "../../attendance/absence/public.ts";
import { programmesOfUnit, type RunningProgramme } from "../../centre/public.ts";
import { type BenefitParameter, benefitLawFrom, benefitParameters } from "../law.ts";
import type { MonthExcuse } from "./days.ts";
import type { PersonMonth, PersonSpans } from "./personMonth.ts";
import { type LawFrom, type MonthLimits, type MonthOf, type MonthProgramme, monthOf, spansIn } from "./spans.ts";

const readings = ["CIS_UNEXCUSED_BY_PART_OF_DAY", "CIS_BENEFIT_FROM_APPLICATION"] as const;
const limitCodes = {
  sickDaysLeft: "CIS_NOTICE_SICK_DAYS_LEFT",
  daysOffLeft: "CIS_NOTICE_DAYS_OFF_LEFT",
  trialNotice: "CIS_NOTICE_TRIAL",
  endNotice: "CIS_NOTICE_END",
  weekMin: "CIS_WEEK_MIN",
  weekMax: "CIS_WEEK_MAX",
  weekMaxDisability: "CIS_WEEK_MAX_DISABILITY",
  dayMaxDisability: "CIS_DAY_MAX_DISABILITY",
} as const satisfies Record<keyof MonthLimits, string>;

/**
 * The law of some days, cut where one of its figures changes; days before the first amount that is known are read as that one's.
 * @throws Problem refused `parameter.unknown_on_day` when nothing is known on `needed`
 */
export async function lawsBetween(
  context: WorkContext,
  { from, needed, to }: { from: PlainDate; needed: PlainDate; to: PlainDate },
): Promise<LawFrom[]> {
  const codes = [...benefitParameters, ...readings];
  const { rows } = await sql<{ day: PlainDate }>`select distinct valid_from as day from (
      select valid_from, code from organisation_parameter where organisation_id = ${context.actor.organisationId}
      union all select valid_from, code from legal_parameter) every_row
    where code = any (${codes}::text[]) and valid_from > ${from} and valid_from <= ${to} order by 1`.execute(
    context.tx,
  );
  const laws: LawFrom[] = [];
  for (const day of [from, ...rows.map((row) => row.day)]) {
    const values = await parametersOn(context.tx, codes, day);
    const law = benefitLawFrom(values);
    if (!law) continue;
    const isSet = (code: (typeof readings)[number]) => Number(values.get(code)?.value ?? 0) === 1;
    const isUnverified = (code: BenefitParameter) => values.get(code)?.verified === false;
    const reading = {
      sickInClassDays: law.sickInClassDays,
      unexcusedByPart: isSet("CIS_UNEXCUSED_BY_PART_OF_DAY"),
      fromApplication: isSet("CIS_BENEFIT_FROM_APPLICATION"),
    };
    laws.push({ from: day, law, reading, unverified: benefitParameters.filter(isUnverified) });
  }
  if (!laws.some((law) => law.from <= needed))
    throw new Problem("refused", "parameter.unknown_on_day", {
      code: "UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS",
      day: needed,
    });
  return laws;
}

async function limitsOn(context: WorkContext, day: PlainDate): Promise<MonthLimits & { unverifiedHours: boolean }> {
  const values = await parametersOn(context.tx, Object.values(limitCodes), day);
  const value = (name: keyof MonthLimits) => {
    const found = values.get(limitCodes[name]);
    if (!found) throw new Problem("refused", "parameter.unknown_on_day", { code: limitCodes[name], day });
    return Number(found.value);
  };
  return {
    sickDaysLeft: value("sickDaysLeft"),
    daysOffLeft: value("daysOffLeft"),
    trialNotice: value("trialNotice"),
    endNotice: value("endNotice"),
    weekMin: value("weekMin") * 60,
    weekMax: value("weekMax") * 60,
    weekMaxDisability: value("weekMaxDisability") * 60,
    dayMaxDisability: value("dayMaxDisability") * 60,
    unverifiedHours: (["weekMin", "weekMax", "weekMaxDisability", "dayMaxDisability"] as const).some(
      (name) => values.get(limitCodes[name])?.verified === false,
    ),
  };
}

/** Between which hours a week of a participant stands, in minutes, and whether a figure of it is unconfirmed. Source: docs/domain/rules.md R-CIS-07 */
export async function hourLimitsOn(
  context: WorkContext,
  day: PlainDate,
): Promise<{
  limits: Pick<MonthLimits, "weekMin" | "weekMax" | "weekMaxDisability" | "dayMaxDisability">;
  unverified: boolean;
}> {
  const { weekMin, weekMax, weekMaxDisability, dayMaxDisability, unverifiedHours } = await limitsOn(context, day);
  return { limits: { weekMin, weekMax, weekMaxDisability, dayMaxDisability }, unverified: unverifiedHours };
}

/** Public holidays and days on which the unit is closed. */
export async function closedDaysOf(
  context: WorkContext,
  unitId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<Set<PlainDate>> {
  const { rows } = await sql<{ from: PlainDate; to: PlainDate }>`
    select greatest(from_on, ${from}::date) as from, least(to_on, ${to}::date) as to from class_closure
    where organisation_id = ${context.actor.organisationId} and unit_id = ${unitId} and withdrawn_at is null and from_on <= ${to} and to_on >= ${from}`.execute(
    context.tx,
  );
  const days = Array.from({ length: daysInclusive(from, to) }, (_, at) => addDays(from, at));
  return new Set(
    days.filter((day) => findHoliday(day) || rows.some((closed) => closed.from <= day && day <= closed.to)),
  );
}

const programmeOf = (it: RunningProgramme): MonthProgramme => ({
  ...it.days,
  inTrial: it.state === "TRIAL",
  endedOn: it.endedOn,
  jobOn: it.jobOn,
  appliedOn: it.benefitAppliedOn,
  capped: it.capped,
  daysOffEntitled: it.daysOffEntitled,
});

/** A month reckoned, with the programme it is of and the classes of its days. */
export type ReckonedMonth = MonthOf & { programme: RunningProgramme; classes: ClassOfPerson[] };

/**
 * The month of some programmes of one unit. `suppose`: an excuse that is looked at as if it were accepted, instead of the one of that id.
 * The caller has asked who sees them. @throws Problem refused `parameter.unknown_on_day` for a month before the first amount that is known
 */
export async function reckonMonth(
  context: WorkContext,
  { unitId, month, programmes }: { unitId: string; month: PlainDate; programmes: readonly RunningProgramme[] },
  suppose?: { ipzsId: string; excuseId: string | null } & MonthExcuse,
): Promise<ReckonedMonth[]> {
  const [first, last] = [startOfMonth(month), endOfMonth(month)];
  if (programmes.length === 0) return [];
  const standing = await excusesOf(
    context,
    programmes.map(({ id }) => id),
  );
  const excuses = suppose
    ? [...standing.filter(({ id }) => id !== suppose.excuseId), { ...suppose, id: suppose.excuseId ?? "" }]
    : standing;
  const excusesByProgramme = Map.groupBy(excuses, ({ ipzsId }) => ipzsId);
  const wasSick = await everMarkedSick(
    context,
    programmes.map(({ personId }) => personId),
  );
  const starts = new Map<string, PlainDate>();
  for (const { id, personId, days } of programmes) {
    const looksBack = wasSick.has(personId) || excusesByProgramme.get(id)?.some((it) => it.from < first);
    const from = looksBack && days.trialFrom < first ? days.trialFrom : first;
    const known = starts.get(personId);
    if (!known || from < known) starts.set(personId, from);
  }
  const earliest = [...starts.values()].toSorted(compareDays)[0] ?? first;
  const people = [...starts].map(([personId, from]) => ({ personId, from }));
  const classes = Map.groupBy(await classesOfPeople(context, { unitId, people, to: last }), ({ personId }) => personId);
  const laws = await lawsBetween(context, { from: earliest, needed: first, to: last });
  const limits = await limitsOn(context, last);
  const closedDays = await closedDaysOf(context, unitId, first, last);
  return programmes.map((programme) => ({
    programme,
    classes: (classes.get(programme.personId) ?? []).filter(({ day }) => day >= first),
    ...monthOf({
      month: first,
      today: context.today,
      programme: programmeOf(programme),
      laws,
      limits,
      classes: classes.get(programme.personId) ?? [],
      excuses: excusesByProgramme.get(programme.id) ?? [],
      daysOff: programme.daysOff,
      closedDays,
    }),
  }));
}

/**
 * What a month holds for every participant of a centre: spans for `benefitOf`, counters, and what somebody has to look at; by the name
 * that lists show. All of them, also people whose whereabouts are protected: the caller asks who may see whom (`whereaboutsHidden`).
 * @param month any day of it
 * @throws Problem refused `parameter.unknown_on_day` for a month before the first amount that is known
 */
export async function monthFacts(
  context: WorkContext,
  { unitId, month }: { unitId: string; month: PlainDate },
): Promise<PersonMonth[]> {
  const [from, to] = [startOfMonth(month), endOfMonth(month)];
  const programmes = await programmesOfUnit(context, { unitId, from, to });
  const reckoned = await reckonMonth(context, { unitId, month, programmes });
  return reckoned
    .filter(({ days, notes }) => days.length > 0 || notes.some(({ weight }) => weight === "MISSING"))
    .map(({ programme, days: _, classes: __, ...month }) => ({
      personId: programme.personId,
      ipzsId: programme.id,
      programmeDays: {
        trialFrom: programme.days.trialFrom,
        trialTo: programme.days.trialTo,
        lastDay: programme.days.lastDay,
        daysOffEntitled: programme.daysOffEntitled,
      },
      ...month,
    }));
}

/**
 * What the amounts of some months come from, oldest first, for every participant who had one of their days: as `monthFacts` says of each
 * month alone, but read once for all, and of the classes only the days on which somebody was away. Counters and notes are not told.
 * @throws Problem refused `parameter.unknown_on_day` for a month before the first amount that is known
 */
export async function spansOfMonths(
  context: WorkContext,
  { unitId, months }: { unitId: string; months: readonly PlainDate[] },
): Promise<ReadonlyMap<PlainDate, readonly PersonSpans[]>> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const to = endOfMonth(last);
  const programmes = await programmesOfUnit(context, { unitId, from: first, to });
  if (programmes.length === 0) return new Map(months.map((month) => [month, []]));
  const ids = programmes.map(({ id }) => id);
  const excuses = Map.groupBy(await excusesOf(context, ids), ({ ipzsId }) => ipzsId);
  const starts = new Map<string, PlainDate>();
  for (const { personId, days } of programmes) {
    const from = [days.trialFrom, first, starts.get(personId) ?? first].toSorted(compareDays)[0] ?? first;
    starts.set(personId, from);
  }
  const people = [...starts].map(([personId, from]) => ({ personId, from }));
  const earliest = [...starts.values()].toSorted(compareDays)[0] ?? first;
  const laws = await lawsBetween(context, { from: earliest, needed: first, to });
  const asked = programmes.flatMap(({ id, personId, daysOff, days }) => {
    const accepted = (excuses.get(id) ?? []).filter((it) => it.accepted && it.to >= days.trialFrom);
    const within = accepted.map((it) => ({
      personId,
      from: it.from > days.trialFrom ? it.from : days.trialFrom,
      to: it.to,
    }));
    return [...within, ...daysOff.map((day) => ({ personId, from: day, to: day }))];
  });
  // days of presence between two of sickness part them
  const readsAll = laws.some(({ law }) => law.sickLimitPerSickness);
  const found = readsAll
    ? await classesOfPeople(context, { unitId, people, to })
    : await classesOfDaysAway(context, { unitId, people, to, asked });
  const classes = Map.groupBy(found, ({ personId }) => personId);
  const spansOf = (month: PlainDate) =>
    programmes
      .filter(({ days, endedOn }) => days.trialFrom <= endOfMonth(month) && (endedOn === null || endedOn >= month))
      .map((programme) => ({
        personId: programme.personId,
        ipzsId: programme.id,
        ...spansIn({
          month,
          today: context.today,
          programme: programmeOf(programme),
          laws,
          classes: classes.get(programme.personId) ?? [],
          excuses: excuses.get(programme.id) ?? [],
          daysOff: programme.daysOff,
        }),
      }));
  return new Map(months.map((month) => [month, spansOf(month)]));
}
