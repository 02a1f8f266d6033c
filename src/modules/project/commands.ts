import { sql } from "kysely";
import { may, requireReach } from "../../platform/access.ts";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  lockRow,
  recordEvent,
  requireBase,
} from "../../platform/command.ts";
import { sealText } from "../../platform/keys/sealedText.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { caseworkAccess } from "../casework/access.ts";
import { refuseForDead, requireCase } from "../casework/public.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import { projectAccess } from "./access.ts";
import type { EndEnrolment, RecordProject, StartEnrolment } from "./contract.ts";
import { keepCheck, requireCriteria } from "./criteria/check.ts";
import { refuseEnrolmentEnd, refuseStart } from "./enrolmentRules.ts";
import { keepWaived, requireWaived } from "./exceptions.ts";
import { enrolmentEndings, enrolmentGates, enrolmentStarts } from "./gates.ts";
import { findProjectRow } from "./queries.ts";

onConstraint("project_of_unit", "invalid", "project.unknown_unit", "payload.unitId");
onConstraint("project_period", "refused", "project.ends_before_start");
onConstraint("enrolment_key", "conflict", "record.id_taken");
onConstraint("enrolment_open_once_in_project", "refused", "enrolment.already_open");
onConstraint("enrolment_ends_once", "refused", "enrolment.already_ended");

/** Numeric columns take text, so that no digit is lost on the way. */
function percentsOf(card: Pick<RecordProject, `${string}ThresholdPercent` & keyof RecordProject>) {
  const written = (value: number | null) => (value === null ? null : String(value));
  return {
    socialThresholdPercent: written(card.socialThresholdPercent),
    employmentThresholdPercent: written(card.employmentThresholdPercent),
    completionThresholdPercent: written(card.completionThresholdPercent),
  };
}

/** @throws Problem not_found (another organisation's or unit's project) | conflict (changed meanwhile) | invalid | refused */
export async function recordProject(context: CommandContext, payload: RecordProject): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { projectId: id, ...facts } = payload;
  const card = { ...facts, ...percentsOf(facts) };
  requireReach(
    context.actor,
    projectAccess["project.record"],
    { unit: unitIds.includes(card.unitId) },
    "project.unknown_unit",
  );
  const known = await findProjectRow(context, id);
  let version = 1;
  if (known) {
    await lockRow(context, "project", id, "project.not_found");
    const now = await findProjectRow(context, id);
    requireReach(
      context.actor,
      projectAccess["project.record"],
      { unit: now !== undefined && unitIds.includes(now.unitId) },
      "project.not_found",
    );
    if (context.base === undefined) throw new Problem("conflict", "record.id_taken");
    requireBase(context, now?.version ?? 0);
    await context.tx
      .updateTable("project")
      .set(card)
      .where("organisationId", "=", organisationId)
      .where("id", "=", id)
      .execute();
    version = await bumpVersion(context, "project", id);
  } else {
    await context.tx
      .insertInto("project")
      .values({ organisationId, id, ...card, recordedBy: accountId })
      .execute();
  }
  return { ids: { project: id }, version, about: { type: "project", id } };
}

/** @throws Problem not_found | refused (dates, closed case, a gate such as a missing social contract, no place by the recruitment, criteria, already in the project) */
export async function startEnrolment(context: CommandContext, payload: StartEnrolment): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { enrolmentId: id, projectId, caseId, startedOn, groupId } = payload;
  const project = await findProjectRow(context, projectId);
  const reaches =
    project && may(context.actor, projectAccess["enrolment.start"], { unit: unitIds.includes(project.unitId) });
  if (!project || !reaches) throw new Problem("not_found", "project.not_found");
  const supportCase = await requireCase(context, caseworkAccess["case.read"], caseId);
  const { personId } = supportCase;
  await refuseForDead(context, personId);
  refuseIf([refuseStart(project, supportCase, startedOn, context.today)]);
  // places are counted by open enrolments, one start after another
  await lockRow(context, "project", projectId, "project.not_found");
  const { kind, contractRequired, unitId } = project;
  const question = { personId, caseId, startedOn, groupId, project: { id: projectId, kind, contractRequired } };
  for (const gate of enrolmentGates) refuseIf([await gate(context, question)]);
  const waived = await requireWaived(context, question, { unitId, reason: payload.waivedReason });
  const check = await requireCriteria(context, { personId, projectId, on: startedOn, unitId }, payload);
  await context.tx
    .insertInto("enrolment")
    .values({ organisationId, id, personId, caseId, projectId, startedOn, recordedBy: accountId })
    .execute();
  await context.tx
    .insertInto("openEnrolment")
    .values({ organisationId, personId, projectId, enrolmentId: id })
    .execute();
  await keepCheck(context, id, check);
  await keepWaived(context, { enrolmentId: id, projectId }, waived, payload.waivedReason);
  await recordEvent(context, {
    personId,
    caseId,
    kind: "enrolment.started",
    section: "CORE",
    subject: { type: "enrolment", id },
    detail: { projectKind: kind, startedOn },
  });
  for (const act of enrolmentStarts) await act(context, { enrolmentId: id, projectId, personId, groupId });
  return { ids: { enrolment: id }, about: { type: "enrolment", id, personId } };
}

/** The note is sealed. @throws Problem not_found (also where the person's whereabouts are not for the actor, C7) | refused (before the start, in the future, already ended) */
export async function endEnrolment(context: CommandContext, payload: EndEnrolment): Promise<Done> {
  const { organisationId, accountId, unitIds } = context.actor;
  const { enrolmentId: id, endedOn, reason, accordingToPath, note } = payload;
  const enrolment = await context.tx
    .selectFrom("enrolment")
    .innerJoin("project", (on) =>
      on
        .onRef("project.organisationId", "=", "enrolment.organisationId")
        .onRef("project.id", "=", "enrolment.projectId"),
    )
    .select([
      "enrolment.personId",
      "enrolment.caseId",
      "enrolment.projectId",
      "enrolment.startedOn",
      "project.unitId",
      "project.kind",
    ])
    .where("enrolment.organisationId", "=", organisationId)
    .where("enrolment.id", "=", id)
    .executeTakeFirst();
  if (!enrolment) throw new Problem("not_found", "enrolment.not_found");
  requireReach(
    context.actor,
    projectAccess["enrolment.end"],
    { unit: unitIds.includes(enrolment.unitId) },
    "enrolment.not_found",
  );
  if (await areWhereaboutsHidden(context, enrolment.personId)) throw new Problem("not_found", "enrolment.not_found");
  refuseIf([refuseEnrolmentEnd(enrolment, endedOn, context.today)]);
  const sealed = note === null ? null : sealText(context, "enrolment", id, note);
  await context.tx
    .insertInto("enrolmentEnding")
    .values({ organisationId, enrolmentId: id, endedOn, reason, accordingToPath, note: sealed, endedBy: accountId })
    .execute();
  await sql`delete from open_enrolment where organisation_id = ${organisationId} and enrolment_id = ${id}`.execute(
    context.tx,
  );
  await recordEvent(context, {
    personId: enrolment.personId,
    caseId: enrolment.caseId,
    kind: "enrolment.ended",
    section: "CORE",
    subject: { type: "enrolment", id },
    detail: { projectKind: enrolment.kind, endedOn, reason, accordingToPath },
  });
  const { personId, caseId, projectId } = enrolment;
  for (const act of enrolmentEndings)
    await act(context, { enrolmentId: id, personId, caseId, projectId, endedOn, reason });
  return { ids: { enrolment: id }, about: { type: "enrolment", id, personId } };
}
