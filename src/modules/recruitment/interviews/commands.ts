import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { endTasksFrom } from "../../casework/public.ts";
import { releaseHours, reserveHours } from "../../counselling/public.ts";
import { recruitmentAccess } from "../access.ts";
import { isOpen } from "../candidates/rules.ts";
import { candidatesOf, requireCandidate, requireOwn } from "../candidates/store.ts";
import { lockAnyRecruitment, lockRecruitment } from "../store.ts";
import type { AppointmentAct } from "./codes.ts";
import { BookInterviews, CancelInterviews, MoveInterview, NoteInterviewOutcome } from "./contract.ts";
import { refuseAppointmentAct, stands } from "./rules.ts";
import {
  appointmentSource,
  appointmentsOf,
  appointmentsWithIds,
  endAppointment,
  getAppointment,
  type StoredAppointment,
} from "./store.ts";

onConstraint("interview_appointment_key", "conflict", "record.id_taken");
onConstraint("interview_mark_key", "conflict", "record.id_taken");

const about = (id: string) => ({ about: { type: "candidate", id } }) as const;

/** Hours are given out one plan after another, so that two plans never take turns in waiting for each other's slots. */
const lockHours = (context: CommandContext): Promise<void> =>
  oneAtATime(context.tx, "interviews", context.actor.organisationId);

type Booking = {
  id: string;
  candidateId: string;
  minutes: number;
  planId: string;
  movedFrom: string | null;
  consultantDutyId: string;
  day: BookInterviews["appointments"][number]["day"];
  startsAt: string;
};

async function write(context: CommandContext, { consultantDutyId, day, startsAt, ...row }: Booking): Promise<void> {
  const { organisationId } = context.actor;
  const { id, minutes } = row;
  await reserveHours(context, { id, consultantDutyId, day, startsAt, minutes, purpose: "INTERVIEW" });
  await context.tx
    .insertInto("interviewAppointment")
    .values({ organisationId, ...row })
    .execute();
}

/**
 * Books the hours of a plan as they were accepted, all or none. @throws Problem not_found, also for a candidate of another recruitment |
 * refused `recruitment.closed`, `candidate.withdrawn_already`, `candidate-interview.booked_already`, `candidate-interview.named_twice` with the number, `hours.*`, `booking.*`
 */
async function book(context: CommandContext, payload: BookInterviews): Promise<Done> {
  const { planId, recruitmentId, minutes, appointments } = payload;
  const recruitment = await lockRecruitment(context, recruitmentAccess["candidate-interview.book"], recruitmentId);
  await lockHours(context);
  const ids = appointments.map(({ candidateId }) => candidateId);
  const byId = requireOwn((await candidatesOf(context, recruitment)).candidates, ids);
  const before = await appointmentsOf(context, ids);
  const booked = new Set(before.filter(({ state }) => stands(state)).map(({ candidateId }) => candidateId));
  for (const [at, candidateId] of ids.entries()) {
    const candidate = byId.get(candidateId);
    refuseIf(
      [
        candidate?.card && isOpen(candidate.state) ? null : "candidate.withdrawn_already",
        ids.indexOf(candidateId) === at ? null : "candidate-interview.named_twice",
        booked.has(candidateId) ? "candidate-interview.booked_already" : null,
      ],
      { no: candidate?.no },
    );
  }
  for (const { appointmentId, ...hours } of appointments)
    await write(context, { id: appointmentId, minutes, planId, movedFrom: null, ...hours });
  for (const { id } of before) await endTasksFrom(context, appointmentSource(id), "DONE");
  return {
    ids: { plan: planId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { appointments: appointments.length, minutes },
  };
}

/** An appointment of a candidate whom the actor may see, with its recruitment locked. @throws Problem not_found | refused `candidate-interview.*` */
async function lockAppointment(
  context: CommandContext,
  verb: Parameters<typeof requireCandidate>[1],
  act: AppointmentAct,
  appointmentId: string,
): Promise<StoredAppointment> {
  const { candidateId } = await getAppointment(context, appointmentId);
  const { recruitment } = await requireCandidate(context, verb, candidateId).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem("not_found", "candidate-interview.not_found") : error;
  });
  await (act === "MOVE" ? lockRecruitment : lockAnyRecruitment)(context, verb, recruitment.recruitmentId);
  await lockHours(context);
  const found = await getAppointment(context, appointmentId);
  refuseIf([refuseAppointmentAct(act, found)]);
  return found;
}

/** To other hours, of the same consultant or another. @throws Problem not_found | refused `candidate-interview.*`, `hours.*`, `booking.*` */
async function move(context: CommandContext, payload: MoveInterview): Promise<Done> {
  const { movedId, appointmentId, ...hours } = payload;
  const verb = recruitmentAccess["candidate-interview.move"];
  const { candidateId, minutes } = await lockAppointment(context, verb, "MOVE", appointmentId);
  const moved = { id: movedId, candidateId, minutes, planId: movedId, movedFrom: appointmentId, ...hours };
  await releaseHours(context, appointmentId, "MOVED", () => write(context, moved));
  return { ids: { appointment: movedId }, ...about(candidateId) };
}

/** @throws Problem not_found, also when one of them is another recruitment's | refused `candidate-interview.*` */
async function cancel(context: CommandContext, payload: CancelInterviews): Promise<Done> {
  const { recruitmentId, appointmentIds, reason } = payload;
  const verb = recruitmentAccess["candidate-interview.cancel"];
  const recruitment = await lockAnyRecruitment(context, verb, recruitmentId);
  await lockHours(context);
  const { candidates } = await candidatesOf(context, recruitment);
  const own = new Set(candidates.filter(({ hidden }) => !hidden).map(({ id }) => id));
  const ids = [...new Set(appointmentIds)];
  const found = (await appointmentsWithIds(context, ids)).filter(({ candidateId }) => own.has(candidateId));
  if (found.length < ids.length) throw new Problem("not_found", "candidate-interview.not_found");
  for (const one of found) {
    refuseIf([refuseAppointmentAct("CANCEL", one)]);
    await endAppointment(context, one, reason);
  }
  return {
    ids: { recruitment: recruitmentId },
    about: { type: "recruitment", id: recruitmentId },
    detail: { appointments: ids.length },
  };
}

/** Came, or did not; said again, the last word counts. @throws Problem not_found | refused `candidate-interview.over`, `candidate-interview.not_yet` */
async function noteOutcome(context: CommandContext, payload: NoteInterviewOutcome): Promise<Done> {
  const { markId: id, appointmentId, outcome } = payload;
  const verb = recruitmentAccess["candidate-interview.note-outcome"];
  const { candidateId } = await lockAppointment(context, verb, "NOTE_OUTCOME", appointmentId);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("interviewMark")
    .values({ organisationId, id, appointmentId, outcome, markedBy: accountId, markedAt: context.now })
    .execute();
  return { ids: { mark: id }, ...about(candidateId), detail: { outcome } };
}

export const interviewCommands = [
  defineCommand({
    type: "candidate-interview.book",
    v: 1,
    summary: "Books initial interviews of candidates in the hours of consultants, all or none",
    payload: BookInterviews,
    verb: recruitmentAccess["candidate-interview.book"],
    run: book,
  }),
  defineCommand({
    type: "candidate-interview.move",
    v: 1,
    summary: "Moves an initial interview to other hours",
    payload: MoveInterview,
    verb: recruitmentAccess["candidate-interview.move"],
    run: move,
  }),
  defineCommand({
    type: "candidate-interview.cancel",
    v: 1,
    summary: "Cancels initial interviews with a reason; their hours are free again",
    payload: CancelInterviews,
    verb: recruitmentAccess["candidate-interview.cancel"],
    run: cancel,
  }),
  defineCommand({
    type: "candidate-interview.note-outcome",
    v: 1,
    summary: "Notes that a candidate came to the initial interview or did not",
    payload: NoteInterviewOutcome,
    verb: recruitmentAccess["candidate-interview.note-outcome"],
    run: noteOutcome,
  }),
];
