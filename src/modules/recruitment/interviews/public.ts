import { sql } from "kysely";
import type { CommandContext } from "../../../platform/command.ts";
import { instantOf } from "../../../platform/db.ts";
import { addTaskFor } from "../../casework/public.ts";
import type { CalendarSource, DaySource } from "../../counselling/public.ts";
import { minutesOf, timeOf } from "../../counselling/rules.ts";
import { namesForTalk } from "./names.ts";
import { appointmentSource, appointmentsWhere } from "./store.ts";

/** Initial interviews that the actor holds on a day, by name; of whom they may not know where they are (C7) without one. */
export const interviewsHeldOn: DaySource = async (context, day) => {
  const found = await appointmentsWhere(
    context,
    sql<boolean>`h.consultant_id = ${context.actor.accountId} and h.day = ${day} and h.ended_as is null`,
  );
  const names = await namesForTalk(
    context,
    found.map(({ candidateId }) => candidateId),
  );
  return found.map(({ candidateId, startsAt, minutes, place }) => {
    const title = names.get(candidateId) ?? "";
    return { startsAt, minutes, place, title, kind: "INTERVIEW" as const };
  });
};

type Kept = { id: string; day: string; startsAt: string; minutes: number; place: string; at: string; ended: boolean };

/** The same for a calendar elsewhere: hours and place, nobody's name; cancelled ones too. */
export const interviewsInCalendar: CalendarSource = async (context, { from, to }) => {
  const { rows } = await sql<Kept>`select a.id, h.day, to_char(h.starts_at, 'HH24:MI') as starts_at, a.minutes, h.place,
      coalesce(h.ended_at, h.reserved_at) as at, h.ended_as is not null as ended
    from interview_appointment a join reserved_hours h on h.organisation_id = a.organisation_id and h.id = a.id
    where a.organisation_id = ${context.actor.organisationId} and h.consultant_id = ${context.actor.accountId} and h.day between ${from} and ${to}
    order by h.day, h.starts_at, a.id limit 2000`.execute(context.tx);
  return rows.map(({ id, day, startsAt, minutes, place, at, ended }) => ({
    uid: `${id}@powrot`,
    revision: ended ? 1 : 0,
    changedAt: instantOf(at),
    day,
    startsAt,
    endsAt: timeOf(Math.min(minutesOf(startsAt) + minutes, 1439)),
    title: "Rozmowa wstępna",
    place,
    cancelled: ended,
  }));
};

/** The consultant will not be there: whoever runs the recruitment is asked to find another hour. The task names nobody. */
export async function findOtherHours(context: CommandContext, reservationIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; unitId: string; day: string }>`select a.id, p.unit_id, h.day
    from interview_appointment a
    join reserved_hours h on h.organisation_id = a.organisation_id and h.id = a.id
    join candidate c on c.organisation_id = a.organisation_id and c.id = a.candidate_id
    join recruitment r on r.organisation_id = c.organisation_id and r.id = c.recruitment_id
    join project p on p.organisation_id = r.organisation_id and p.id = r.project_id
    where a.organisation_id = ${context.actor.organisationId} and a.id = any (${[...reservationIds]}::uuid[])
    order by a.id limit 500`.execute(context.tx);
  for (const { id, unitId, day } of rows)
    await addTaskFor(context, {
      personId: null,
      unitId,
      kind: "candidate-interview.find-another",
      detail: { day },
      dueOn: context.today,
      source: appointmentSource(id),
    });
}
