import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, recordEvent } from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { requirePerson } from "../casework/public.ts";
import { outreachAccess } from "./access.ts";
import { tellCoordinators } from "./coordinators.ts";
import { findTeam, requireShift, requireSites, requireUnit } from "./reach.ts";
import { refuseContactTime } from "./rules.ts";
import { seal } from "./sealed.ts";
import { CloseMinorAlert, RecordIncident, RecordIntervention } from "./workContract.ts";

onConstraint("outreach_intervention_key", "conflict", "record.id_taken");
onConstraint("outreach_intervention_order", "refused", "intervention.times_backwards");
onConstraint("outreach_incident_key", "conflict", "record.id_taken");

/** The team of a record of a shift, or of no shift. @throws Problem not_found (unit, shift) */
async function teamOf(
  context: CommandContext,
  verb: Parameters<typeof requireShift>[1],
  { shiftId, unitId }: { shiftId: string | null; unitId: string | null },
): Promise<string> {
  if (!shiftId) return findTeam(context, unitId);
  return (await requireShift(context, verb, shiftId)).unitId;
}

/** Tells the team and its coordinator at once. */
const alert = (context: CommandContext, subject: { type: string; id: string }, detail: Record<string, unknown>) =>
  recordEvent(context, { personId: null, kind: "outreach.alert", section: "STREET", subject, detail });

/**
 * What was done after 112 was called.
 * @throws Problem not_found (unit, shift, site, person) | refused `intervention.times_backwards`, `contact.in_future` | conflict
 */
async function recordIntervention(context: CommandContext, given: RecordIntervention): Promise<Done> {
  const verb = outreachAccess["intervention.record"];
  const { interventionId: id, shiftId, siteId, personId, services, calledAt, arrivedAt, endedAt } = given;
  const unitId = await teamOf(context, verb, given);
  await requireSites(context, verb, [siteId]);
  if (personId) await requirePerson(context, verb, personId);
  refuseIf([refuseContactTime(calledAt, context.now)]);
  const { organisationId, accountId } = context.actor;
  const detail = { kind: given.kind, outcome: given.outcome, placeText: given.placeText, note: given.note };
  await sql`insert into outreach_intervention (organisation_id, id, unit_id, shift_id, site_id, person_id, services, called_at, arrived_at, ended_at, detail_sealed, recorded_by)
    values (${organisationId}, ${id}, ${unitId}, ${shiftId}, ${siteId}, ${personId}, ${[...new Set(services)]}::text[], ${calledAt}, ${arrivedAt}, ${endedAt},
      ${seal(context, "outreach.intervention", id, detail)}, ${accountId})`.execute(context.tx);
  const subject = { type: "intervention", id };
  await recordEvent(context, { personId, kind: "intervention.recorded", section: "STREET", subject });
  await alert(context, subject, { alert: "INTERVENTION", unitId, siteId });
  return { ids: { intervention: id }, about: { ...subject, personId, section: "STREET" } };
}

/** @throws Problem not_found (unit, shift, site) | conflict `record.id_taken` */
async function recordIncident(context: CommandContext, given: RecordIncident): Promise<Done> {
  const verb = outreachAccess["incident.record"];
  const { incidentId: id, shiftId, siteId, happenedAt, kind, injured, reportedTo, note } = given;
  const unitId = await teamOf(context, verb, given);
  await requireSites(context, verb, [siteId]);
  refuseIf([refuseContactTime(happenedAt, context.now)]);
  const { organisationId, accountId } = context.actor;
  await sql`insert into outreach_incident (organisation_id, id, unit_id, shift_id, site_id, happened_at, kind, injured, reported_to, note_sealed, recorded_by)
    values (${organisationId}, ${id}, ${unitId}, ${shiftId}, ${siteId}, ${happenedAt}, ${kind}, ${injured}, ${[...new Set(reportedTo)]}::text[],
      ${seal(context, "outreach.incident", id, note)}, ${accountId})`.execute(context.tx);
  const subject = { type: "incident", id };
  await alert(context, subject, { alert: "INCIDENT", unitId, siteId, incident: kind, injured });
  await tellCoordinators(
    context.tx,
    { organisationId, unitId, today: context.today },
    { kind: "STREET_INCIDENT", detail: {}, dueOn: context.today, source: subject, except: [accountId] },
  );
  return { ids: { incident: id }, about: subject };
}

/**
 * Completes the event of a minor: who was told when, how it ended (R-OUT-08).
 * @throws Problem not_found `minor-alert.not_found` | refused `minor-alert.already_closed`
 */
async function closeMinorAlert(context: CommandContext, { alertId, told, outcome }: CloseMinorAlert): Promise<Done> {
  const { rows } = await sql<{ unitId: string; kind: string }>`select e.kind, first.detail ->> 'unitId' as unit_id
    from event e join event first on first.organisation_id = e.organisation_id and first.subject_id = e.subject_id and first.kind = 'outreach.alert'
    where e.organisation_id = ${context.actor.organisationId} and e.subject_id = ${alertId} and e.subject_type = 'outreach-alert' limit 3`.execute(
    context.tx,
  );
  const [first] = rows;
  if (!first) throw new Problem("not_found", "minor-alert.not_found");
  requireUnit(context, outreachAccess["minor-alert.close"], first.unitId, "minor-alert.not_found");
  if (rows.some(({ kind }) => kind === "outreach.alert_closed"))
    throw new Problem("refused", "minor-alert.already_closed");
  const subject = { type: "outreach-alert", id: alertId };
  await recordEvent(context, {
    personId: null,
    kind: "outreach.alert_closed",
    section: "STREET",
    subject,
    detail: { unitId: first.unitId, told, outcome },
  });
  return { ids: { alert: alertId }, about: subject };
}

export const interventionCommands = [
  defineCommand({
    type: "intervention.record",
    v: 1,
    offline: true,
    summary: "Records an emergency after 112 was called",
    payload: RecordIntervention,
    verb: outreachAccess["intervention.record"],
    run: recordIntervention,
  }),
  defineCommand({
    type: "incident.record",
    v: 1,
    offline: true,
    summary: "Tells the coordinator of something dangerous that happened to the workers",
    payload: RecordIncident,
    verb: outreachAccess["incident.record"],
    run: recordIncident,
  }),
  defineCommand({
    type: "minor-alert.close",
    v: 1,
    summary: "Completes the event of a minor: who was told when, and how it ended",
    payload: CloseMinorAlert,
    verb: outreachAccess["minor-alert.close"],
    offline: true,
    run: closeMinorAlert,
  }),
];
