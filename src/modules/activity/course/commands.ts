import { sql } from "kysely";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../../platform/command.ts";
import { sealJson } from "../../../platform/keys/sealedJson.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { refuseForDead, requirePerson } from "../../casework/public.ts";
import { areWhereaboutsHidden, getPersonName, personIdsOf } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import {
  CertifyCourse,
  EnrolOnCourse,
  IssueCourseItem,
  LeaveCourse,
  NoteCourseResult,
  RecordCourse,
  TakeBackOnCourse,
} from "./contract.ts";
import { lacksOfCourse, refuseCourseCertificate, refuseJoining, refuseLeaving, refuseResult } from "./rules.ts";
import {
  attendedBy,
  certificatesOf,
  type Printed,
  participantsOf,
  purposes,
  requireCourse,
  type StoredCourse,
  type StoredParticipant,
} from "./store.ts";

onConstraint("course_key", "conflict", "record.id_taken");
onConstraint("course_participant_key", "conflict", "record.id_taken");
onConstraint("course_participant_once", "refused", "course.already_on_it");
onConstraint("course_certificate_number_once", "refused", "course.number_taken");
onConstraint("course_certificate_in_order", "conflict", "record.changed");
onConstraint("course_result_in_order", "conflict", "record.changed");
onConstraint("course_left_once", "refused", "course.left_already");
onConstraint("course_of_module", "not_found", "course.module_not_found");
onConstraint("course_of_project", "not_found", "course.project_not_found");
onConstraint("course_participant_by_plan", "not_found", "course.plan_not_found");

const said = { source: "F-37" };
const byActor = ({ actor }: CommandContext) => ({ organisationId: actor.organisationId, recordedBy: actor.accountId });

/** A module whose registers the actor's unit keeps. @throws Problem not_found `course.module_not_found` */
async function requireModule({ tx, actor }: CommandContext, moduleId: string, unitId: string): Promise<void> {
  const { rows } =
    await sql`select from programme_module m join class_group g on g.organisation_id = m.organisation_id and g.id = m.group_id
    where m.organisation_id = ${actor.organisationId} and m.id = ${moduleId} and g.unit_id = ${unitId}`.execute(tx);
  if (rows.length === 0) throw new Problem("not_found", "course.module_not_found");
}

/** Minutes of an hour: the project's, else 60. Source: docs/domain/rules.md R-PRG-05 */
async function hourOf({ tx, actor }: CommandContext, projectId: string | null): Promise<number> {
  if (projectId === null) return 60;
  const project = await tx
    .selectFrom("project")
    .select("minutesPerHour")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", projectId)
    .executeTakeFirst();
  if (!project) throw new Problem("not_found", "course.project_not_found");
  return project.minutesPerHour;
}

async function record(context: CommandContext, payload: RecordCourse): Promise<Done> {
  const { courseId, programmeHours, ...rest } = payload;
  const { actor, tx } = context;
  const verb = activityAccess["course.record"];
  await requireUnit(context, verb, rest.unitId);
  refuseIf([rest.endsOn < rest.startsOn ? "course.ends_before_start" : null], said);
  if (rest.moduleId) await requireModule(context, rest.moduleId, rest.unitId);
  const facts = { ...rest, programmeMinutes: Math.round(programmeHours * (await hourOf(context, rest.projectId))) };
  const about = { type: "course", id: courseId } as const;
  const known = await tx
    .selectFrom("course")
    .select("id")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", courseId)
    .executeTakeFirst();
  if (!known) {
    await tx
      .insertInto("course")
      .values({ ...byActor(context), id: courseId, ...facts })
      .execute();
    return { ids: { course: courseId }, version: 1, about };
  }
  await lockRow(context, "course", courseId, "course.not_found");
  const { version } = await requireCourse(context, verb, courseId);
  requireBase(context, version);
  await tx
    .updateTable("course")
    .set(facts)
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", courseId)
    .execute();
  return { ids: { course: courseId }, version: await bumpVersion(context, "course", courseId), about };
}

/** @throws Problem not_found | refused `course.already_on_it`, as `refuseJoining` says */
async function enrol(context: CommandContext, payload: EnrolOnCourse): Promise<Done> {
  const { participantId, courseId, personId, basis, planId, lacksDocument, joinedOn } = payload;
  const verb = activityAccess["course.enrol"];
  const course = await requireCourse(context, verb, courseId);
  await requirePerson(context, verb, personId);
  if (await areWhereaboutsHidden(context, personId)) throw new Problem("not_found", "person.not_found");
  await refuseForDead(context, personId);
  refuseIf([refuseJoining(course, joinedOn)], said);
  await oneAtATime(context.tx, "course", courseId);
  const family = await personIdsOf(context, personId);
  const there = await participantsOf(context, { courseId });
  refuseIf([there.some((one) => family.includes(one.personId)) ? "course.already_on_it" : null], said);
  if (planId) await requirePlanOf(context, planId, family);
  await context.tx
    .insertInto("courseParticipant")
    .values({
      ...byActor(context),
      id: participantId,
      courseId,
      personId,
      basis,
      planId: basis === "PLAN" ? planId : null,
      lacksDocument,
      joinedOn,
    })
    .execute();
  await tell(context, { personId, course }, "course.joined");
  return { ids: { participant: participantId, course: courseId }, about: aboutOf(courseId, personId) };
}

/** @throws Problem not_found `course.plan_not_found` for a plan of somebody else */
async function requirePlanOf({ tx, actor }: CommandContext, planId: string, family: readonly string[]): Promise<void> {
  const { rows } = await sql`select from plan where organisation_id = ${actor.organisationId} and id = ${planId}
    and person_id = any (${[...family]}::uuid[])`.execute(tx);
  if (rows.length === 0) throw new Problem("not_found", "course.plan_not_found");
}

const aboutOf = (courseId: string, personId: string) =>
  ({ type: "course", id: courseId, personId, section: "ATTENDANCE" }) as const;

async function tell(
  context: CommandContext,
  { personId, course }: { personId: string; course: StoredCourse },
  kind: string,
): Promise<void> {
  await recordEvent(context, {
    personId,
    kind,
    section: "ATTENDANCE",
    subject: { type: "course", id: course.id },
    detail: { courseKind: course.kind },
  });
}

/** A participant of a course of the actor's unit, locked. @throws Problem not_found `course.not_found`, also for somebody who is hidden */
async function lockParticipant(
  context: CommandContext,
  verb: (typeof activityAccess)["course.enrol"],
  participantId: string,
): Promise<{ participant: StoredParticipant; course: StoredCourse }> {
  const [found] = await participantsOf(context, { participantId });
  if (!found || (await areWhereaboutsHidden(context, found.personId)))
    throw new Problem("not_found", "course.not_found");
  const course = await requireCourse(context, verb, found.courseId);
  await oneAtATime(context.tx, "course participant", participantId);
  const [participant] = await participantsOf(context, { participantId });
  if (!participant) throw new Error("a participant is never taken away");
  return { participant, course };
}

/** @throws Problem not_found | refused as `refuseLeaving` says */
async function leave(context: CommandContext, { participantId, leftOn, reason }: LeaveCourse): Promise<Done> {
  const { participant, course } = await lockParticipant(context, activityAccess["course.leave"], participantId);
  refuseIf([refuseLeaving({ ...participant, endsOn: course.endsOn }, leftOn, context.today)], said);
  const sealed = reason === "" ? null : sealText(context, purposes.leaving, participantId, reason);
  await context.tx
    .insertInto("courseLeaving")
    .values({ ...byActor(context), id: uuidv7(), participantId, leftOn, sealed })
    .execute();
  await tell(context, { personId: participant.personId, course }, "course.left");
  return { ids: { participant: participantId }, about: aboutOf(course.id, participant.personId), detail: { leftOn } };
}

/** Takes back what was entered in error; the row stays. @throws Problem not_found | refused `course.certified_already` */
async function takeBack(context: CommandContext, payload: TakeBackOnCourse): Promise<Done> {
  const { participantId, what, receiptId } = payload;
  const { participant, course } = await lockParticipant(context, activityAccess["course.take-back"], participantId);
  const { organisationId, accountId } = context.actor;
  if (what === "PLACE") {
    const given = (await certificatesOf(context, course.id)).some((one) => one.participantId === participantId);
    refuseIf([given ? "course.certified_already" : null], said);
  }
  const which = {
    PLACE: sql`course_participant set withdrawn_at = ${context.now}, withdrawn_by = ${accountId} where id = ${participantId}`,
    LEAVING: sql`course_leaving set withdrawn_at = ${context.now}, withdrawn_by = ${accountId} where participant_id = ${participantId}`,
    RECEIPT: sql`course_receipt set withdrawn_at = ${context.now}, withdrawn_by = ${accountId} where participant_id = ${participantId} and id = ${receiptId}`,
  }[what];
  const { numAffectedRows } =
    await sql`update ${which} and organisation_id = ${organisationId} and withdrawn_at is null`.execute(context.tx);
  if (numAffectedRows !== 1n) throw new Problem("not_found", "course.not_found");
  return { ids: { participant: participantId }, about: aboutOf(course.id, participant.personId), detail: { what } };
}

/** @throws Problem not_found | refused as `refuseResult` says */
async function noteResult(context: CommandContext, payload: NoteCourseResult): Promise<Done> {
  const { resultId, participantId, ...result } = payload;
  const { participant, course } = await lockParticipant(context, activityAccess["course.note-result"], participantId);
  refuseIf([refuseResult(course, result, context.today)], said);
  await context.tx
    .insertInto("courseResult")
    .values({ ...byActor(context), id: resultId, participantId, no: participant.results + 1, ...result })
    .execute();
  return { ids: { result: resultId }, about: aboutOf(course.id, participant.personId) };
}

/** @throws Problem not_found | refused `course.day_in_future` */
async function issue(context: CommandContext, payload: IssueCourseItem): Promise<Done> {
  const { receiptId, participantId, item, receivedOn } = payload;
  const { participant, course } = await lockParticipant(context, activityAccess["course.issue"], participantId);
  refuseIf([receivedOn > context.today ? "course.day_in_future" : null], said);
  await context.tx
    .insertInto("courseReceipt")
    .values({ ...byActor(context), id: receiptId, participantId, item, receivedOn })
    .execute();
  return { ids: { receipt: receiptId }, about: aboutOf(course.id, participant.personId) };
}

/** What is printed, as it is today. */
async function printedOf(
  context: CommandContext,
  { name, kind, provider, edition, startsOn, endsOn, programmeMinutes, minutesPerHour, qualification }: StoredCourse,
  { personId, examOn, examPassed }: StoredParticipant,
): Promise<Printed> {
  const person = await getPersonName(context, personId);
  const course = { name, kind, provider, edition, startsOn, endsOn, programmeMinutes, minutesPerHour, qualification };
  return { ...course, person, examOn: examPassed ? examOn : null };
}

/** Only for who met the threshold and passed. @throws Problem not_found | refused as `refuseCourseCertificate` says, `course.number_taken` */
async function certify(context: CommandContext, payload: CertifyCourse): Promise<Done> {
  const { certificateId, participantId, number, issuedOn, reason } = payload;
  const { participant, course } = await lockParticipant(context, activityAccess["course.certify"], participantId);
  const attended = (await attendedBy(context, course, [participant])).get(participantId) ?? null;
  const [before] = (await certificatesOf(context, course.id)).filter((one) => one.participantId === participantId);
  const lacks = lacksOfCourse(course, { ...participant, attended }, context.today);
  refuseIf(
    [
      refuseCourseCertificate(
        { endsOn: course.endsOn, lacks, before: before?.number ?? null },
        { issuedOn, number, reason },
        context.today,
      ),
    ],
    { source: "R-PRG-08", percent: course.thresholdPercent },
  );
  if (!attended) throw new Error("a certificate without attendance");
  await context.tx
    .insertInto("courseCertificate")
    .values({
      organisationId: context.actor.organisationId,
      id: certificateId,
      participantId,
      no: (before?.no ?? 0) + 1,
      number: before?.number ?? number,
      issuedOn,
      attendedMinutes: attended.minutes,
      ofMinutes: attended.ofMinutes,
      printedSealed: sealJson(context, purposes.printed, certificateId, await printedOf(context, course, participant)),
      reasonSealed: before ? sealText(context, purposes.certificate, certificateId, reason) : null,
      issuedBy: context.actor.accountId,
    })
    .execute();
  await tell(context, { personId: participant.personId, course }, "course.certified");
  return { ids: { certificate: certificateId }, about: aboutOf(course.id, participant.personId) };
}

export const courseCommands = [
  defineCommand({
    type: "course.record",
    v: 1,
    summary: "Enters a course, or changes what is known of it",
    payload: RecordCourse,
    verb: activityAccess["course.record"],
    run: record,
  }),
  defineCommand({
    type: "course.enrol",
    v: 1,
    summary: "Puts a person on a course, with the basis",
    payload: EnrolOnCourse,
    verb: activityAccess["course.enrol"],
    run: enrol,
  }),
  defineCommand({
    type: "course.leave",
    v: 1,
    summary: "Notes that somebody left a course",
    payload: LeaveCourse,
    verb: activityAccess["course.leave"],
    run: leave,
  }),
  defineCommand({
    type: "course.take-back",
    v: 1,
    summary: "Takes back a place, a leaving or a receipt entered in error",
    payload: TakeBackOnCourse,
    verb: activityAccess["course.take-back"],
    run: takeBack,
  }),
  defineCommand({
    type: "course.note-result",
    v: 1,
    summary: "Notes how much somebody attended and the exam",
    payload: NoteCourseResult,
    verb: activityAccess["course.note-result"],
    run: noteResult,
  }),
  defineCommand({
    type: "course.issue",
    v: 1,
    summary: "Notes what somebody received for a course",
    payload: IssueCourseItem,
    verb: activityAccess["course.issue"],
    run: issue,
  }),
  defineCommand({
    type: "course.certify",
    v: 1,
    summary: "Gives the certificate of a course, or a mended one",
    payload: CertifyCourse,
    verb: activityAccess["course.certify"],
    run: certify,
  }),
];
