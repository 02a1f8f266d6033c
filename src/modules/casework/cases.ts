import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, lockRow, recordEvent } from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseworkAccess } from "./access.ts";
import { BreakGlass, EndCase, JoinTeam, LeaveTeam, OpenCase } from "./contract.ts";
import { requireCase, requirePerson } from "./public.ts";

onConstraint("case_open_once_in_unit", "refused", "case.already_open");
onConstraint("case_ends_once", "refused", "case.already_ended");
onConstraint("support_case_key", "conflict", "record.id_taken");
onConstraint("support_case_leader", "invalid", "case.unknown_colleague");
onConstraint("case_member_of_membership", "invalid", "case.unknown_colleague");
onConstraint("case_member_period", "refused", "case.leaves_before_joining");

const glassHours = 2;

/** @throws Problem not_found | forbidden | refused `case.already_open`, `case.not_own_unit`, `case.opens_in_future` */
async function openCase(context: CommandContext, payload: OpenCase): Promise<Done> {
  const { caseId, personId, unitId, openedOn } = payload;
  await requirePerson(context, caseworkAccess["case.open"], personId);
  if (!context.actor.unitIds.includes(unitId)) throw new Problem("refused", "case.not_own_unit");
  if (openedOn > context.today) throw new Problem("refused", "case.opens_in_future");
  const { organisationId, accountId } = context.actor;
  const leaderId = payload.leaderId ?? accountId;
  await context.tx
    .insertInto("supportCase")
    .values({ organisationId, id: caseId, personId, unitId, openedOn, leaderId })
    .execute();
  await context.tx.insertInto("openCase").values({ organisationId, personId, unitId, caseId }).execute();
  await context.tx
    .insertInto("caseMember")
    .values({ organisationId, id: uuidv7(), caseId, accountId: leaderId, part: "LEADER", validFrom: openedOn })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "case.opened",
    section: "CORE",
    subject: { type: "case", id: caseId },
    detail: { openedOn },
  });
  return { ids: { case: caseId }, version: 1, about: { type: "case", id: caseId, personId } };
}

/** @throws Problem not_found | forbidden | refused `case.already_ended`, `case.ends_before_start`, `case.ends_in_future` */
async function endCase(context: CommandContext, { caseId, endedOn, reason, summary }: EndCase): Promise<Done> {
  await lockRow(context, "support_case", caseId, "case.not_found");
  const { personId, openedOn } = await requireCase(context, caseworkAccess["case.open"], caseId);
  if (endedOn < openedOn) throw new Problem("refused", "case.ends_before_start");
  if (endedOn > context.today) throw new Problem("refused", "case.ends_in_future");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("supportCaseEnding")
    .values({ organisationId, caseId, endedOn, reason, summary, endedBy: accountId })
    .execute();
  await context.tx
    .deleteFrom("openCase")
    .where("organisationId", "=", organisationId)
    .where("caseId", "=", caseId)
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "case.ended",
    section: "CORE",
    subject: { type: "case", id: caseId },
    detail: { endedOn, reason },
  });
  return { ids: { case: caseId }, about: { type: "case", id: caseId, personId } };
}

/** @throws Problem not_found | forbidden | invalid `case.unknown_colleague` */
async function joinTeam(
  context: CommandContext,
  { memberId, caseId, accountId, part, validFrom }: JoinTeam,
): Promise<Done> {
  const { personId } = await requireCase(context, caseworkAccess["case.open"], caseId);
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("caseMember")
    .values({ organisationId, id: memberId, caseId, accountId, part, validFrom })
    .execute();
  await recordEvent(context, {
    personId,
    caseId,
    kind: "case.team_joined",
    section: "CORE",
    subject: { type: "case", id: caseId },
    detail: { part },
  });
  return { ids: { member: memberId }, about: { type: "case", id: caseId, personId } };
}

/** @throws Problem not_found | forbidden */
async function leaveTeam(context: CommandContext, { memberId, validUntil }: LeaveTeam): Promise<Done> {
  const { organisationId } = context.actor;
  const member = await context.tx
    .selectFrom("caseMember")
    .select(["caseId", "part"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  if (!member) throw new Problem("not_found", "case.not_found");
  const { personId } = await requireCase(context, caseworkAccess["case.open"], member.caseId);
  await context.tx
    .updateTable("caseMember")
    .set({ validUntil })
    .where("organisationId", "=", organisationId)
    .where("id", "=", memberId)
    .execute();
  const subject = { type: "case", id: member.caseId };
  await recordEvent(context, {
    personId,
    caseId: member.caseId,
    kind: "case.team_left",
    section: "CORE",
    subject,
    detail: { part: member.part },
  });
  return { ids: { member: memberId }, about: { type: "case", id: member.caseId, personId } };
}

/** C2: opens one person's file for a short time to somebody who works in the organisation, and tells the DPO and the managers. */
async function breakGlass(context: CommandContext, { glassId, personId, reason }: BreakGlass): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } =
    await sql`select 1 from person where organisation_id = ${organisationId} and id = ${personId}`.execute(context.tx);
  if (rows.length === 0) throw new Problem("not_found", "person.not_found");
  const untilAt = new Date(Date.parse(context.now) + glassHours * 3_600_000).toISOString();
  await context.tx
    .insertInto("breakGlass")
    .values({ organisationId, id: glassId, personId, accountId, reason, openedAt: context.now, untilAt })
    .execute();
  await sql`insert into task (organisation_id, id, person_id, owner_id, kind, detail, due_on, source_type, source_id, created_by)
    select ${organisationId}, gen_random_uuid(), ${personId}, r.account_id, 'REVIEW_BREAK_GLASS', '{}', ${context.today}, 'break_glass', ${glassId}, ${accountId}
    from (select distinct account_id from membership_role where organisation_id = ${organisationId} and role in ('DPO', 'SOCIAL_WORK_MANAGER')) r
    where r.account_id <> ${accountId}`.execute(context.tx);
  await recordEvent(context, {
    personId,
    kind: "glass.broken",
    section: "CORE",
    subject: { type: "break_glass", id: glassId },
  });
  return { ids: { glass: glassId }, about: { type: "break_glass", id: glassId, personId }, detail: { untilAt } };
}

export const caseCommands = [
  defineCommand({
    type: "case.open",
    v: 1,
    summary: "Opens a case of a person in a unit",
    payload: OpenCase,
    verb: caseworkAccess["case.open"],
    run: openCase,
  }),
  defineCommand({
    type: "case.end",
    v: 1,
    summary: "Ends a case with its reason",
    payload: EndCase,
    verb: caseworkAccess["case.open"],
    run: endCase,
  }),
  defineCommand({
    type: "case.join-team",
    v: 1,
    summary: "Adds a colleague to the team of a case",
    payload: JoinTeam,
    verb: caseworkAccess["case.open"],
    run: joinTeam,
  }),
  defineCommand({
    type: "case.leave-team",
    v: 1,
    summary: "Ends a colleague's part in a case",
    payload: LeaveTeam,
    verb: caseworkAccess["case.open"],
    run: leaveTeam,
  }),
  defineCommand({
    type: "glass.break",
    v: 1,
    summary: "Opens one person's file in an emergency",
    payload: BreakGlass,
    verb: caseworkAccess["glass.break"],
    run: breakGlass,
  }),
];
