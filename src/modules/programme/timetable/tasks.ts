import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { compareDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { addTaskFor, endTasksFrom } from "../../casework/public.ts";
import { coursesOf } from "../gates.ts";
import { leadersOf, roomsOf } from "./load.ts";
import { endsAt, fits, isWithin, type Leader, type Room } from "./problem.ts";

/** Whose hours classes depend on: somebody who leads, or a room. */
type Held = { type: "class_leader" | "class_room"; id: string };

type Ahead = { id: string; unitId: string; day: PlainDate; startsAt: number; minutes: number };

async function classesAhead({ tx, actor, today }: CommandContext, { type, id }: Held): Promise<Ahead[]> {
  const isHeld =
    type === "class_room" ? sql`s.room_id = ${id}::uuid` : sql`(s.leader_id = ${id}::uuid or s.guest_id = ${id}::uuid)`;
  const { rows } =
    await sql<Ahead>`select s.id, g.unit_id, s.day, (extract(epoch from s.starts_at) / 60)::int as starts_at, s.minutes
    from held_session s join class_group g on g.organisation_id = s.organisation_id and g.id = s.group_id
    where s.organisation_id = ${actor.organisationId} and s.day >= ${today} and ${isHeld}`.execute(tx);
  return rows.sort((a, b) => compareDays(a.day, b.day));
}

const isThere = ({ day, startsAt, minutes }: Ahead, { open, away }: { open: Room["open"]; away: Leader["away"] }) =>
  !isWithin(day, away) && fits(open, day, startsAt, endsAt({ startsAt, minutes }));

/**
 * After every change of a leader's or a room's hours: while classes stand where they cannot be held, each unit that holds some has one task to plan them again,
 * due on the first of these days; else none. It is counted anew each time and says neither who nor why. Source: docs/domain/rules.md R-PRG-04
 */
export async function settleClassTask(context: CommandContext, source: Held): Promise<void> {
  const [room] = source.type === "class_room" ? await roomsOf(context, [source.id]) : [];
  const [leader] = source.type === "class_leader" ? await leadersOf(context, [source.id]) : [];
  // A colleague of whose hours nobody has said anything is there.
  const hours = room
    ? { open: room.open, away: room.closed }
    : leader
      ? { open: leader.free, away: leader.away }
      : null;
  const lost = hours ? (await classesAhead(context, source)).filter((session) => !isThere(session, hours)) : [];
  const courses = await coursesOf(
    context,
    lost.map(({ id }) => id),
  );
  const byUnit = Map.groupBy(
    lost.filter(({ id }) => !courses.has(id)),
    ({ unitId }) => unitId,
  );
  await endTasksFrom(context, source, "DONE");
  for (const [unitId, [first, ...others]] of byUnit)
    await addTaskFor(context, {
      personId: null,
      unitId,
      kind: "classes.cannot-be-held",
      detail: { classes: others.length + 1 },
      dueOn: first?.day ?? null,
      source,
    });
}

/** After every change of the calendar: what is asked for still, and no longer. `back`: classes that stand again, and may be asked for anew. */
export async function settleClassTasks(
  context: CommandContext,
  back: readonly { roomId: string | null; leaderId: string | null }[] = [],
): Promise<void> {
  const { rows } = await sql<Held>`select distinct t.source_type as type, t.source_id as id from task t
    where t.organisation_id = ${context.actor.organisationId} and t.source_type in ('class_leader', 'class_room')
      and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)`.execute(
    context.tx,
  );
  const sources = [
    ...rows,
    ...back.flatMap(({ roomId, leaderId }): Held[] => [
      ...(roomId === null ? [] : [{ type: "class_room", id: roomId } as const]),
      ...(leaderId === null ? [] : [{ type: "class_leader", id: leaderId } as const]),
    ]),
  ];
  for (const [, source] of new Map(sources.map((it) => [`${it.type} ${it.id}`, it])))
    await settleClassTask(context, source);
}
