import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { type CommandContext, type Done, type WorkContext } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import type { KeyRing } from "../../platform/keys/keyRing.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { hoursAfter } from "../../platform/time/instant.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { referralAccess } from "./access.ts";
import { linkServices, reportsPerHour, type Service } from "./codes.ts";
import type {
  AnswerNotification,
  DiscardNotifications,
  ModerateNotification,
  NotificationId,
  Report,
  SendReport,
} from "./contract.ts";
import { refuseReport, reportDue, roughPoint } from "./rules.ts";
import { seal } from "./sealed.ts";

onConstraint("notification_key", "conflict", "record.id_taken");
onConstraint("notification_moderated_once", "refused", "notification.moderated_already");
onConstraint("notification_answer_by_contact", "not_found", "contact.not_found");

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** Who reported, as the row keeps it. */
export type Reporter =
  | { source: "PARTNER"; reportedBy: string; linkId: null }
  | { source: "LINK"; reportedBy: null; linkId: string }
  | { source: "PUBLIC"; reportedBy: null; linkId: null };

/** The team that answers for an organisation: the one its door names, else its first outreach team. @throws Problem refused `notification.no_team` */
export async function findReportTeam(tx: Tx, organisationId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select u.id from unit u
    left join report_door d on d.organisation_id = u.organisation_id and d.unit_id = u.id
    where u.organisation_id = ${organisationId} and u.closed_on is null and (d.unit_id is not null or u.kind = 'OUTREACH_TEAM')
    order by d.unit_id is null, u.name, u.id limit 1`.execute(tx);
  const [unit] = rows;
  if (!unit) throw new Problem("refused", "notification.no_team");
  return unit.id;
}

/** Writes a report down; its words and its exact place sealed. The caller has set the organisation and checked the sender. */
export async function writeReport(
  at: { tx: Tx; keys: KeyRing; organisationId: string; now: string; today: PlainDate },
  row: Reporter & { id: string; unitId: string; service: Service },
  report: Report,
): Promise<void> {
  const { about, area, placeText, geo, seenAt, people, says, urgency } = report;
  const said = { placeText, geo: roughPoint(geo), says };
  await at.tx
    .insertInto("notification")
    .values({
      organisationId: at.organisationId,
      ...row,
      about,
      area,
      seenAt,
      people,
      urgency,
      saidSealed: seal(at.keys, at.organisationId, "referral.said", row.id, said),
      dueOn: reportDue(urgency, at.today),
    })
    .execute();
}

/** The service of an account: the kind of its unit. */
async function serviceOf(context: CommandContext): Promise<Service> {
  const { rows } = await sql<{
    kind: Service;
  }>`select kind from unit where organisation_id = ${context.actor.organisationId}
    and id = any (${[...context.actor.unitIds]}::uuid[]) and kind = any (${[...linkServices]}::text[]) order by kind limit 1`.execute(
    context.tx,
  );
  return rows[0]?.kind ?? "OTHER_SERVICE";
}

/**
 * Takes a report of a partner's account, or one that a coordinator writes down during a call.
 * @throws Problem refused `notification.*` as `refuseReport` says, `notification.no_team`, `notification.too_many` to a partner's account
 */
export async function sendReport(context: CommandContext, payload: SendReport): Promise<Done> {
  const { notificationId, service: said, ...report } = payload;
  refuseIf(refuseReport(report, context.now));
  const { organisationId, accountId, roles } = context.actor;
  const isPartner = roles.includes("PARTNER_REFERRER");
  if (isPartner) await requireFewSent(context);
  const service = isPartner ? await serviceOf(context) : (said ?? "OTHER_SERVICE");
  const unitId = await findReportTeam(context.tx, organisationId);
  const row = { source: "PARTNER", reportedBy: accountId, linkId: null, id: notificationId, unitId, service } as const;
  await writeReport({ ...context, organisationId }, row, report);
  return {
    ids: { notification: notificationId },
    about: { type: "notification", id: notificationId },
    detail: { urgency: report.urgency },
  };
}

/** Those that come at once from one account wait for each other. @throws Problem refused `notification.too_many` */
async function requireFewSent({ tx, actor, now }: CommandContext): Promise<void> {
  const { organisationId, accountId } = actor;
  await oneAtATime(tx, "reports", accountId);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from notification
    where organisation_id = ${organisationId} and reported_by = ${accountId} and received_at > ${hoursAfter(now, -1)}::timestamptz`.execute(
    tx,
  );
  refuseIf([(rows[0]?.n ?? 0) >= reportsPerHour ? "notification.too_many" : null]);
}

/** A report to a team of the actor's. @throws Problem not_found `notification.not_found` */
async function requireReport(context: CommandContext, verb: Verb, notificationId: string) {
  const { rows } = await sql<{ unitId: string; source: string; verdict: string | null }>`
    select n.unit_id, n.source, m.verdict from notification n
    left join notification_moderation m on m.organisation_id = n.organisation_id and m.notification_id = n.id
    where n.organisation_id = ${context.actor.organisationId} and n.id = ${notificationId}`.execute(context.tx);
  const [row] = rows;
  const unit = row !== undefined && context.actor.unitIds.includes(row.unitId);
  requireReach(context.actor, verb, { unit }, "notification.not_found");
  if (!row) throw new Problem("not_found", "notification.not_found");
  return row;
}

/** The same for a report that has come to the street. @throws Problem refused `notification.awaits_verdict` */
async function requireOnRoute(context: CommandContext, verb: Verb, notificationId: string): Promise<void> {
  const { source, verdict } = await requireReport(context, verb, notificationId);
  if (verdict === null ? source === "PUBLIC" : verdict !== "PASSED")
    throw new Problem("refused", "notification.awaits_verdict");
}

const about = (id: string) => ({ ids: { notification: id }, about: { type: "notification", id } });

/**
 * A coordinator's verdict on what a resident sent. What was turned down can be let through after all.
 * @throws Problem not_found | refused `notification.moderated_already`, `notification.needs_no_verdict`
 */
export async function moderate(context: CommandContext, payload: ModerateNotification): Promise<Done> {
  const { notificationId, verdict } = payload;
  const { source, verdict: earlier } = await requireReport(
    context,
    referralAccess["notification.moderate"],
    notificationId,
  );
  if (source !== "PUBLIC") throw new Problem("refused", "notification.needs_no_verdict");
  const { organisationId, accountId } = context.actor;
  if (earlier !== null && earlier !== "PASSED" && verdict === "PASSED")
    await sql`update notification_moderation set verdict = ${verdict}, moderated_by = ${accountId}, moderated_at = ${context.now}
      where organisation_id = ${organisationId} and notification_id = ${notificationId}`.execute(context.tx);
  else
    await context.tx
      .insertInto("notificationModeration")
      .values({ organisationId, notificationId, verdict, moderatedBy: accountId })
      .execute();
  return { ...about(notificationId), detail: { verdict } };
}

/**
 * Turns down many of residents' reports at once, as after a flood; what somebody has judged meanwhile stays as it is.
 * @throws Problem not_found `notification.not_found` | refused `notification.emergency_alone`
 */
export async function discard(context: CommandContext, payload: DiscardNotifications): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { verdict } = payload;
  const ids = [...new Set(payload.notificationIds)];
  const { rows } = await sql<{ urgency: string; unitId: string }>`select urgency, unit_id from notification
    where organisation_id = ${organisationId} and id = any (${ids}::uuid[]) and source = 'PUBLIC' order by id limit ${ids.length}`.execute(
    context.tx,
  );
  const unit = rows.length === ids.length && rows.every(({ unitId }) => unitIds.includes(unitId));
  requireReach(context.actor, referralAccess["notification.discard"], { unit }, "notification.not_found");
  refuseIf([rows.some(({ urgency }) => urgency === "EMERGENCY_112") ? "notification.emergency_alone" : null]);
  await sql`insert into notification_moderation (organisation_id, notification_id, verdict, moderated_by)
    select ${organisationId}, id, ${verdict}, ${accountId} from unnest(${ids}::uuid[]) id on conflict do nothing`.execute(
    context.tx,
  );
  return { ...about(ids[0] ?? ""), detail: { verdict, notifications: ids } };
}

/** Takes a report on tonight's route. Who took it first stays; taking it again changes nothing. @throws Problem not_found | refused `notification.awaits_verdict` */
export async function acceptReport(context: CommandContext, { notificationId }: NotificationId): Promise<Done> {
  await requireOnRoute(context, referralAccess["notification.accept"], notificationId);
  const { organisationId, accountId } = context.actor;
  await sql`insert into notification_acceptance (organisation_id, notification_id, accepted_by, accepted_at)
    values (${organisationId}, ${notificationId}, ${accountId}, ${context.occurredAt}) on conflict do nothing`.execute(
    context.tx,
  );
  return about(notificationId);
}

/** Writes down what the team found; a later answer stands beside an earlier one. */
async function writeAnswer(context: CommandContext, payload: AnswerNotification): Promise<void> {
  const { answerId, notificationId, outcome, contactId } = payload;
  const told = new Date(payload.answeredAt).toISOString();
  await context.tx
    .insertInto("notificationAnswer")
    .values({
      organisationId: context.actor.organisationId,
      id: answerId,
      notificationId,
      outcome,
      contactId,
      answeredAt: told < context.now ? told : context.now, // nothing has happened that the server's clock has not reached (C70)
      answeredBy: context.actor.accountId,
    })
    .execute();
}

/** @throws Problem not_found `notification.not_found`, `contact.not_found` | refused `notification.awaits_verdict` */
export async function answerReport(context: CommandContext, payload: AnswerNotification): Promise<Done> {
  await requireOnRoute(context, referralAccess["notification.answer"], payload.notificationId);
  if (payload.contactId) await requireOwnCard(context, payload.contactId);
  await writeAnswer(context, payload);
  return { ...about(payload.notificationId), detail: { outcome: payload.outcome } };
}

async function requireOwnCard(context: WorkContext, contactId: string): Promise<void> {
  const { rows } =
    await sql`select from contact_card where organisation_id = ${context.actor.organisationId} and id = ${contactId}
    and unit_id = any (${[...context.actor.unitIds]}::uuid[])`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "contact.not_found");
}

/** A contact card that answers a report by itself: what `contact.record` brings along as `reportRef`. */
export async function answerByContact(
  context: CommandContext,
  {
    contactId,
    contactAt,
    reportRef,
  }: {
    contactId: string;
    contactAt: string;
    reportRef: { notificationId: string; outcome: AnswerNotification["outcome"] };
  },
): Promise<void> {
  const { notificationId, outcome } = reportRef;
  await requireOnRoute(context, referralAccess["notification.answer"], notificationId);
  // the card's own id: one card answers a report once, whatever is sent again
  await writeAnswer(context, { answerId: contactId, notificationId, outcome, answeredAt: contactAt, contactId });
}
