import { type RawBuilder, sql } from "kysely";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { instantOf } from "../../platform/db.ts";
import { instantAt } from "../../platform/time/instant.ts";
import { addMonths, plainDate } from "../../platform/time/plainDate.ts";
import { referralAccess } from "./access.ts";
import type { Month, MonthView, NotificationLine, OwnReport } from "./contract.ts";
import { answerClass, type CountedReport, monthTable, reportState } from "./rules.ts";
import { openSaid } from "./sealed.ts";

const timeZone = "Europe/Warsaw";
type Answer = NotificationLine["answers"][number];
type Row = Omit<NotificationLine, "placeText" | "geo" | "says" | "state"> & {
  source: "PARTNER" | "LINK" | "PUBLIC";
  saidSealed: Buffer;
};

const at = (text: string | null) => (text === null ? null : instantOf(text));

/** Reports with what became of them. `from`: a condition over `notification n`, `a` (acceptance), `m` (verdict). */
async function readReports(tx: Tx, organisationId: string, chosen: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select n.id, n.source, n.service, n.about, n.area, n.seen_at, n.people, n.urgency, n.received_at, n.due_on, n.said_sealed,
      coalesce(l.label, r.display_name) as "from", m.verdict, w.display_name as accepted_by, a.accepted_at,
      coalesce((select json_agg(json_build_object('outcome', x.outcome, 'answeredAt', x.answered_at, 'contactId', x.contact_id) order by x.answered_at, x.id)
        from notification_answer x where x.organisation_id = n.organisation_id and x.notification_id = n.id), '[]') as answers
    from notification n
    left join notification_moderation m on m.organisation_id = n.organisation_id and m.notification_id = n.id
    left join notification_acceptance a on a.organisation_id = n.organisation_id and a.notification_id = n.id
    left join membership w on w.organisation_id = a.organisation_id and w.account_id = a.accepted_by
    left join membership r on r.organisation_id = n.organisation_id and r.account_id = n.reported_by
    left join shift_link l on l.organisation_id = n.organisation_id and l.id = n.link_id
    where n.organisation_id = ${organisationId} and ${chosen}
    order by n.received_at desc, n.id ${atMost}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    seenAt: instantOf(row.seenAt),
    receivedAt: instantOf(row.receivedAt),
    acceptedAt: at(row.acceptedAt),
    answers: row.answers.map((one: Answer) => ({ ...one, answeredAt: instantOf(one.answeredAt) })),
  }));
}

const stateOf = ({ source, verdict, acceptedAt, answers }: Row) =>
  reportState({ source, verdict, accepted: acceptedAt !== null, answered: answers.length > 0 });

function lineOf(context: Pick<WorkContext, "keys" | "actor">, row: Row): NotificationLine {
  const { source: _source, saidSealed, ...line } = row;
  const said = openSaid(context.keys, context.actor.organisationId, row.id, saidSealed);
  return { ...line, ...said, state: stateOf(row) };
}

const ofMyUnits = (context: WorkContext) => sql`n.unit_id = any (${[...context.actor.unitIds]}::uuid[])`;
const onRoute = sql`(n.source <> 'PUBLIC' or m.verdict = 'PASSED') and coalesce(m.verdict, 'PASSED') = 'PASSED'
  and not exists (select from notification_answer x where x.organisation_id = n.organisation_id and x.notification_id = n.id)`;

/** What lies on my teams' route: reports that nobody has answered, most urgent and soonest first. `ids`: of these alone. */
export async function listRoute(context: WorkContext, ids: readonly string[] | null): Promise<NotificationLine[]> {
  const some = ids === null ? sql`true` : sql`n.id = any (${[...ids]}::uuid[])`;
  const rows = await readReports(
    context.tx,
    context.actor.organisationId,
    sql`${ofMyUnits(context)} and ${onRoute} and ${some}`,
  );
  return rows
    .map((row) => lineOf(context, row))
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.receivedAt.localeCompare(b.receivedAt));
}

/** Ids of what lies on my teams' route. */
export async function idsOnRoute(context: WorkContext): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select n.id from notification n
    left join notification_moderation m on m.organisation_id = n.organisation_id and m.notification_id = n.id
    where n.organisation_id = ${context.actor.organisationId} and ${ofMyUnits(context)} and ${onRoute}
    order by n.received_at desc, n.id ${atMost}`.execute(context.tx);
  return rows.map(({ id }) => id);
}

/** Everything of my teams in ninety days, newest first, what waits for a verdict too; what was turned down for a week. */
export async function listReports(context: WorkContext): Promise<{ notifications: NotificationLine[] }> {
  const recent = sql`n.received_at > ${context.now}::timestamptz - interval '90 days'
    and (coalesce(m.verdict, 'PASSED') = 'PASSED' or n.received_at > ${context.now}::timestamptz - interval '7 days')`;
  const rows = await readReports(context.tx, context.actor.organisationId, sql`${ofMyUnits(context)} and ${recent}`);
  return { notifications: rows.map((row) => lineOf(context, row)) };
}

function ownOf(row: Row): OwnReport {
  const { id, about, area, seenAt, people, urgency, receivedAt, acceptedAt, answers } = row;
  const last = answers.at(-1);
  return {
    id,
    about,
    area,
    seenAt,
    people,
    urgency,
    receivedAt,
    state: stateOf(row),
    acceptedAt,
    answer: last ? answerClass(last.outcome) : null,
    answeredAt: last?.answeredAt ?? null,
  };
}

/** My own reports of ninety days, with the class of the answer alone (R-OUT-09). */
export async function listMine(context: WorkContext): Promise<{ reports: OwnReport[] }> {
  const mine = sql`n.reported_by = ${context.actor.accountId} and n.received_at > ${context.now}::timestamptz - interval '90 days'`;
  return { reports: (await readReports(context.tx, context.actor.organisationId, mine)).map(ownOf) };
}

/** The same for a link. */
export async function reportsOfLink(tx: Tx, organisationId: string, linkId: string): Promise<OwnReport[]> {
  return (await readReports(tx, organisationId, sql`n.link_id = ${linkId}`)).map(ownOf);
}

type MonthRow = CountedReport & { verdict: string | null };

/** The month by district and service, of the teams that the reader reaches. */
export async function readMonth(context: WorkContext, { month }: Month): Promise<MonthView> {
  const first = plainDate(`${month}-01`);
  const all = may(context.actor, referralAccess["notification.read-month"]);
  const { rows } = await sql<MonthRow>`select n.area, n.service, n.received_at, m.verdict,
      (select min(x.answered_at) from notification_answer x where x.organisation_id = n.organisation_id and x.notification_id = n.id) as first_answer_at,
      (select x.outcome from notification_answer x where x.organisation_id = n.organisation_id and x.notification_id = n.id
        order by x.answered_at desc, x.id desc limit 1) as last_outcome
    from notification n left join notification_moderation m on m.organisation_id = n.organisation_id and m.notification_id = n.id
    where n.organisation_id = ${context.actor.organisationId} and (${all} or ${ofMyUnits(context)})
      and n.received_at >= ${instantAt(first, "00:00", timeZone)} and n.received_at < ${instantAt(addMonths(first, 1), "00:00", timeZone)}
      and (n.source <> 'PUBLIC' or m.verdict is not null)`.execute(context.tx);
  const taken = rows.filter(({ verdict }) => verdict === null || verdict === "PASSED");
  const counted = taken.map((row) => ({
    ...row,
    receivedAt: instantOf(row.receivedAt),
    firstAnswerAt: at(row.firstAnswerAt),
  }));
  return { month, ...monthTable(counted), turnedDown: rows.length - taken.length };
}
