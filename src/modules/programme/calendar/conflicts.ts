import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { ConflictKind } from "../codes.ts";
import { takenByMeetings } from "../meetings.ts";

/** A session where it shall stand. `startsAt`: `HH:MM`; `leaderId`: of an account, or of who leads without one. */
type Wanted = {
  id: string;
  groupId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  roomId: string | null;
  leaderId: string | null;
};

/**
 * What already is at that time: the group, the room or the leader in another session of the organisation, whichever unit holds it, or in a meeting. The caller
 * holds the calendar.
 * @throws Problem refused `session.conflicts` when there is anything but what the sender takes knowingly
 */
export async function refuseConflicts(
  context: CommandContext,
  { id, groupId, day, startsAt, minutes, roomId, leaderId }: Wanted,
  despite: readonly ConflictKind[],
): Promise<void> {
  const { organisationId } = context.actor;
  const { rows } = await sql<{ kind: ConflictKind }>`select distinct k.kind from held_session s
      cross join lateral (values ('GROUP_TWICE', s.group_id = ${groupId}), ('ROOM_TWICE', s.room_id = ${roomId}::uuid),
        ('LEADER_TWICE', coalesce(s.leader_id, s.guest_id) = ${leaderId}::uuid)) k (kind, at_once)
    where s.organisation_id = ${organisationId} and s.day = ${day} and s.id <> ${id} and k.at_once
      and s.starts_at < ${startsAt}::time + ${minutes} * interval '1 minute' and s.starts_at + s.minutes * interval '1 minute' > ${startsAt}::time
    order by k.kind`.execute(context.tx);
  const meetings = await takenByMeetings(context, { id, day, startsAt, minutes, roomId, leaderId });
  const kinds = new Set(rows.map(({ kind }) => kind));
  if (meetings.room) kinds.add("ROOM_TWICE");
  if (meetings.leader) kinds.add("LEADER_TWICE");
  const found = [...kinds].filter((kind) => !despite.includes(kind));
  if (found.length > 0) throw new Problem("refused", "session.conflicts", { kinds: found });
}
