import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { parameterOn } from "../../platform/law.ts";
import { Problem } from "../../platform/problem.ts";
import { instantAt, todayIn } from "../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../platform/time/plainDate.ts";
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
import type { ReportState } from "./codes.ts";
import { type MonthFigures, notSaid, type OpenReport, StreetMonth } from "./contract.ts";
import { aidOf, countBroughtIn, countDocuments, daysOfMonth, hoursBetween, personsBy, sharesOf } from "./rules.ts";
import { referralSources, type SentReferral, serviceSources } from "./sources.ts";
import { type HeldTraining, trainingOf } from "./training.ts";

const timeZone = "Europe/Warsaw";

type Shift = {
  id: string;
  /** One line for each member. */
  workerId: string;
  members: number;
  startedAt: string;
  endedAt: string | null;
  plannedStart: string | null;
  plannedEnd: string | null;
  reportId: string | null;
  actualStart: string | null;
  actualEnd: string | null;
  officeHours: string | null;
  lastStep: Exclude<ReportState, "DRAFT"> | null;
};

/** Everything that a month is counted from; a worker's share of it is of the same shape. */
type Counted = {
  shifts: readonly Shift[];
  cards: readonly StreetCard[];
  assistance: readonly { hours: number; by: string }[];
  referrals: readonly SentReferral[];
  training: readonly HeldTraining[];
};

async function shiftsOf(context: WorkContext, unitId: string, days: { from: PlainDate; to: PlainDate }) {
  const { rows } =
    await sql<Shift>`select s.id, a.account_id as worker_id, s.started_at, e.ended_at, s.planned_start, s.planned_end,
      r.id as report_id, r.actual_start, r.actual_end, r.office_hours,
      (select count(*)::int from outreach_shift_member o where o.organisation_id = s.organisation_id and o.shift_id = s.id) as members,
      (select w.step from work_report_step w where w.organisation_id = r.organisation_id and w.report_id = r.id
        order by w.taken_at desc, w.id desc limit 1) as last_step
    from outreach_shift s
      join outreach_shift_member a on a.organisation_id = s.organisation_id and a.shift_id = s.id
      left join outreach_shift_ending e on e.organisation_id = s.organisation_id and e.shift_id = s.id
      left join work_report r on r.organisation_id = s.organisation_id and r.shift_id = s.id and r.author_id = a.account_id
    where s.organisation_id = ${context.actor.organisationId} and s.unit_id = ${unitId}
      and s.started_at >= ${instantAt(days.from, "00:00", timeZone)} and s.started_at < ${instantAt(addDays(days.to, 1), "00:00", timeZone)}
    order by s.started_at, s.id, a.account_id limit 5000`.execute(context.tx);
  return rows;
}

/** Hours from one stored instant to another; none while one of them is missing. */
const between = (from: string | null, to: string | null) =>
  from && to ? hoursBetween(instantOf(from), instantOf(to)) : 0;

/** What a worker worked in a shift: by the report, else from its start to its end; nothing while it goes on. */
const hoursOf = ({ actualStart, actualEnd, startedAt, endedAt }: Shift) =>
  between(actualStart, actualEnd) || between(startedAt, endedAt);

const sum = (hours: readonly number[]) => Math.round(hours.reduce((total, each) => total + each, 0) * 100) / 100;
const persons = (cards: readonly StreetCard[]) =>
  countDistinctPersons(cards.map(({ personId, notSeenBefore }) => ({ personNo: personId, notSeenBefore })));
const withAction = (cards: readonly StreetCard[], action: string) =>
  cards.filter(({ actions }) => actions.includes(action)).length;

function figuresOf({ shifts, cards, assistance, referrals, training }: Counted): MonthFigures {
  const own = [...new Map(shifts.map((shift) => [shift.id, shift])).values()];
  const repeats = cards.filter(({ repeat }) => repeat).length;
  const held = (kind: HeldTraining["kind"]) => sum(training.flatMap((it) => (it.kind === kind ? [it.hours] : [])));
  return {
    shifts: own.length,
    pairs: own.filter(({ members }) => members > 1).length,
    hours: sum(shifts.map(hoursOf)),
    plannedHours: sum(shifts.map(({ plannedStart, plannedEnd }) => between(plannedStart, plannedEnd))),
    officeHours: sum(shifts.map(({ officeHours }) => Number(officeHours ?? 0))),
    contactsFirst: cards.length - repeats,
    contactsRepeat: repeats,
    ...persons(cards),
    referrals: withAction(cards, "REFERRAL"),
    sent: referrals.length,
    answered: referrals.filter(({ answered }) => answered).length,
    started: referrals.filter(({ started }) => started).length,
    documents: countDocuments(cards),
    refusals: withAction(cards, "CONTACT_REFUSED"),
    accompanimentHours: sum([
      ...cards.map(({ accompanimentHours }) => accompanimentHours ?? 0),
      ...assistance.map(({ hours }) => hours),
    ]),
    trainingHours: held("TRAINING"),
    supervisionHours: held("SUPERVISION"),
  };
}

/** Everybody who did anything of it, by name. The lines do not add up to the team's: two may have met the same person together. */
function workersOf(all: Counted, names: ReadonlyMap<string, string>): StreetMonth["workers"] {
  return [...names].map(([id, name]) => {
    const own = all.shifts.filter(({ workerId }) => workerId === id);
    const figures = figuresOf({
      shifts: own,
      cards: all.cards.filter(({ workerIds }) => workerIds.includes(id)),
      assistance: all.assistance.filter(({ by }) => by === id),
      referrals: all.referrals.filter(({ by }) => by === id),
      training: all.training.filter(({ attendeeIds }) => attendeeIds.includes(id)),
    });
    const accepted = own.filter(({ lastStep }) => lastStep === "ACCEPTED").length;
    const waiting = own.filter(({ lastStep }) => lastStep === "SUBMITTED").length;
    const missing = own.filter(({ endedAt, lastStep }) => endedAt && (lastStep === null || lastStep === "RETURNED"));
    return { id, name, figures, reports: { accepted, waiting, missing: missing.length } };
  });
}

async function namesOf(context: WorkContext, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select account_id as id, display_name as name from membership
    where organisation_id = ${context.actor.organisationId} and account_id = any (${[...ids]}::uuid[])
    order by display_name, account_id limit 5000`.execute(context.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function areasOf(cards: readonly StreetCard[], shifts: readonly Shift[]): StreetMonth["areas"] {
  const members = new Map(shifts.map((shift) => [shift.id, shift.members]));
  return [...Map.groupBy(cards, ({ area }) => area ?? "")]
    .map(([area, own]) => {
      const repeats = own.filter(({ repeat }) => repeat).length;
      const here = [...new Set(own.flatMap(({ shiftId }) => (shiftId && members.has(shiftId) ? [shiftId] : [])))];
      return {
        area,
        contacts: own.length,
        shifts: here.length,
        pairs: here.filter((id) => (members.get(id) ?? 0) > 1).length,
        contactsFirst: own.length - repeats,
        contactsRepeat: repeats,
        ...persons(own),
        refusals: withAction(own, "CONTACT_REFUSED"),
      };
    })
    .sort((one, other) => one.area.localeCompare(other.area, "pl"));
}

/** Cards and people by what a card says of the person. */
function peopleBy(cards: readonly StreetCard[], of: (card: StreetCard) => string) {
  const coded = cards.map((card) => ({ ...card, code: of(card) }));
  const people = personsBy(coded);
  return sharesOf(coded.map(({ code }) => code)).map((line) => ({ ...line, persons: people.get(line.code) ?? 0 }));
}

/** RP-13 of a team as it stands now. @throws Problem not_found `outreach.unit_not_found` */
export async function countMonth(
  context: WorkContext,
  unitId: string,
  month: string,
): Promise<{ report: StreetMonth; openReports: OpenReport[] }> {
  requireUnit(context, streetWorkAccess["street-month.read"], unitId, "outreach.unit_not_found");
  const days = daysOfMonth(month);
  const scope = { unitId, ...days };
  const unit = await context.tx
    .selectFrom("unit")
    .select(["id", "name"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", unitId)
    .executeTakeFirst();
  if (!unit) throw new Problem("not_found", "outreach.unit_not_found");
  const referrals: SentReferral[] = [];
  for (const source of referralSources) referrals.push(...(await source(context, scope)));
  const all: Counted = {
    shifts: await shiftsOf(context, unitId, days),
    cards: await cardsOf(context, scope),
    assistance: await assistanceOf(context, scope),
    referrals,
    training: await trainingOf(context, unitId, days),
  };
  const { shifts, cards } = all;
  const ids = new Set([
    ...shifts.map(({ workerId }) => workerId),
    ...cards.flatMap(({ workerIds }) => workerIds),
    ...[...all.assistance, ...referrals].map(({ by }) => by),
    ...all.training.flatMap(({ attendeeIds }) => attendeeIds),
  ]);
  const names = await namesOf(context, ids);
  const interventions = await interventionsOf(context, scope);
  const called = (service: "AMBULANCE" | "POLICE") =>
    interventions.filter(({ services }) => services.includes(service)).length;
  const report = StreetMonth.parse({
    unit,
    month,
    team: figuresOf(all),
    workers: workersOf(all, names),
    areas: areasOf(cards, shifts),
    sexes: peopleBy(cards, ({ sex }) => sex),
    ageBands: peopleBy(cards, ({ ageBand }) => ageBand),
    siteTypes: sharesOf(cards.map(({ siteType }) => siteType ?? notSaid)),
    needs: sharesOf(cards.flatMap((card) => (card.needs.length > 0 ? card.needs : [notSaid]))),
    actions: sharesOf(cards.flatMap((card) => card.actions)),
    aid: aidOf(cards),
    events: {
      interventions: interventions.length,
      ambulance: called("AMBULANCE"),
      police: called("POLICE"),
      incidents: (await incidentsOf(context, scope)).length,
      minors: await countMinorAlerts(context, unitId, days.from, days.to),
    },
    broughtIn: await countNew(context, cards),
  });
  return { report, openReports: openReportsOf(shifts, names) };
}

/** Reports of ended shifts that nobody has accepted yet: what is missing before the month is given out. */
function openReportsOf(shifts: readonly Shift[], names: ReadonlyMap<string, string>): OpenReport[] {
  return shifts
    .filter(({ endedAt, lastStep }) => endedAt && lastStep !== "ACCEPTED")
    .map(({ id, reportId, workerId, startedAt, lastStep }) => ({
      shiftId: id,
      reportId,
      name: names.get(workerId) ?? "",
      startedAt: instantOf(startedAt),
      state: lastStep ?? "DRAFT",
    }));
}

/** People newly brought into the system: a first service in any room of ours after their first card of all. */
async function countNew(context: WorkContext, cards: readonly StreetCard[]): Promise<StreetMonth["broughtIn"]> {
  const withinDays = Number((await parameterOn(context.tx, "BROUGHT_IN_WITHIN", context.today)).value);
  const first = new Map(
    cards
      .filter(({ repeat }) => !repeat)
      .flatMap(({ personId, contactAt }) => (personId ? [[personId, todayIn(contactAt, timeZone)] as const] : [])),
  );
  const services: { personId: string; on: PlainDate }[] = [];
  for (const source of serviceSources) services.push(...(await source(context, [...first.keys()])));
  const firstCards = [...first].map(([personId, on]) => ({ personId, on }));
  return { ...countBroughtIn(firstCards, services, withinDays, context.today), withinDays };
}
