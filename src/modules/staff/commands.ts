import { sql } from "kysely";
import {
  bumpVersion,
  type CommandContext,
  type Done,
  defineCommand,
  lockRow,
  requireBase,
} from "../../platform/command.ts";
import { sealJson as seal } from "../../platform/keys/sealedJson.ts";
import { oneAtATime } from "../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { staffAccess } from "./access.ts";
import {
  CertifyVolunteer,
  ConcludeAgreement,
  EndAgreement,
  LogHours,
  RecordExpense,
  RecordVolunteer,
  RecordVolunteerTraining,
  SetAvailability,
  SettleAgreement,
  WithdrawAgreement,
  WithdrawExpense,
  WithdrawHours,
} from "./contract.ts";
import { loggedOn } from "./dayOfVolunteer.ts";
import {
  refuseAgreement,
  refuseAgreementEnd,
  refuseHours,
  refuseSettling,
  refuseSlots,
  refuseVolunteerCertificate,
} from "./rules.ts";
import { agreementRules, purposes, requireAgreement, requireVolunteer, type StoredVolunteer } from "./store.ts";

for (const table of ["volunteer", "volunteer_agreement", "volunteer_hours", "volunteer_expense", "volunteer_training"])
  onConstraint(`${table}_key`, "conflict", "record.id_taken");
onConstraint("volunteer_availability_key", "conflict", "record.id_taken");
onConstraint("volunteer_certificate_key", "conflict", "record.id_taken");
onConstraint("volunteer_agreement_number_once", "refused", "volunteer.number_taken");
onConstraint("volunteer_certificate_number_once", "refused", "volunteer.number_taken");
onConstraint("volunteer_agreement_settling_key", "conflict", "record.id_taken");
onConstraint("volunteer_agreement_ends_once", "refused", "volunteer.agreement_over");

const said = { source: "F-63" };
const about = (id: string) => ({ about: { type: "volunteer", id } }) as const;
const byActor = ({ actor }: CommandContext) => ({ organisationId: actor.organisationId, recordedBy: actor.accountId });

/** Acts under one volunteer's agreements wait for each other: hours of a day add up. */
async function lockVolunteer({ tx }: CommandContext, { id }: Pick<StoredVolunteer, "id">): Promise<void> {
  await oneAtATime(tx, "volunteer", id);
}

async function record(context: CommandContext, payload: RecordVolunteer): Promise<Done> {
  const { volunteerId, unitId, firstName, lastName, details } = payload;
  const { actor, tx } = context;
  if (!actor.unitIds.includes(unitId)) throw new Problem("not_found", "volunteer.unit_not_yours");
  const sealed = seal(context, purposes.details, volunteerId, details);
  const known = await tx
    .selectFrom("volunteer")
    .select("id")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", volunteerId)
    .executeTakeFirst();
  if (!known) {
    await tx
      .insertInto("volunteer")
      .values({ ...byActor(context), id: volunteerId, unitId, firstName, lastName, sealed })
      .execute();
    return { ids: { volunteer: volunteerId }, version: 1, ...about(volunteerId) };
  }
  await lockRow(context, "volunteer", volunteerId, "volunteer.not_found");
  const { version } = await requireVolunteer(context, staffAccess["volunteer.record"], volunteerId);
  requireBase(context, version);
  await tx
    .updateTable("volunteer")
    .set({ unitId, firstName, lastName, sealed })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", volunteerId)
    .execute();
  const raised = await bumpVersion(context, "volunteer", volunteerId);
  return { ids: { volunteer: volunteerId }, version: raised, ...about(volunteerId) };
}

/** @throws Problem not_found | refused as `refuseAgreement` says, `volunteer.number_taken` */
async function conclude(context: CommandContext, payload: ConcludeAgreement): Promise<Done> {
  const { agreementId, ...agreement } = payload;
  const verb = staffAccess["volunteer-agreement.conclude"];
  const volunteer = await requireVolunteer(context, verb, agreement.volunteerId);
  const { writtenAfterDays } = await agreementRules(context, agreement.startsOn);
  const { birthDate, guardian } = volunteer.details;
  const { today } = context;
  refuseIf([refuseAgreement(agreement, { birthDate, guardian, today, writtenAfterDays })], {
    ...said,
    days: writtenAfterDays,
  });
  await context.tx
    .insertInto("volunteerAgreement")
    .values({ ...byActor(context), id: agreementId, ...agreement })
    .execute();
  return {
    ids: { agreement: agreementId, volunteer: volunteer.id },
    ...about(volunteer.id),
    detail: { startsOn: agreement.startsOn, endsOn: agreement.endsOn },
  };
}

/** Signature, guardian's consent, the answer for accidents, as they are known now. @throws Problem not_found | refused as `refuseSettling` says */
async function settle(context: CommandContext, payload: SettleAgreement): Promise<Done> {
  const { settlingId, agreementId, ...settling } = payload;
  const verb = staffAccess["volunteer-agreement.settle"];
  const { volunteer } = await requireAgreement(context, verb, agreementId);
  await lockVolunteer(context, volunteer);
  const { agreement } = await requireAgreement(context, verb, agreementId);
  const { birthDate } = volunteer.details;
  refuseIf([refuseSettling(agreement, settling, { birthDate, today: context.today })], said);
  await context.tx
    .insertInto("volunteerAgreementSettling")
    .values({ ...byActor(context), id: settlingId, agreementId, no: agreement.settlings + 1, ...settling })
    .execute();
  return { ids: { agreement: agreementId }, ...about(volunteer.id) };
}

/** Takes back an agreement concluded by mistake. @throws Problem not_found | refused `volunteer.has_hours` */
async function withdrawAgreement(context: CommandContext, { agreementId }: WithdrawAgreement): Promise<Done> {
  const verb = staffAccess["volunteer-agreement.withdraw"];
  const { volunteer } = await requireAgreement(context, verb, agreementId);
  await lockVolunteer(context, volunteer);
  const { agreement } = await requireAgreement(context, verb, agreementId);
  refuseIf([agreement.minutes > 0 || agreement.expensesGrosze > 0 ? "volunteer.has_hours" : null], said);
  await context.tx
    .updateTable("volunteerAgreement")
    .set({ withdrawnAt: context.now, withdrawnBy: context.actor.accountId })
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", agreementId)
    .execute();
  return { ids: { agreement: agreementId }, ...about(volunteer.id) };
}

/** @throws Problem not_found, also when it was taken back before */
async function withdrawExpense(context: CommandContext, { expenseId }: WithdrawExpense): Promise<Done> {
  const { tx, actor, now } = context;
  const { rows } = await sql<{ agreementId: string }>`select agreement_id from volunteer_expense
    where organisation_id = ${actor.organisationId} and id = ${expenseId} and withdrawn_at is null for update`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "volunteer.not_found");
  const { volunteer } = await requireAgreement(context, staffAccess["volunteer-expense.withdraw"], row.agreementId);
  await tx
    .updateTable("volunteerExpense")
    .set({ withdrawnAt: now, withdrawnBy: actor.accountId })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", expenseId)
    .execute();
  return { ids: { expense: expenseId }, ...about(volunteer.id) };
}

/** @throws Problem not_found | refused as `refuseAgreementEnd` says */
async function end(context: CommandContext, { agreementId, endedOn, reason }: EndAgreement): Promise<Done> {
  const verb = staffAccess["volunteer-agreement.end"];
  const { volunteer } = await requireAgreement(context, verb, agreementId);
  await lockVolunteer(context, volunteer);
  const { agreement } = await requireAgreement(context, verb, agreementId);
  refuseIf([refuseAgreementEnd(agreement, endedOn, context.today)], said);
  const sealed = reason === "" ? null : seal(context, purposes.ending, agreementId, reason);
  await context.tx
    .insertInto("volunteerAgreementEnding")
    .values({ ...byActor(context), agreementId, endedOn, sealed })
    .execute();
  return { ids: { agreement: agreementId }, ...about(volunteer.id), detail: { endedOn } };
}

/** @throws Problem not_found | refused as `refuseHours` says */
async function log(context: CommandContext, payload: LogHours): Promise<Done> {
  const { hoursId, agreementId, day, minutes, task } = payload;
  const { today } = context;
  const verb = staffAccess["volunteer-hours.log"];
  const { volunteer } = await requireAgreement(context, verb, agreementId);
  await lockVolunteer(context, volunteer);
  const { agreement } = await requireAgreement(context, verb, agreementId);
  const loggedThatDay = (await loggedOn(context, volunteer.id, [day])).get(day) ?? 0;
  refuseIf([refuseHours(agreement, { day, minutes, loggedThatDay }, today)], said);
  await context.tx
    .insertInto("volunteerHours")
    .values({ ...byActor(context), id: hoursId, agreementId, day, minutes, task })
    .execute();
  return { ids: { hours: hoursId }, ...about(volunteer.id), detail: { day, minutes } };
}

/** Takes back hours entered in error; the row stays. @throws Problem not_found, also when they were taken back before */
async function withdraw(context: CommandContext, { hoursId }: WithdrawHours): Promise<Done> {
  const { tx, actor, now } = context;
  const { rows } = await sql<{ agreementId: string }>`select agreement_id from volunteer_hours
    where organisation_id = ${actor.organisationId} and id = ${hoursId} and withdrawn_at is null for update`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "volunteer.not_found");
  const { volunteer } = await requireAgreement(context, staffAccess["volunteer-hours.withdraw"], row.agreementId);
  await tx
    .updateTable("volunteerHours")
    .set({ withdrawnAt: now, withdrawnBy: actor.accountId })
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", hoursId)
    .execute();
  return { ids: { hours: hoursId }, ...about(volunteer.id) };
}

/** @throws Problem not_found | refused `volunteer.day_in_future`, `volunteer.day_outside_agreement` */
async function recordExpense(context: CommandContext, payload: RecordExpense): Promise<Done> {
  const { expenseId, agreementId, day, amountGrosze, what } = payload;
  const verb = staffAccess["volunteer-expense.record"];
  const { agreement, volunteer } = await requireAgreement(context, verb, agreementId);
  refuseIf([refuseHours(agreement, { day, minutes: 0, loggedThatDay: 0 }, context.today)], said);
  await context.tx
    .insertInto("volunteerExpense")
    .values({ ...byActor(context), id: expenseId, agreementId, day, amountGrosze, what })
    .execute();
  return { ids: { expense: expenseId }, ...about(volunteer.id), detail: { amountGrosze } };
}

async function recordTraining(context: CommandContext, payload: RecordVolunteerTraining): Promise<Done> {
  const { trainingId, volunteerId, heldOn, topic } = payload;
  const volunteer = await requireVolunteer(context, staffAccess["volunteer.record-training"], volunteerId);
  refuseIf([heldOn > context.today ? "volunteer.day_in_future" : null], said);
  await context.tx
    .insertInto("volunteerTraining")
    .values({ ...byActor(context), id: trainingId, volunteerId, heldOn, topic })
    .execute();
  return { ids: { training: trainingId }, ...about(volunteer.id) };
}

/** @throws Problem not_found | refused as `refuseSlots` says */
async function setAvailability(context: CommandContext, payload: SetAvailability): Promise<Done> {
  const { availabilityId, volunteerId, slots } = payload;
  const volunteer = await requireVolunteer(context, staffAccess["volunteer.set-availability"], volunteerId);
  refuseIf([refuseSlots(slots)], said);
  await context.tx
    .insertInto("volunteerAvailability")
    .values({ ...byActor(context), id: availabilityId, volunteerId, slots: JSON.stringify(slots) })
    .execute();
  return { ids: { volunteer: volunteerId }, ...about(volunteer.id), detail: { slots: slots.length } };
}

/** The certificate tells the hours logged until its day; later ones go into the next. @throws Problem not_found | refused */
async function certify(context: CommandContext, payload: CertifyVolunteer): Promise<Done> {
  const { certificateId, agreementId, number, issuedOn } = payload;
  const { tx, actor, today } = context;
  const verb = staffAccess["volunteer.certify"];
  const { volunteer } = await requireAgreement(context, verb, agreementId);
  await lockVolunteer(context, volunteer);
  const { agreement } = await requireAgreement(context, verb, agreementId);
  const { rows } = await sql<{ minutes: number }>`select coalesce(sum(minutes), 0)::int as minutes from volunteer_hours
    where organisation_id = ${actor.organisationId} and agreement_id = ${agreementId} and day <= ${issuedOn}
      and withdrawn_at is null`.execute(tx);
  const minutes = rows[0]?.minutes ?? 0;
  refuseIf([refuseVolunteerCertificate(agreement, { issuedOn, minutes }, today)], said);
  const last = agreement.endedOn ?? agreement.endsOn;
  await tx
    .insertInto("volunteerCertificate")
    .values({
      organisationId: actor.organisationId,
      id: certificateId,
      agreementId,
      number,
      issuedOn,
      untilOn: last !== null && last < issuedOn ? last : issuedOn,
      minutes,
      issuedBy: actor.accountId,
    })
    .execute();
  return { ids: { certificate: certificateId }, ...about(volunteer.id), detail: { minutes } };
}

export const staffCommands = [
  defineCommand({
    type: "volunteer.record",
    v: 1,
    summary: "Enters a volunteer, or changes what is known",
    payload: RecordVolunteer,
    verb: staffAccess["volunteer.record"],
    run: record,
  }),
  defineCommand({
    type: "volunteer-agreement.conclude",
    v: 1,
    summary: "Enters an agreement with a volunteer",
    payload: ConcludeAgreement,
    verb: staffAccess["volunteer-agreement.conclude"],
    run: conclude,
  }),
  defineCommand({
    type: "volunteer-agreement.settle",
    v: 1,
    summary: "Notes the signature, the guardian's consent and the answer for accidents",
    payload: SettleAgreement,
    verb: staffAccess["volunteer-agreement.settle"],
    run: settle,
  }),
  defineCommand({
    type: "volunteer-agreement.withdraw",
    v: 1,
    summary: "Takes back an agreement concluded by mistake",
    payload: WithdrawAgreement,
    verb: staffAccess["volunteer-agreement.withdraw"],
    run: withdrawAgreement,
  }),
  defineCommand({
    type: "volunteer-expense.withdraw",
    v: 1,
    summary: "Takes back an expense entered in error",
    payload: WithdrawExpense,
    verb: staffAccess["volunteer-expense.withdraw"],
    run: withdrawExpense,
  }),
  defineCommand({
    type: "volunteer-agreement.end",
    v: 1,
    summary: "Ends an agreement with a volunteer",
    payload: EndAgreement,
    verb: staffAccess["volunteer-agreement.end"],
    run: end,
  }),
  defineCommand({
    type: "volunteer-hours.log",
    v: 1,
    summary: "Logs hours of a volunteer",
    payload: LogHours,
    verb: staffAccess["volunteer-hours.log"],
    run: log,
  }),
  defineCommand({
    type: "volunteer-hours.withdraw",
    v: 1,
    summary: "Takes back hours entered in error",
    payload: WithdrawHours,
    verb: staffAccess["volunteer-hours.withdraw"],
    run: withdraw,
  }),
  defineCommand({
    type: "volunteer-expense.record",
    v: 1,
    summary: "Enters an expense of a volunteer",
    payload: RecordExpense,
    verb: staffAccess["volunteer-expense.record"],
    run: recordExpense,
  }),
  defineCommand({
    type: "volunteer.record-training",
    v: 1,
    summary: "Enters what a volunteer was trained in",
    payload: RecordVolunteerTraining,
    verb: staffAccess["volunteer.record-training"],
    run: recordTraining,
  }),
  defineCommand({
    type: "volunteer.set-availability",
    v: 1,
    summary: "Sets the hours of a week in which a volunteer can come",
    payload: SetAvailability,
    verb: staffAccess["volunteer.set-availability"],
    run: setAvailability,
  }),
  defineCommand({
    type: "volunteer.certify",
    v: 1,
    summary: "Gives a volunteer the certificate of the hours",
    payload: CertifyVolunteer,
    verb: staffAccess["volunteer.certify"],
    run: certify,
  }),
];
