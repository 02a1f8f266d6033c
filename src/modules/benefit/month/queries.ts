import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import type { Lang } from "../../../platform/messages.ts";
import { Problem } from "../../../platform/problem.ts";
import { previousWorkingDay } from "../../../platform/time/calendar.ts";
import { addDays, endOfMonth, type PlainDate, plainDate, startOfMonth } from "../../../platform/time/plainDate.ts";
import { excusesOf, mealsGiven } from "../../attendance/absence/public.ts";
import { requirePerson } from "../../casework/public.ts";
import { findRunningProgramme, programmesOfUnit } from "../../centre/public.ts";
import { areWhereaboutsHidden, hiddenAmongIds } from "../../person/public.ts";
import { sourceOf, textOf } from "../lineWords.ts";
import { type BenefitSpan, benefitOf } from "../rules.ts";
import { centreMonthAccess } from "./access.ts";
import { centresOf } from "./centres.ts";
import { CentreMonth, Centres, MonthCode, type MonthRow, PersonMonthView } from "./contract.ts";
import { benefitGrosze } from "./effect.ts";
import { closedDaysOf, lawsBetween, type ReckonedMonth, reckonMonth } from "./facts.ts";

const verb = centreMonthAccess["centre-month.read"];

/** The month of today, or the one that was asked for. */
const firstOf = ({ today }: WorkContext, month: string | undefined): PlainDate =>
  month ? plainDate(`${month}-01`) : startOfMonth(today);

const codeOf = (day: PlainDate) => day.slice(0, 7);

const sum = (spans: readonly BenefitSpan[], of: (span: BenefitSpan) => number) =>
  spans.reduce((total, span) => total + of(span), 0);

function rowOf(month: ReckonedMonth): MonthRow {
  const { programme, spans, days, sickDaysUsedBefore, daysOffLeft, classDays, presentDays, notes } = month;
  return {
    personId: programme.personId,
    ipzsId: programme.id,
    personName: programme.personName,
    state: programme.state,
    phase: spans.at(-1)?.phase ?? null,
    days: days.map(({ day, kind, hasClass }) => ({ day, kind, hasClass })),
    classDays,
    presentDays,
    unexcusedDays: sum(spans, (it) => it.unexcusedDays),
    sickDays: sum(spans, (it) => it.sickDays),
    otherExcusedDays: sum(spans, (it) => it.otherExcusedDays),
    daysOff: sum(spans, (it) => it.daysOff),
    daysOffLeft,
    sickUsedBefore: sickDaysUsedBefore,
    benefitGrosze: benefitGrosze(month),
    notes,
  };
}

/** The month of a centre: everybody's days, counters, what is missing or odd, and what changed. @throws Problem not_found `month.unit_not_found` */
async function readMonth(
  context: WorkContext,
  wish: { unitId?: string | undefined; month?: string | undefined },
): Promise<CentreMonth> {
  const units = await centresOf(context, verb);
  const unit = wish.unitId ? units.find(({ id }) => id === wish.unitId) : units[0];
  if (!unit) throw new Problem("not_found", "month.unit_not_found");
  const from = firstOf(context, wish.month);
  const to = endOfMonth(from);
  const programmes = await programmesOfUnit(context, { unitId: unit.id, from, to });
  const hidden = await hiddenAmongIds(
    context,
    programmes.map(({ personId }) => personId),
  );
  const shown = programmes.filter(({ personId }) => !hidden.has(personId));
  const reckoned = await reckonMonth(context, { unitId: unit.id, month: from, programmes: shown });
  const rows = reckoned
    .filter(({ days, notes }) => days.length > 0 || notes.some(({ weight }) => weight === "MISSING"))
    .map(rowOf)
    .toSorted((a, b) => a.personName.localeCompare(b.personName, "pl"));
  const laws = await lawsBetween(context, { from, needed: from, to });
  const law = laws.at(-1);
  const changedSince = previousWorkingDay(addDays(context.today, -1));
  return {
    unit,
    units,
    month: codeOf(from),
    from,
    to,
    closedDays: [...(await closedDaysOf(context, unit.id, from, to))],
    fullGrosze: law ? fullGrosze(law.law) : 0,
    unverifiedAmount: laws.some(({ unverified }) => unverified.includes("UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS")),
    mealsGiven: await mealsGiven(context, { unitId: unit.id, from, to }),
    people: rows,
    hidden: programmes.length - shown.length,
    changedSince,
    changes: await changesSince(context, rows, changedSince),
  };
}

/** A whole month under one law without any absence. */
function fullGrosze(law: BenefitSpan["law"]): number {
  const none = { unexcusedDays: 0, sickDays: 0, otherExcusedDays: 0, daysOff: 0 };
  const day = plainDate("2000-01-01");
  return benefitOf([{ from: day, to: day, phase: "PARTICIPATION", law, ...none }], 0).fullGrosze;
}

/** What was told, answered, corrected or decided of these people since a day. */
async function changesSince(
  { tx, actor }: WorkContext,
  rows: readonly MonthRow[],
  since: PlainDate,
): Promise<CentreMonth["changes"]> {
  const byPerson = new Map(rows.map((row) => [row.personId, row]));
  const { rows: found } = await sql<{
    id: string;
    root: string;
    kind: string;
    at: string;
    detail: Record<string, unknown>;
  }>`select e.id, coalesce(p.merged_into, p.id) as root, e.kind, e.recorded_at as at, e.detail
    from event e join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
    where e.organisation_id = ${actor.organisationId} and coalesce(p.merged_into, p.id) = any (${[...byPerson.keys()]}::uuid[])
      and e.recorded_at >= (${since}::date at time zone 'Europe/Warsaw')
      and (e.kind = 'attendance.corrected' or e.kind like 'absence.%' or e.kind like 'ipzs.%')
    order by e.recorded_at desc, e.id desc limit 50`.execute(tx);
  return found.flatMap(({ root, at, ...event }) => {
    const row = byPerson.get(root);
    return row ? [{ ...event, at: instantOf(at), ipzsId: row.ipzsId, personName: row.personName }] : [];
  });
}

/** One participant's month with the lines of the benefit and what they rest on. @throws Problem not_found `month.not_found` */
async function readPersonMonth(
  context: WorkContext,
  { ipzsId, month, lang }: { ipzsId: string; month?: string | undefined; lang: Lang },
): Promise<PersonMonthView> {
  const first = firstOf(context, month);
  const last = endOfMonth(first);
  const programme = await findRunningProgramme(context, ipzsId, last);
  if (!programme) throw new Problem("not_found", "month.not_found");
  await requirePerson(context, verb, programme.personId);
  if (await areWhereaboutsHidden(context, programme.personId)) throw new Problem("not_found", "month.not_found");
  const [reckoned] = await reckonMonth(context, { unitId: programme.unitId, month: first, programmes: [programme] });
  if (!reckoned) throw new Problem("not_found", "month.not_found");
  const { spans, sickDaysUsedBefore } = reckoned;
  const benefit = spans.length > 0 ? benefitOf(spans, sickDaysUsedBefore) : null;
  return {
    ...rowOf(reckoned),
    month: codeOf(first),
    unitId: programme.unitId,
    fullGrosze: benefit?.fullGrosze ?? 0,
    lines: (benefit?.lines ?? []).map((line) => ({
      ...line,
      ...sourceOf(line.kind),
      text: textOf(line, { spans, fullGrosze: benefit?.fullGrosze ?? 0 }, lang),
    })),
    sickLimit: spans.at(-1)?.law.sickDaysLimit ?? 0,
    daysOffEntitled: programme.daysOffEntitled,
    programme: { ...programme.days, lastDay: programme.endedOn ?? programme.days.lastDay },
    classes: reckoned.classes.map(({ personId: _person, ...one }) => one),
    excuses: (await excusesOf(context, [ipzsId]))
      .filter(({ from, to }) => from <= last && to >= first)
      .map(({ ipzsId: _ipzs, ...excuse }) => excuse),
  };
}

const hasSickness = (rows: readonly { sickDays: number; sickUsedBefore: number }[]) =>
  rows.some(({ sickDays, sickUsedBefore }) => sickDays > 0 || sickUsedBefore > 0);

export const centreMonthQueries = [
  defineQuery({
    name: "centre-month.list-centres",
    method: "GET",
    path: "/centres",
    summary: "The reader's centres, by name; none where no unit of theirs is one",
    input: z.strictObject({}),
    answer: Centres,
    verb: centreMonthAccess["centre-month.list-centres"],
    audit: null, // names of units
    run: async (context) => ({ centres: await centresOf(context, centreMonthAccess["centre-month.list-centres"]) }),
  }),
  defineQuery({
    name: "centre-month.read",
    method: "GET",
    path: "/centre-months",
    summary: "The month of a centre: days of its participants, counters, what is missing or odd, what changed",
    input: z.strictObject({ unitId: z.uuid().optional(), month: MonthCode.optional() }),
    answer: CentreMonth,
    verb,
    audit: (_, { unit, people }) => ({
      objectType: "unit",
      objectId: unit.id,
      section: hasSickness(people) ? "HEALTH" : "ATTENDANCE",
    }),
    run: readMonth,
  }),
  defineQuery({
    name: "centre-month.read-person",
    method: "GET",
    path: "/ipzs/:ipzsId/month",
    summary: "A participant's month with the lines of the benefit and what they rest on",
    input: z.strictObject({
      ipzsId: z.uuid(),
      month: MonthCode.optional(),
      lang: z.enum(["pl", "en", "uk"]).default("pl"),
    }),
    answer: PersonMonthView,
    verb,
    audit: ({ ipzsId }, view) => ({
      objectType: "ipzs",
      objectId: ipzsId,
      personId: view.personId,
      section: hasSickness([view]) ? "HEALTH" : "BENEFIT",
    }),
    run: readPersonMonth,
  }),
];
