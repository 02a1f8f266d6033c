import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { requireUnit } from "../outreach/public.ts";
import { streetWorkAccess } from "./access.ts";
import { RecordTraining, TrainingLine, WithdrawTraining } from "./contract.ts";
import { refuseTraining } from "./rules.ts";

onConstraint("street_training_key", "conflict", "record.id_taken");
onConstraint("street_training_attendee_known", "invalid", "outreach.unknown_worker", "payload.attendeeIds");
onConstraint("street_training_withdrawn_once", "refused", "street_training.already_withdrawn");

export type HeldTraining = { kind: TrainingLine["kind"]; hours: number; attendeeIds: readonly string[] };

/** Training and supervision of a team in some days, inclusive, without what was taken back. */
export async function trainingOf(
  context: WorkContext,
  unitId: string,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<HeldTraining[]> {
  const { rows } = await sql<Omit<HeldTraining, "hours"> & { hours: string }>`select t.kind, t.hours,
      array(select a.account_id from street_training_attendee a where a.organisation_id = t.organisation_id and a.training_id = t.id) as attendee_ids
    from street_training t where t.organisation_id = ${context.actor.organisationId} and t.unit_id = ${unitId} and t.held_on between ${from} and ${to}
      and not exists (select from street_training_withdrawal w where w.organisation_id = t.organisation_id and w.training_id = t.id)
    order by t.held_on, t.id limit 5000`.execute(context.tx);
  return rows.map(({ hours, ...row }) => ({ ...row, hours: Number(hours) }));
}

/** @throws Problem not_found `outreach.unit_not_found` | refused `street_training.in_future` | invalid `outreach.unknown_worker` */
async function recordTraining(context: CommandContext, given: RecordTraining): Promise<Done> {
  const { trainingId, unitId, kind, heldOn, hours, topic, attendeeIds } = given;
  requireUnit(context, streetWorkAccess["street-training.record"], unitId, "outreach.unit_not_found");
  refuseIf([refuseTraining(heldOn, context.today)]);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("streetTraining")
    .values({
      organisationId,
      id: trainingId,
      unitId,
      kind,
      heldOn,
      hours: String(hours),
      topic,
      recordedBy: accountId,
    })
    .execute();
  const attendees = [...new Set(attendeeIds)];
  await context.tx
    .insertInto("streetTrainingAttendee")
    .values(attendees.map((attendee) => ({ organisationId, trainingId, accountId: attendee })))
    .execute();
  return {
    ids: { training: trainingId },
    about: { type: "street-training", id: trainingId },
    detail: { kind, heldOn, hours, attendees: attendees.length },
  };
}

/** @throws Problem not_found `street_training.not_found` | refused `street_training.already_withdrawn` */
async function withdrawTraining(context: CommandContext, { trainingId, reason }: WithdrawTraining): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const training = await context.tx
    .selectFrom("streetTraining")
    .select("unitId")
    .where("organisationId", "=", organisationId)
    .where("id", "=", trainingId)
    .executeTakeFirst();
  if (!training) throw new Problem("not_found", "street_training.not_found");
  requireUnit(context, streetWorkAccess["street-training.withdraw"], training.unitId, "street_training.not_found");
  await context.tx
    .insertInto("streetTrainingWithdrawal")
    .values({ organisationId, trainingId, reason, withdrawnBy: accountId })
    .execute();
  return { ids: { training: trainingId }, about: { type: "street-training", id: trainingId } };
}

/** Rows of the actor's teams, newest first. */
async function listTraining(context: WorkContext): Promise<TrainingLine[]> {
  const { organisationId, unitIds } = context.actor;
  const { rows } = await sql<
    Omit<TrainingLine, "hours"> & { hours: string }
  >`select t.id, json_build_object('id', u.id, 'name', u.name) as unit,
      t.kind, t.held_on, t.hours, t.topic, m.display_name as by, w.reason as withdrawn,
      (select coalesce(json_agg(json_build_object('id', a.account_id, 'name', n.display_name) order by n.display_name), '[]')
        from street_training_attendee a join membership n on n.organisation_id = a.organisation_id and n.account_id = a.account_id
        where a.organisation_id = t.organisation_id and a.training_id = t.id) as attendees
    from street_training t join unit u on u.organisation_id = t.organisation_id and u.id = t.unit_id
      join membership m on m.organisation_id = t.organisation_id and m.account_id = t.recorded_by
      left join street_training_withdrawal w on w.organisation_id = t.organisation_id and w.training_id = t.id
    where t.organisation_id = ${organisationId} and t.unit_id = any (${[...unitIds]}::uuid[])
    order by t.held_on desc, t.id desc ${atMost}`.execute(context.tx);
  return rows.map(({ hours, ...row }) => ({ ...row, hours: Number(hours) }));
}

export const trainingCommands = [
  defineCommand({
    type: "street-training.record",
    v: 1,
    summary: "Writes down hours of training or supervision of a team",
    payload: RecordTraining,
    verb: streetWorkAccess["street-training.record"],
    run: recordTraining,
  }),
  defineCommand({
    type: "street-training.withdraw",
    v: 1,
    summary: "Takes back hours of training or supervision that were written down wrongly",
    payload: WithdrawTraining,
    verb: streetWorkAccess["street-training.withdraw"],
    run: withdrawTraining,
  }),
];

export const trainingQueries = [
  defineQuery({
    name: "street-training.list",
    method: "GET",
    path: "/street-work/training",
    summary: "Training and supervision of my teams",
    input: z.strictObject({}),
    answer: z.object({ training: z.array(TrainingLine) }),
    verb: streetWorkAccess["street-training.read"],
    audit: null,
    run: async (context) => ({ training: await listTraining(context) }),
  }),
];
