import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { candidateStates } from "../codes.ts";
import { appointmentActs, appointmentOutcomes, appointmentStates, planMost, weeksMost } from "./codes.ts";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Minutes = z.int().min(15).max(480);
const hours = { consultantDutyId: z.uuid(), day: PlainDate, startsAt: Time };

/** Whom to find hours for, in which days and with whom; nobody named: with everybody on duty. */
export const ProposeInterviews = z.strictObject({
  recruitmentId: z.uuid(),
  candidateIds: z.array(z.uuid()).max(planMost),
  consultantIds: z.array(z.uuid()).max(100),
  from: PlainDate,
  weeks: z.int().min(1).max(weeksMost),
  minutes: Minutes,
});
export type ProposeInterviews = z.infer<typeof ProposeInterviews>;

/** All or none. */
export const BookInterviews = z.strictObject({
  planId: z.uuid(),
  recruitmentId: z.uuid(),
  minutes: Minutes,
  appointments: z
    .array(z.strictObject({ appointmentId: z.uuid(), candidateId: z.uuid(), ...hours }))
    .min(1)
    .max(planMost),
});
export type BookInterviews = z.infer<typeof BookInterviews>;

export const MoveInterview = z.strictObject({ movedId: z.uuid(), appointmentId: z.uuid(), ...hours });
export type MoveInterview = z.infer<typeof MoveInterview>;

export const CancelInterviews = z.strictObject({
  recruitmentId: z.uuid(),
  appointmentIds: z.array(z.uuid()).min(1).max(planMost),
  reason: z.string().trim().min(1).max(1000),
});
export type CancelInterviews = z.infer<typeof CancelInterviews>;

export const NoteInterviewOutcome = z.strictObject({
  markId: z.uuid(),
  appointmentId: z.uuid(),
  outcome: z.enum(appointmentOutcomes),
});
export type NoteInterviewOutcome = z.infer<typeof NoteInterviewOutcome>;

/** Hours with one consultant; `endsAt` is the end of the interview, not of the slots kept for it. */
const Place = z.object({
  ...hours,
  endsAt: z.string(),
  consultantId: z.uuid(),
  consultant: z.string(),
  place: z.string(),
});
export type Place = z.infer<typeof Place>;

export const InterviewProposal = z.object({
  minutes: Minutes,
  /** Shorter or longer than an interview should be (R-REC-03). */
  outside: z.boolean(),
  rows: z.array(Place.extend({ candidateId: z.uuid(), no: z.int(), name: z.string().nullable() })),
  /** Who found no hour. */
  unplaced: z.array(z.object({ candidateId: z.uuid(), no: z.int(), name: z.string().nullable() })),
  /** Every beginning that is free, the proposed ones too, soonest first; at most 500. */
  free: z.array(Place),
});
export type InterviewProposal = z.infer<typeof InterviewProposal>;

export const Appointment = z.object({
  appointmentId: z.uuid(),
  day: PlainDate,
  startsAt: z.string(),
  endsAt: z.string(),
  minutes: z.int(),
  consultant: z.string(),
  consultantId: z.uuid(),
  place: z.string(),
  state: z.enum(appointmentStates),
  /** Why it was cancelled; empty: it was not. */
  reason: z.string(),
  acts: z.array(z.enum(appointmentActs)),
});
export type Appointment = z.infer<typeof Appointment>;

export const InterviewList = z.object({
  recruitmentId: z.uuid(),
  title: z.string(),
  closed: z.boolean(),
  /** Hours that an interview takes today, both inclusive (R-REC-03). */
  hours: z.object({ least: z.number(), most: z.number() }),
  /** Colleagues with duties to come, by name. */
  consultants: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** How many candidates are left out, because the reader may not know where they are. */
  hidden: z.int(),
  /** Whoever may still be talked with or was booked, by number. `appointment`: the one that stands, else the last. */
  people: z.array(
    z.object({
      candidateId: z.uuid(),
      no: z.int(),
      name: z.string().nullable(),
      state: z.enum(candidateStates),
      /** The interview that was noted. */
      heldOn: PlainDate.nullable(),
      appointment: Appointment.nullable(),
    }),
  ),
});
export type InterviewList = z.infer<typeof InterviewList>;

/** Newest first. */
export const CandidateInterviews = z.object({
  recruitmentId: z.uuid(),
  hours: z.object({ least: z.number(), most: z.number() }),
  appointments: z.array(Appointment),
  mayBook: z.boolean(),
});
export type CandidateInterviews = z.infer<typeof CandidateInterviews>;
