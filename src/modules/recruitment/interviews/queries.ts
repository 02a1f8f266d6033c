import { z } from "zod";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import { addDays } from "../../../platform/time/plainDate.ts";
import { consultantsOnDuty } from "../../counselling/public.ts";
import { warnInterviewHours } from "../../project/rules.ts";
import { recruitmentAccess } from "../access.ts";
import { isOpen } from "../candidates/rules.ts";
import { candidatesOf, nameOf, requireCandidate, requireOwn, shownOf, textsOf } from "../candidates/store.ts";
import type { CandidateState } from "../codes.ts";
import { interviewHoursOn, requireRecruitment } from "../store.ts";
import { CandidateInterviews, InterviewList, InterviewProposal, ProposeInterviews } from "./contract.ts";
import { planInterviews, stands } from "./rules.ts";
import { appointmentLine, appointmentsOf, freeBeginnings } from "./store.ts";

const RecruitmentId = z.strictObject({ recruitmentId: z.uuid() });
const CandidateId = z.strictObject({ candidateId: z.uuid() });
const freeMost = 500;

/** Who may still be talked with: whoever fulfils the criteria, was chosen or waits. */
const talkedWith: readonly CandidateState[] = ["PASS", "ACCEPTED", "OFFERED", "RESERVE", "ADMITTED", "STARTED"];

async function list(context: WorkContext, recruitmentId: string): Promise<InterviewList> {
  const recruitment = await requireRecruitment(context, recruitmentAccess["candidate-interview.list"], recruitmentId);
  const { candidates } = await candidatesOf(context, recruitment);
  const { shown, hidden } = shownOf(candidates);
  const ids = shown.map(({ id }) => id);
  const [appointments, texts] = [await appointmentsOf(context, ids), await textsOf(context, ids)];
  const closed = recruitment.closedOn !== null;
  return {
    recruitmentId,
    title: recruitment.title,
    closed,
    hours: await interviewHoursOn(context.tx, context.today),
    consultants: await consultantsOnDuty(context),
    hidden,
    people: shown.flatMap((candidate) => {
      const own = appointments.filter(({ candidateId }) => candidateId === candidate.id);
      if (own.length === 0 && !talkedWith.includes(candidate.state)) return [];
      const last = own.find(({ state }) => stands(state)) ?? own[0];
      const { id, no, state, interview } = candidate;
      const reason = (last && texts.get(last.id)) ?? "";
      const appointment = last ? appointmentLine(last, { reason, closed }) : null;
      return [{ candidateId: id, no, name: nameOf(candidate), state, heldOn: interview?.heldOn ?? null, appointment }];
    }),
  };
}

/** Finds hours for the named candidates in the order of the list, or of their numbers where they stand on none; nothing is kept. */
async function propose(context: WorkContext, wish: ProposeInterviews): Promise<InterviewProposal> {
  const { recruitmentId, candidateIds, consultantIds, from, weeks, minutes } = wish;
  const recruitment = await requireRecruitment(
    context,
    recruitmentAccess["candidate-interview.propose"],
    recruitmentId,
  );
  const { candidates } = await candidatesOf(context, recruitment);
  const wanted = new Set(candidateIds);
  const people = [...requireOwn(candidates, candidateIds).values()]
    .filter(({ id }) => wanted.has(id))
    .sort((a, b) => (a.rank ?? candidates.length) - (b.rank ?? candidates.length) || a.no - b.no);
  const first = from < context.today ? context.today : from;
  const days = { from: first, to: addDays(first, weeks * 7 - 1) };
  const { free, placeOf } = await freeBeginnings(context, days, minutes, consultantIds);
  const plan = planInterviews(
    people.map(({ id }) => id),
    free,
  );
  const proposed = people.map((one) => ({
    who: { candidateId: one.id, no: one.no, name: nameOf(one) },
    found: plan.get(one.id),
  }));
  const hours = await interviewHoursOn(context.tx, context.today);
  return {
    minutes,
    outside: warnInterviewHours(minutes / 60, hours) !== null,
    rows: proposed.flatMap(({ who, found }) => (found ? [{ ...who, ...placeOf(found) }] : [])),
    unplaced: proposed.flatMap(({ who, found }) => (found ? [] : [who])),
    free: free.slice(0, freeMost).map(placeOf),
  };
}

async function ofCandidate(context: WorkContext, candidateId: string): Promise<CandidateInterviews> {
  const found = await requireCandidate(
    context,
    recruitmentAccess["candidate-interview.list-of-candidate"],
    candidateId,
  );
  const { recruitment, candidate, texts } = found;
  const appointments = await appointmentsOf(context, [candidateId]);
  const closed = recruitment.closedOn !== null;
  return {
    recruitmentId: recruitment.recruitmentId,
    hours: await interviewHoursOn(context.tx, context.today),
    appointments: appointments.map((one) => appointmentLine(one, { reason: texts.get(one.id) ?? "", closed })),
    mayBook:
      !closed && candidate.card !== null && isOpen(candidate.state) && !appointments.some(({ state }) => stands(state)),
  };
}

export const interviewQueries = [
  defineQuery({
    name: "candidate-interview.list",
    method: "GET",
    path: "/recruitments/:recruitmentId/interviews",
    summary: "Who is to be talked with, each with the booked hour and what became of it",
    input: RecruitmentId,
    answer: InterviewList,
    verb: recruitmentAccess["candidate-interview.list"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: (context, { recruitmentId }) => list(context, recruitmentId),
  }),
  defineQuery({
    name: "candidate-interview.propose",
    method: "POST",
    path: "/recruitments/:recruitmentId/interviews/proposal",
    summary: "Hours of consultants for initial interviews: a plan for the named candidates; nothing is kept",
    input: ProposeInterviews,
    answer: InterviewProposal,
    verb: recruitmentAccess["candidate-interview.propose"],
    audit: ({ recruitmentId }) => ({ objectType: "recruitment", objectId: recruitmentId }),
    run: propose,
  }),
  defineQuery({
    name: "candidate-interview.list-of-candidate",
    method: "GET",
    path: "/candidates/:candidateId/interviews",
    summary: "Booked initial interviews of one candidate, newest first",
    input: CandidateId,
    answer: CandidateInterviews,
    verb: recruitmentAccess["candidate-interview.list-of-candidate"],
    audit: ({ candidateId }) => ({ objectType: "candidate", objectId: candidateId }),
    run: (context, { candidateId }) => ofCandidate(context, candidateId),
  }),
];
