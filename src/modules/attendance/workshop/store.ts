import { sql } from "kysely";
import { z } from "zod";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealText } from "../../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { IssuedItem } from "../codes.ts";
import type { Habit, OpinionKind } from "./codes.ts";
import { RecordWorkshop } from "./contract.ts";
import { progressOf } from "./rules.ts";

export const opinionPurpose = "workshop.opinion";

const Tasks = RecordWorkshop.shape.tasks;
export type StoredCard = z.infer<typeof StoredCard>;
const StoredCard = RecordWorkshop.omit({ groupId: true }).extend({ version: z.int() });

/** The card as it stands; an empty one of version 0 where nobody has written it. */
export async function cardOf(context: WorkContext, groupId: string): Promise<StoredCard> {
  const row = await context.tx
    .selectFrom("workshopCard")
    .select(["profile", "stations", "capacity", "tasks", "version"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("groupId", "=", groupId)
    .executeTakeFirst();
  const empty = { profile: "", stations: "", capacity: null, tasks: [], version: 0 };
  return row ? { ...row, tasks: Tasks.parse(row.tasks) } : empty;
}

type SkillRow = { personId: string; week: PlainDate; taskId: string; level: number };

/** The level that counts of each person, task and week from `from` on, under any of their records; whoever asks has checked the reach. */
export async function skillsOf(
  context: WorkContext,
  personIds: readonly string[],
  from: PlainDate,
): Promise<SkillRow[]> {
  const { rows } =
    await sql<SkillRow>`select distinct on (p.id, s.week, s.task_id) p.id as person_id, s.week, s.task_id, s.level
    from unnest(${[...personIds]}::uuid[]) p(id) join workshop_skill_mark s on s.organisation_id = ${context.actor.organisationId}
      and s.person_id = any (same_person(p.id)) and s.week >= ${from}
    order by p.id, s.week, s.task_id, s.seq desc limit 100000`.execute(context.tx);
  return rows;
}

type HabitRow = { personId: string; habit: Habit; grade: number };

/** The grade that counts of each person and habit in a month. */
export async function habitsOf(
  context: WorkContext,
  personIds: readonly string[],
  month: PlainDate,
): Promise<HabitRow[]> {
  const { rows } = await sql<HabitRow>`select distinct on (p.id, h.habit) p.id as person_id, h.habit, h.grade
    from unnest(${[...personIds]}::uuid[]) p(id) join workshop_habit_mark h on h.organisation_id = ${context.actor.organisationId}
      and h.person_id = any (same_person(p.id)) and h.month = ${month}
    order by p.id, h.habit, h.seq desc limit 10000`.execute(context.tx);
  return rows;
}

export type StoredOpinion = {
  personId: string;
  kind: OpinionKind;
  month: PlainDate;
  words: string;
  by: string;
  on: PlainDate;
};

/** The opinion that stands of each person and kind about a month, opened. */
export async function opinionsAbout(
  context: WorkContext,
  personIds: readonly string[],
  month: PlainDate,
): Promise<StoredOpinion[]> {
  const { rows } = await sql<Omit<StoredOpinion, "words"> & { id: string; sealed: Buffer }>`
    select distinct on (p.id, o.kind) p.id as person_id, o.id, o.kind, o.month, o.sealed, m.display_name as by, o.given_on as on
    from unnest(${[...personIds]}::uuid[]) p(id) join workshop_opinion o on o.organisation_id = ${context.actor.organisationId}
        and o.person_id = any (same_person(p.id)) and o.month = ${month}
      join membership m on m.organisation_id = o.organisation_id and m.account_id = o.recorded_by
    order by p.id, o.kind, o.seq desc limit 10000`.execute(context.tx);
  return rows.map(({ id, sealed, ...row }) => ({ ...row, words: unsealText(context, opinionPurpose, id, sealed) }));
}

type IssuedRow = { personId: string; kind: IssuedItem; givenOn: PlainDate; quantity: number };

/** Of each item that was handed out at classes of a group up to a day, how many came the last time, under any record of the person. */
export async function issuedTo(
  context: WorkContext,
  groupId: string,
  personIds: readonly string[],
  day: PlainDate,
): Promise<IssuedRow[]> {
  if (personIds.length === 0) return [];
  const { rows } =
    await sql<IssuedRow>`select distinct on (p.id, i.item) p.id as person_id, i.item as kind, s.day as given_on, sum(i.quantity)::int as quantity
    from unnest(${[...personIds]}::uuid[]) p(id) join register_issue i on i.organisation_id = ${context.actor.organisationId} and i.person_id = any (same_person(p.id))
      join class_session s on s.organisation_id = i.organisation_id and s.id = i.session_id and s.group_id = ${groupId} and s.day <= ${day}
    group by p.id, i.item, s.day order by p.id, i.item, s.day desc limit 10000`.execute(context.tx);
  return rows;
}

/** Rows by the person they are of. */
export function byPerson<R extends { personId: string }>(rows: readonly R[]): (personId: string) => R[] {
  const groups = Map.groupBy(rows, ({ personId }) => personId);
  return (personId) => groups.get(personId) ?? [];
}

/** What was reached in the last week with a mark; null where there is none. */
export function lastProgress(marks: readonly SkillRow[]): { sum: number; of: number } | null {
  const last = progressOf(marks).at(-1);
  return last ? { sum: last.sum, of: last.of } : null;
}
