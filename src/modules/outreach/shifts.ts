import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { outreachAccess } from "./access.ts";
import { tellOfSingleWorker } from "./alone.ts";
import { EndShift, RecordMinorAlert, StartShift } from "./contract.ts";
import { findTeam, requireShift, requireSites } from "./reach.ts";
import { requireRoute } from "./routes.ts";
import { minorEvent, refuseShiftEnd } from "./rules.ts";
import { seal } from "./sealed.ts";

onConstraint("outreach_shift_key", "conflict", "record.id_taken");
onConstraint("outreach_shift_ends_once", "refused", "shift.already_ended");
onConstraint("outreach_shift_plan", "refused", "shift.ends_before_start");
onConstraint("outreach_shift_member_known", "invalid", "outreach.unknown_worker", "payload.memberIds");

/** @throws Problem not_found (unit, `route.not_found`) | refused `shift.ends_before_start` (plan) | invalid `outreach.unknown_worker` */
async function startShift(context: CommandContext, given: StartShift): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const unitId = await findTeam(context, given.unitId);
  const members = [...new Set(given.memberIds)];
  const { shiftId, startedAt, plannedStart, plannedEnd, routeId, lowestCelsius } = given;
  if (routeId) await requireRoute(context, routeId, unitId);
  await context.tx
    .insertInto("outreachShift")
    .values({
      organisationId,
      id: shiftId,
      unitId,
      startedAt,
      plannedStart,
      plannedEnd,
      routeId,
      lowestCelsius,
      recordedBy: accountId,
    })
    .execute();
  await context.tx
    .insertInto("outreachShiftMember")
    .values(members.map((member) => ({ organisationId, shiftId, accountId: member })))
    .execute();
  const subject = { type: "outreach-shift", id: shiftId };
  await recordEvent(context, { personId: null, kind: "shift.started", section: "STREET", subject });
  await tellOfSingleWorker(context, unitId, subject, members, startedAt);
  return { ids: { shift: shiftId }, version: 1, about: subject };
}

/** @throws Problem not_found `shift.not_found` | refused `shift.ends_before_start`, `shift.already_ended` */
async function endShift(context: CommandContext, { shiftId, endedAt, reflections }: EndShift): Promise<Done> {
  const shift = await requireShift(context, outreachAccess["shift.end"], shiftId);
  refuseIf([refuseShiftEnd(instantOf(shift.startedAt), endedAt)]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("outreachShiftEnding")
    .values({
      organisationId,
      shiftId,
      endedAt,
      reflectionsSealed: seal(context, "outreach.reflections", shiftId, reflections),
      endedBy: accountId,
    })
    .execute();
  const subject = { type: "outreach-shift", id: shiftId };
  await recordEvent(context, { personId: null, kind: "shift.ended", section: "STREET", subject });
  return { ids: { shift: shiftId }, about: subject };
}

/**
 * A minor without a guardian: an event with its alerts and nothing about the child (R-OUT-08).
 * @throws Problem not_found (site, unit) | conflict `record.id_taken`
 */
async function recordMinorAlert(context: CommandContext, { alertId, told, ...given }: RecordMinorAlert): Promise<Done> {
  const unitId = await findTeam(context, given.unitId);
  await requireSites(context, outreachAccess["minor-alert.record"], [given.siteId]);
  const { rows } = await sql`select 1 from event
    where organisation_id = ${context.actor.organisationId} and subject_id = ${alertId}`.execute(context.tx);
  if (rows.length > 0) throw new Problem("conflict", "record.id_taken");
  const subject = { type: "outreach-alert", id: alertId };
  await recordEvent(context, {
    personId: null,
    kind: "outreach.alert",
    section: "STREET",
    subject,
    detail: {
      alert: "MINOR_WITHOUT_GUARDIAN",
      unitId,
      siteId: given.siteId,
      told,
      due: minorEvent("UNDER_18", false)?.alert ?? [],
    },
  });
  return { ids: { alert: alertId }, about: subject };
}

export const shiftCommands = [
  defineCommand({
    type: "shift.start",
    v: 1,
    offline: true,
    summary: "Starts a patrol's shift",
    payload: StartShift,
    verb: outreachAccess["shift.start"],
    run: startShift,
  }),
  defineCommand({
    type: "shift.end",
    v: 1,
    offline: true,
    summary: "Ends a shift; its counters come from the cards",
    payload: EndShift,
    verb: outreachAccess["shift.end"],
    run: endShift,
  }),
  defineCommand({
    type: "minor-alert.record",
    v: 1,
    offline: true,
    summary: "Tells of a minor met without a guardian, without a card",
    payload: RecordMinorAlert,
    verb: outreachAccess["minor-alert.record"],
    run: recordMinorAlert,
  }),
];
