import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  recordEvent,
  requireBase,
} from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { addTaskFor, endTasksFrom, findOpenCase, refuseForDead, requirePerson } from "../casework/public.ts";
import { employmentAccess } from "./access.ts";
import {
  EndPlacement,
  PlanPlacement,
  PreparePlacement,
  RecordCheck,
  StartPlacement,
  WriteCoachLog,
} from "./contract.ts";
import {
  followsFromStart,
  followUpDays,
  refuseEmployerContact,
  refuseStart,
  refuseTrainingEnd,
  workplaceTrainingEnd,
} from "./rules.ts";

onConstraint("placement_key", "conflict", "record.id_taken");
onConstraint("placement_of_employer", "not_found", "employer.not_found");
onConstraint("placement_coach", "invalid", "placement.unknown_colleague", "payload.coachId");
onConstraint("placement_starts_once", "refused", "placement.already_started");
onConstraint("placement_ends_once", "refused", "placement.already_ended");
onConstraint("placement_ending_of_start", "refused", "placement.not_started");
onConstraint("employment_check_key", "conflict", "record.id_taken");
onConstraint("employment_check_once", "refused", "employment.check_already_recorded");
onConstraint("coach_log_key", "conflict", "record.id_taken");
onConstraint("coach_log_of_employer", "not_found", "employer.not_found");

const verb = employmentAccess["placement.write"];

function sealed(context: CommandContext, purpose: string, text: string | null, recordId: string): Buffer | null {
  return text === null ? null : sealText(context, purpose, recordId, text);
}

/** The placement, locked, when the actor may work with its person. */
async function lockPlacement(context: CommandContext, placementId: string) {
  const { organisationId } = context.actor;
  await lockRow(context, "placement", placementId, "placement.not_found");
  const placement = await context.tx
    .selectFrom("placement as p")
    .leftJoin("placementStart as s", (join) =>
      join.onRef("s.organisationId", "=", "p.organisationId").onRef("s.placementId", "=", "p.id"),
    )
    .leftJoin("placementEnding as e", (join) =>
      join.onRef("e.organisationId", "=", "p.organisationId").onRef("e.placementId", "=", "p.id"),
    )
    .selectAll("p")
    .select(["s.startedOn", "e.endedOn"])
    .where("p.organisationId", "=", organisationId)
    .where("p.id", "=", placementId)
    .executeTakeFirstOrThrow();
  await requirePerson(context, verb, placement.personId).catch((error: unknown) => {
    throw error instanceof Problem && error.kind === "not_found"
      ? new Problem("not_found", "placement.not_found")
      : error;
  });
  return placement;
}

/** @throws Problem not_found | refused `employment.ends_before_start`, `employment.shorter_without_reason` */
async function planPlacement(context: CommandContext, payload: PlanPlacement): Promise<Done> {
  const { placementId, personId, untilOn, weeklyHours, disclosure, ...content } = payload;
  await requirePerson(context, verb, personId);
  await refuseForDead(context, personId);
  const { organisationId, accountId } = context.actor;
  const lastDay = untilOn ?? workplaceTrainingEnd(payload.startsOn);
  refuseIf([
    payload.kind === "WORKPLACE_TRAINING"
      ? refuseTrainingEnd(payload.startsOn, lastDay, payload.shorterReason)
      : lastDay < payload.startsOn
        ? "employment.ends_before_start"
        : null,
  ]);
  const caseId = await findOpenCase(context, personId);
  await context.tx
    .insertInto("placement")
    .values({
      ...content,
      organisationId,
      id: placementId,
      personId,
      caseId: caseId ?? null,
      untilOn: lastDay,
      weeklyHours: weeklyHours === null ? null : String(weeklyHours),
      coachId: content.coachId ?? accountId,
      disclosureSealed: sealed(context, "placement.disclosure", disclosure, placementId),
      recordedBy: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    caseId: caseId ?? null,
    kind: "placement.planned",
    section: "EMPLOYMENT",
    subject: { type: "placement", id: placementId },
    detail: { kind: payload.kind, startsOn: payload.startsOn, untilOn: lastDay },
  });
  return {
    ids: { placement: placementId },
    version: 1,
    about: { type: "placement", id: placementId, personId, section: "EMPLOYMENT" },
  };
}

/** @throws Problem not_found | conflict `record.changed` | refused `placement.already_started` */
async function preparePlacement(context: CommandContext, payload: PreparePlacement): Promise<Done> {
  const { placementId, disclosure, ...content } = payload;
  const placement = await lockPlacement(context, placementId);
  if (placement.startedOn !== null) throw new Problem("refused", "placement.already_started");
  requireBase(context, placement.version);
  await context.tx
    .updateTable("placement")
    .set({ ...content, disclosureSealed: sealed(context, "placement.disclosure", disclosure, placementId) })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", placementId)
    .execute();
  const version = await bumpVersion(context, "placement", placementId);
  const { personId } = placement;
  return {
    ids: { placement: placementId },
    version,
    about: { type: "placement", id: placementId, personId, section: "EMPLOYMENT" },
  };
}

/** Looks at 1, 3, 6 and 12 months become tasks of the coach. Source: docs/domain/rules.md R-EMP-08 */
async function addFollowUps(
  context: CommandContext,
  placement: { id: string; personId: string; caseId: string | null; coachId: string | null },
  from: StartPlacement["startedOn"],
): Promise<void> {
  for (const { months, dueOn } of followUpDays(from)) {
    await addTaskFor(context, {
      personId: placement.personId,
      caseId: placement.caseId,
      ownerId: placement.coachId ?? context.actor.accountId,
      kind: "employment.check_due",
      detail: { months, placementId: placement.id },
      dueOn,
      source: { type: "placement", id: placement.id },
    });
  }
}

/**
 * @throws Problem not_found | refused `placement.already_started`, `placement.starts_in_future`, and everything that is missing (R-EMP-02)
 */
async function startPlacement(context: CommandContext, { placementId, startedOn }: StartPlacement): Promise<Done> {
  const placement = await lockPlacement(context, placementId);
  const { organisationId, accountId } = context.actor;
  if (placement.startedOn !== null) throw new Problem("refused", "placement.already_started");
  if (startedOn > context.today) throw new Problem("refused", "placement.starts_in_future");
  refuseIf(refuseStart(placement, startedOn));
  await context.tx
    .insertInto("placementStart")
    .values({ organisationId, placementId, startedOn, startedBy: accountId })
    .execute();
  if (followsFromStart(placement.kind)) await addFollowUps(context, placement, startedOn);
  const { personId, caseId } = placement;
  await recordEvent(context, {
    personId,
    caseId,
    kind: "placement.started",
    section: "EMPLOYMENT",
    subject: { type: "placement", id: placementId },
    detail: { kind: placement.kind, startedOn },
  });
  return {
    ids: { placement: placementId },
    about: { type: "placement", id: placementId, personId, section: "EMPLOYMENT" },
  };
}

/** @throws Problem not_found | refused `placement.not_started`, `placement.already_ended`, `placement.ends_in_future`, R-EMP-01 */
async function endPlacement(context: CommandContext, payload: EndPlacement): Promise<Done> {
  const { placementId, endedOn, result, reason, opinion } = payload;
  const placement = await lockPlacement(context, placementId);
  const { organisationId, accountId } = context.actor;
  const { startedOn, kind, personId, caseId } = placement;
  if (startedOn === null) throw new Problem("refused", "placement.not_started");
  if (placement.endedOn !== null) throw new Problem("refused", "placement.already_ended");
  if (endedOn > context.today) throw new Problem("refused", "placement.ends_in_future");
  if (endedOn < startedOn) throw new Problem("refused", "employment.ends_before_start");
  if (endedOn < placement.untilOn && !reason) throw new Problem("refused", "employment.shorter_without_reason");
  await context.tx
    .insertInto("placementEnding")
    .values({
      organisationId,
      placementId,
      endedOn,
      result,
      reason,
      opinionSealed: sealed(context, "placement.opinion", opinion, placementId),
      endedBy: accountId,
    })
    .execute();
  const employed = result === "EMPLOYED_THERE" || result === "EMPLOYED_ELSEWHERE";
  if (employed && !followsFromStart(kind)) await addFollowUps(context, placement, endedOn);
  await recordEvent(context, {
    personId,
    caseId,
    kind: "placement.ended",
    section: "EMPLOYMENT",
    subject: { type: "placement", id: placementId },
    detail: { kind, endedOn, result },
  });
  return {
    ids: { placement: placementId },
    about: { type: "placement", id: placementId, personId, section: "EMPLOYMENT" },
  };
}

/** @throws Problem not_found | refused `placement.not_started`, `employment.check_in_future`, `employment.check_already_recorded` */
async function recordCheck(context: CommandContext, { checkId, placementId, ...check }: RecordCheck): Promise<Done> {
  const { personId, caseId, startedOn } = await lockPlacement(context, placementId);
  const { organisationId, accountId } = context.actor;
  if (startedOn === null) throw new Problem("refused", "placement.not_started");
  if (check.checkedOn > context.today) throw new Problem("refused", "employment.check_in_future");
  await context.tx
    .insertInto("employmentCheck")
    .values({ ...check, organisationId, id: checkId, placementId, personId, checkedBy: accountId })
    .execute();
  await endTasksFrom(context, { type: "placement", id: placementId }, "DONE", { months: check.months });
  await recordEvent(context, {
    personId,
    caseId,
    kind: "employment.checked",
    section: "EMPLOYMENT",
    subject: { type: "placement", id: placementId },
    detail: { months: check.months, status: check.status },
  });
  return { ids: { check: checkId }, about: { type: "placement", id: placementId, personId, section: "EMPLOYMENT" } };
}

/** @throws Problem not_found | refused `coach-log.about_nobody`, `coach-log.in_future`, `employment.disclosure_not_agreed` */
async function writeCoachLog(context: CommandContext, { logId, note, ...entry }: WriteCoachLog): Promise<Done> {
  const { personId, employerId } = entry;
  if (personId !== null) await requirePerson(context, employmentAccess["coach-log.write"], personId);
  if (personId === null && employerId === null) throw new Problem("refused", "coach-log.about_nobody");
  if (entry.doneOn > context.today) throw new Problem("refused", "coach-log.in_future");
  const aboutPerson = personId !== null && employerId !== null;
  refuseIf([refuseEmployerContact({ aboutPerson, disclosureAgreed: entry.disclosureAgreed })]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("coachLog")
    .values({
      ...entry,
      organisationId,
      id: logId,
      noteSealed: sealed(context, "coach_log.note", note, logId),
      authorId: accountId,
    })
    .execute();
  await recordEvent(context, {
    personId,
    kind: "coach-log.written",
    section: "EMPLOYMENT",
    subject: { type: "coach_log", id: logId },
    detail: { activity: entry.activity, minutes: entry.minutes },
  });
  if (personId !== null && entry.nextOn !== null)
    await addTaskFor(context, {
      personId,
      ownerId: accountId,
      kind: "coach-log.next",
      detail: { activity: entry.activity },
      dueOn: entry.nextOn,
      source: { type: "coach_log", id: logId },
    });
  return { ids: { log: logId }, about: { type: "coach_log", id: logId, personId, section: "EMPLOYMENT" } };
}

export const placementCommands = [
  defineCommand({
    type: "placement.plan",
    v: 1,
    summary: "Plans a placement of a person with an employer",
    payload: PlanPlacement,
    verb,
    run: planPlacement,
  }),
  defineCommand({
    type: "placement.prepare",
    v: 1,
    summary: "Records what must be there before the start",
    payload: PreparePlacement,
    verb,
    run: preparePlacement,
  }),
  defineCommand({
    type: "placement.start",
    v: 1,
    summary: "Starts a placement for which nothing is missing",
    payload: StartPlacement,
    verb,
    run: startPlacement,
  }),
  defineCommand({
    type: "placement.end",
    v: 1,
    summary: "Ends a placement with its result",
    payload: EndPlacement,
    verb,
    run: endPlacement,
  }),
  defineCommand({
    type: "employment-check.record",
    v: 1,
    summary: "Records whether the job was kept after so many months",
    payload: RecordCheck,
    verb,
    run: recordCheck,
  }),
  defineCommand({
    type: "coach-log.write",
    v: 1,
    summary: "Writes one entry of the job coach's log",
    payload: WriteCoachLog,
    verb: employmentAccess["coach-log.write"],
    run: writeCoachLog,
  }),
];
