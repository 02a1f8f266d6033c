import { type RawBuilder, sql } from "kysely";
import { atMost } from "../../../platform/atMost.ts";
import type { CommandContext, WorkContext } from "../../../platform/command.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { endTasksFrom } from "../../casework/public.ts";
import { freeSlots, releaseHours } from "../../counselling/public.ts";
import { hasBegun, minutesOf, timeOf } from "../../counselling/rules.ts";
import { keepText } from "../candidates/store.ts";
import type { AppointmentState } from "./codes.ts";
import type { Appointment, Place } from "./contract.ts";
import { appointmentState, type Beginning, beginnings, possibleActs } from "./rules.ts";

export const appointmentSource = (id: string) => ({ type: "interview_appointment", id }) as const;

export type StoredAppointment = {
  id: string;
  candidateId: string;
  day: PlainDate;
  startsAt: string;
  minutes: number;
  dutyId: string;
  consultantId: string;
  consultant: string;
  place: string;
  state: AppointmentState;
  begun: boolean;
};
type Row = Omit<StoredAppointment, "state" | "begun"> & {
  endedAs: "CANCELLED" | "MOVED" | "CONSULTANT_AWAY" | null;
  mark: "CAME" | "NO_SHOW" | null;
  heldOn: PlainDate | null;
};

/** Appointments by a condition on `a` (the appointment) and `h` (its hours), newest booking first. */
export async function appointmentsWhere(
  context: WorkContext,
  condition: RawBuilder<boolean>,
): Promise<StoredAppointment[]> {
  const { rows } =
    await sql<Row>`select a.id, a.candidate_id, h.day, to_char(h.starts_at, 'HH24:MI') as starts_at, a.minutes,
      h.duty_id, h.consultant_id, m.display_name as consultant, h.place, h.ended_as,
      (select k.outcome from interview_mark k where k.organisation_id = a.organisation_id and k.appointment_id = a.id
        order by k.marked_at desc, k.id desc limit 1) as mark,
      (select max(v.held_on) from candidate_interview v where v.organisation_id = a.organisation_id and v.candidate_id = a.candidate_id) as held_on
    from interview_appointment a
    join reserved_hours h on h.organisation_id = a.organisation_id and h.id = a.id
    join membership m on m.organisation_id = h.organisation_id and m.account_id = h.consultant_id
    where a.organisation_id = ${context.actor.organisationId} and ${condition}
    order by h.reserved_at desc, a.id desc ${atMost}`.execute(context.tx);
  return rows.map(({ endedAs, mark, heldOn, ...row }) => ({
    ...row,
    state: appointmentState({ endedAs, mark, day: row.day, heldOn }),
    begun: hasBegun(row, context.now),
  }));
}

export const appointmentsOf = (context: WorkContext, candidateIds: readonly string[]): Promise<StoredAppointment[]> =>
  appointmentsWhere(context, sql<boolean>`a.candidate_id = any (${[...candidateIds]}::uuid[])`);

const endOf = (startsAt: string, minutes: number): string => timeOf(minutesOf(startsAt) + minutes);

export function appointmentLine(
  { id, day, startsAt, minutes, consultant, consultantId, place, state, begun }: StoredAppointment,
  { reason, closed }: { reason: string; closed: boolean },
): Appointment {
  const acts = possibleActs({ state, begun }).filter((act) => !closed || act !== "MOVE");
  const when = { day, startsAt, endsAt: endOf(startsAt, minutes), minutes };
  return { appointmentId: id, ...when, consultant, consultantId, place, state, reason, acts };
}

/** Where interviews of `minutes` may begin in these days, soonest first, with what there is to say of each. */
export async function freeBeginnings(
  context: WorkContext,
  days: { from: PlainDate; to: PlainDate },
  minutes: number,
  consultantIds: readonly string[],
): Promise<{ free: Beginning[]; placeOf: (one: Beginning) => Place }> {
  const found = (await freeSlots(context, days)).filter(
    ({ consultantId }) => consultantIds.length === 0 || consultantIds.includes(consultantId),
  );
  const duties = new Map(found.map((one) => [one.consultantDutyId, one]));
  const free = beginnings(
    found.map(({ consultantDutyId: dutyId, consultantId, day, slotMinutes, starts }) => ({
      dutyId,
      consultantId,
      day,
      slotMinutes,
      starts: starts.map(minutesOf),
    })),
    minutes,
  );
  return {
    free,
    placeOf({ dutyId, consultantId, day, from }) {
      const duty = duties.get(dutyId);
      if (!duty) throw new Error("a beginning of no duty");
      const { consultant, place } = duty;
      const [startsAt, endsAt] = [timeOf(from), timeOf(from + minutes)];
      return { consultantDutyId: dutyId, day, startsAt, endsAt, consultantId, consultant, place };
    },
  };
}

/** Ends an appointment with a reason; its hours are free again, and nobody need look for others. */
export async function endAppointment(
  context: CommandContext,
  { id, candidateId }: StoredAppointment,
  reason: string,
): Promise<void> {
  await releaseHours(context, id, "CANCELLED");
  await keepText(context, candidateId, id, reason);
}

/** A candidate who is out keeps no hours, and nobody looks for others. */
export async function endInterviewsOf(context: CommandContext, candidateId: string): Promise<void> {
  for (const one of await appointmentsOf(context, [candidateId])) {
    await endTasksFrom(context, appointmentSource(one.id), "NO_LONGER_RELEVANT");
    if (one.state === "BOOKED" && !one.begun) await endAppointment(context, one, "");
  }
}

export const appointmentsWithIds = (context: WorkContext, ids: readonly string[]): Promise<StoredAppointment[]> =>
  appointmentsWhere(context, sql<boolean>`a.id = any (${[...ids]}::uuid[])`);

/** @throws Problem not_found `candidate-interview.not_found` */
export async function getAppointment(context: WorkContext, id: string): Promise<StoredAppointment> {
  const [found] = await appointmentsWithIds(context, [id]);
  if (!found) throw new Problem("not_found", "candidate-interview.not_found");
  return found;
}
