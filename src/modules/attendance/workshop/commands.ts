import { sql } from "kysely";
import { type CommandContext, type Done, defineCommand, requireBase } from "../../../platform/command.ts";
import { sealText } from "../../../platform/keys/sealedText.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { addDays, endOfMonth, type PlainDate } from "../../../platform/time/plainDate.ts";
import { addTaskFor } from "../../casework/public.ts";
import { whereaboutsProtected } from "../../person/public.ts";
import { isWorkshop, requireMetGroup } from "../../programme/public.ts";
import { workshopAccess } from "./access.ts";
import type { MachineBar } from "./codes.ts";
import { GiveOtherTask, MarkHabits, MarkSkills, RecordWorkshop, WriteOpinion } from "./contract.ts";
import { barsOf } from "./queries.ts";
import { refuseMonth, refuseWeek } from "./rules.ts";
import { cardOf, opinionPurpose } from "./store.ts";

onConstraint("workshop_skill_mark_key", "conflict", "record.id_taken");
onConstraint("workshop_habit_mark_key", "conflict", "record.id_taken");
onConstraint("workshop_opinion_key", "conflict", "record.id_taken");

const about = (groupId: string) => ({ about: { type: "group", id: groupId, section: "ATTENDANCE" } }) as const;

/** @throws Problem not_found `group.not_found` | refused `workshop.not_a_workshop` */
async function requireWorkshop(
  context: CommandContext,
  verb: (typeof workshopAccess)[keyof typeof workshopAccess],
  groupId: string,
) {
  const group = await requireMetGroup(context, verb, groupId);
  if (!(await isWorkshop(context, { groupId, day: context.today })))
    throw new Problem("refused", "workshop.not_a_workshop");
  return group;
}

/** Everybody marked was in the group on a day of the period. @throws Problem refused `workshop.not_a_member` */
async function requireMembers(
  context: CommandContext,
  { groupId, personIds, from, to }: { groupId: string; personIds: readonly string[]; from: PlainDate; to: PlainDate },
): Promise<void> {
  const wanted = [...new Set(personIds)];
  const { rows } = await sql<{ personId: string }>`select distinct person_id from group_membership
    where organisation_id = ${context.actor.organisationId} and group_id = ${groupId} and person_id = any (${wanted}::uuid[])
      and valid_from <= ${to} and coalesce(valid_until, ${from}) >= ${from}`.execute(context.tx);
  if (rows.length < wanted.length) throw new Problem("refused", "workshop.not_a_member");
}

/** The card of a workshop, new or changed against its version. @throws Problem not_found | conflict | refused */
async function record(context: CommandContext, payload: RecordWorkshop): Promise<Done> {
  const { groupId, tasks, ...card } = payload;
  const { organisationId, accountId } = context.actor;
  await requireWorkshop(context, workshopAccess["workshop.record"], groupId);
  await oneAtATime(context.tx, "workshop card", groupId);
  const { version: was } = await cardOf(context, groupId);
  const row = { ...card, tasks: JSON.stringify(tasks) };
  if (was === 0) {
    await context.tx
      .insertInto("workshopCard")
      .values({ organisationId, groupId, ...row, recordedBy: accountId })
      .execute();
    return { ids: { group: groupId }, version: 1, ...about(groupId) };
  }
  requireBase(context, was);
  await context.tx
    .updateTable("workshopCard")
    .set({ ...row, version: was + 1 })
    .where("organisationId", "=", organisationId)
    .where("groupId", "=", groupId)
    .execute();
  return { ids: { group: groupId }, version: was + 1, ...about(groupId) };
}

/** @throws Problem not_found | refused (not a Monday, in the future, a task that is not practised, somebody of another group) */
async function markSkills(context: CommandContext, { groupId, week, marks }: MarkSkills): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await requireWorkshop(context, workshopAccess["workshop.mark-skills"], groupId);
  const { tasks } = await cardOf(context, groupId);
  const practised = new Set(tasks.map(({ taskId }) => taskId));
  refuseIf([
    refuseWeek(week, context.today),
    marks.every(({ taskId }) => practised.has(taskId)) ? null : "workshop.task_unknown",
  ]);
  await requireMembers(context, {
    groupId,
    personIds: marks.map(({ personId }) => personId),
    from: week,
    to: addDays(week, 6),
  });
  await context.tx
    .insertInto("workshopSkillMark")
    .values(
      marks.map(({ markId: id, ...mark }) => ({ organisationId, id, groupId, week, ...mark, recordedBy: accountId })),
    )
    .execute();
  return { ids: { group: groupId }, ...about(groupId), detail: { week, marks: marks.length } };
}

/** @throws Problem not_found | refused (not the first of a month, in the future, somebody of another group) */
async function markHabits(context: CommandContext, { groupId, month, marks }: MarkHabits): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await requireWorkshop(context, workshopAccess["workshop.mark-habits"], groupId);
  refuseIf([refuseMonth(month, context.today)]);
  const personIds = marks.map(({ personId }) => personId);
  await requireMembers(context, { groupId, personIds, from: month, to: endOfMonth(month) });
  await context.tx
    .insertInto("workshopHabitMark")
    .values(
      marks.map(({ markId: id, ...mark }) => ({ organisationId, id, groupId, month, ...mark, recordedBy: accountId })),
    )
    .execute();
  return { ids: { group: groupId }, ...about(groupId), detail: { month, marks: marks.length } };
}

/** The words are sealed; a later opinion of the same kind and month stands. @throws Problem not_found | refused */
async function writeOpinion(context: CommandContext, payload: WriteOpinion): Promise<Done> {
  const { opinionId: id, groupId, personId, kind, month, words } = payload;
  const { organisationId, accountId } = context.actor;
  await requireWorkshop(context, workshopAccess["workshop.write-opinion"], groupId);
  refuseIf([refuseMonth(month, context.today)]);
  await requireMembers(context, { groupId, personIds: [personId], from: month, to: endOfMonth(month) });
  const sealed = sealText(context, opinionPurpose, id, words);
  await context.tx
    .insertInto("workshopOpinion")
    .values({
      organisationId,
      id,
      groupId,
      personId,
      kind,
      month,
      sealed,
      givenOn: context.today,
      recordedBy: accountId,
    })
    .execute();
  return {
    ids: { opinion: id },
    about: { type: "group", id: groupId, personId, section: "ATTENDANCE" },
    detail: { kind },
  };
}

/** A task that tells where somebody is names nobody whose whereabouts are protected: who leads the unit asks the instructor (C7). */
async function mayBeNamed(context: CommandContext, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select p.id from unnest(${[...personIds]}::uuid[]) p (id)
    where not ${whereaboutsProtected(context, sql`p.id`)}`.execute(context.tx);
  return new Set(rows.map(({ id }) => id));
}

/** What whoever leads the unit sees to. */
const neededFor: Readonly<Record<MachineBar, string>> = {
  FITNESS: "workshop.examination_needed",
  MACHINE_LIMIT: "workshop.other_work_needed",
  SAFETY_TRAINING: "workshop.training_needed",
};

/**
 * People who may not go to the machine are given another task for the day, and who leads the unit is told of each; the task names
 * nobody's health. Who may work by now, or was told of already, is left out.
 * @throws Problem not_found | refused `workshop.may_work`, `workshop.other_task_given` (nobody is left), `workshop.not_a_member`
 * Source: docs/domain/journeys.md J7 (3)
 */
async function giveOtherTask(context: CommandContext, { groupId, personIds }: GiveOtherTask): Promise<Done> {
  const { today } = context;
  const { organisationId, accountId } = context.actor;
  const { unitId } = await requireWorkshop(context, workshopAccess["workshop.give-other-task"], groupId);
  await requireMembers(context, { groupId, personIds, from: today, to: today });
  const barsById = await barsOf(context, groupId, personIds);
  const barred = personIds.filter((id) => (barsById.get(id)?.bars ?? []).length > 0);
  if (barred.length === 0) throw new Problem("refused", "workshop.may_work");
  const given = await context.tx
    .insertInto("workshopOtherTask")
    .values(barred.map((personId) => ({ organisationId, groupId, personId, day: today, recordedBy: accountId })))
    .onConflict((on) => on.constraint("workshop_other_task_once_a_day").doNothing())
    .returning("personId")
    .execute();
  if (given.length === 0) throw new Problem("refused", "workshop.other_task_given");
  const named = await mayBeNamed(context, barred);
  for (const { personId } of given)
    for (const bar of barsById.get(personId)?.bars ?? [])
      await addTaskFor(context, {
        personId: named.has(personId) ? personId : null,
        unitId,
        kind: neededFor[bar],
        dueOn: today,
        source: { type: "workshop-machine", id: groupId },
      });
  return { ids: { group: groupId }, ...about(groupId), detail: { people: given.length } };
}

export const workshopCommands = [
  defineCommand({
    type: "workshop.record",
    v: 1,
    summary: "Records the card of a workshop: profile, stations, places, what is practised",
    payload: RecordWorkshop,
    verb: workshopAccess["workshop.record"],
    run: record,
  }),
  defineCommand({
    type: "workshop.mark-skills",
    v: 1,
    summary: "Marks how far people of a workshop got in a week",
    payload: MarkSkills,
    verb: workshopAccess["workshop.mark-skills"],
    run: markSkills,
  }),
  defineCommand({
    type: "workshop.mark-habits",
    v: 1,
    summary: "Grades habits of work of a month",
    payload: MarkHabits,
    verb: workshopAccess["workshop.mark-habits"],
    run: markHabits,
  }),
  defineCommand({
    type: "workshop.write-opinion",
    v: 1,
    summary: "Writes an instructor's opinion for a bonus or an extension",
    payload: WriteOpinion,
    verb: workshopAccess["workshop.write-opinion"],
    run: writeOpinion,
  }),
  defineCommand({
    type: "workshop.give-other-task",
    v: 1,
    summary: "Keeps people from the machine today and tells who leads the unit",
    payload: GiveOtherTask,
    verb: workshopAccess["workshop.give-other-task"],
    run: giveOtherTask,
  }),
];
