import { type CommandContext, type Done, defineCommand, lockRow, recordEvent } from "../../platform/command.ts";
import { onConstraint, Problem } from "../../platform/problem.ts";
import { caseworkAccess } from "./access.ts";
import { EndCase, JoinTeam, LeaveTeam, OpenCase } from "./contract.ts";
import { openCase } from "./opening/public.ts";
import { dropRelease } from "./preRelease.ts";
import { handTasks, requireCase, requireColleague, takeStep } from "./public.ts";

onConstraint("case_open_once_in_unit", "refused", "case.already_open");
onConstraint("case_ends_once", "refused", "case.already_ended");
onConstraint("support_case_key", "conflict", "record.id_taken");
onConstraint("case_member_period", "refused", "case.leaves_before_joining");

/**
 * Closes the path of the case too; a return opens a new case with a path of its own. Source: docs/domain/rules.md R-S0-06
 * @throws Problem not_found | forbidden | refused `case.already_ended`, `case.ends_before_start`, `case.ends_in_future`
 */
async function endCase(context: CommandContext, { caseId, endedOn, reason, summary }: EndCase): Promise<Done> {
  await lockRow(context, "support_case", caseId, "case.not_found");
  const { personId, openedOn, stage } = await requireCase(context, caseworkAccess["case.open"], caseId);
  if (endedOn < openedOn) throw new Problem("refused", "case.ends_before_start");
  if (endedOn > context.today) throw new Problem("refused", "case.ends_in_future");
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("supportCaseEnding")
    .values({ organisationId, caseId, endedOn, reason, summary, endedBy: accountId })
    .execute();
  // the ending tells the timeline, and why
  await takeStep(context, caseId, { from: stage, to: "CLOSED", act: "close" });
  await dropRelease(context, caseId);
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

/** Who joins as the leader leads the case from that day. @throws Problem not_found | forbidden | refused `colleague.cannot` */
async function joinTeam(
  context: CommandContext,
  { memberId, caseId, accountId, part, validFrom }: JoinTeam,
): Promise<Done> {
  const { personId } = await requireCase(context, caseworkAccess["case.open"], caseId);
  await requireColleague(context, caseworkAccess["case.read"], accountId);
  const { organisationId } = context.actor;
  await context.tx
    .insertInto("caseMember")
    .values({ organisationId, id: memberId, caseId, accountId, part, validFrom })
    .execute();
  if (part === "LEADER" && validFrom <= context.today) {
    await context.tx
      .updateTable("supportCase")
      .set((it) => ({ leaderId: accountId, version: it("version", "+", 1) }))
      .where("organisationId", "=", organisationId)
      .where("id", "=", caseId)
      .execute();
    await handTasks(context, { type: "pre_release", id: caseId }, accountId); // a preparation for release is the leader's
  }
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
];
