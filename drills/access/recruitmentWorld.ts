import { addDays, plainDate } from "../../src/platform/time/plainDate.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import type { Ids } from "./inputs.ts";

/** The recruitment of a target's project: ids, what is new in a creating command, what a schema does not tell. */
export const recruitmentNames =
  "candidateId pointId rankingId decisionId reserveOfferId letterBatchId listId appointmentId signatureId";

export const recruitmentFresh: Readonly<Record<string, string>> = { "candidate.record": "candidateId" };

const day = "2026-11-22";
/** Somebody who applies: the fields of a card that cannot be anything. */
const card = {
  ...Object.fromEntries(
    "pesel birthDate sex phone email address education registeredSince clientSince labour disability commune remark"
      .split(" ")
      .map((name) => [name, null]),
  ),
  firstName: "Jan",
  lastName: "Kandydat",
  peselNeedsChecking: false,
  notRegistered: false,
  notClient: false,
  statements: {},
};
const list = (ids: Ids) => ({ fileId: ids.listId, sheet: 0, headerRow: 1, mapping: ["FULL_NAME"], words: {} });

const interviewHours = (ids: Ids) => ({
  consultantDutyId: ids.consultantDutyId,
  day: "2026-12-14",
  startsAt: "10:00",
});

export const recruitmentSpecial: Readonly<Record<string, (ids: Ids) => Record<string, unknown>>> = {
  "recruitment.set": (ids) => ({
    points: [{ pointId: ids.pointId, name: "próba", maxPoints: 10, weight: 100 }],
    startsOn: "2026-12-07",
    places: 2, // one is taken by who takes part
    vacancyWeeks: 4,
    interviewMax: 0,
    interviewWeight: 100,
  }),
  "candidate.record": () => ({ card }),
  "candidate.add-evidence": () => ({
    evidence: [{ evidenceId: uuidv7(), fact: "born", source: "PAPER", seenOn: day, words: "próba" }],
  }),
  "candidate.set-points": (ids) => ({ points: [{ candidateId: ids.candidateId, pointId: ids.pointId, points: 1 }] }),
  "candidate.note-interview": (ids) => ({ interviewId: uuidv7(), interviewerId: ids.accountId, minutes: 120 }),
  "candidate.withdraw": () => ({ rankingId: uuidv7() }),
  "candidate.take-back-withdrawal": () => ({ returnId: uuidv7(), decisionId: uuidv7(), rankingId: uuidv7() }),
  "candidate.carry-over": (ids) => ({
    fromId: ids.recruitmentId,
    candidates: [{ candidateId: ids.candidateId, newCandidateId: uuidv7() }],
  }),
  "recruitment.reopen": () => ({ reopeningId: uuidv7() }),
  "candidate-list.look": (ids) => ({ fileId: ids.listId, sheet: 0, headerRow: null, sender: "próba" }),
  "candidate-list.preview": list,
  "candidate-list.accept": (ids) => ({ ...list(ids), importId: uuidv7(), confirmed: [], taken: [2], seen: "próba" }),
  "ranking.freeze": () => ({ rankingId: uuidv7(), seenNo: 1, cause: "CORRECTION", reason: "próba" }),
  "candidate.decide": (ids) => ({
    decisions: [{ decisionId: uuidv7(), candidateId: ids.candidateId, decision: "RESERVE", reason: "próba" }],
  }),
  "reserve.offer": () => ({ offerId: uuidv7(), answerBy: "2026-12-31" }),
  "reserve.answer": (ids) => ({
    offerId: ids.reserveOfferId,
    decisionId: uuidv7(),
    answer: "DECLINED",
    answeredOn: day,
  }),
  "candidate.make-person": () => ({ personId: uuidv7(), known: false, caseId: uuidv7() }),
  "candidate.print-bring": (ids) => ({ candidateId: ids.candidateId }),
  "recruitment.set-paper": () => ({ kind: "NOTICE", seenNo: 0, words: "próba" }),
  "candidate.print-papers": (ids) => ({ candidateId: ids.candidateId }),
  "candidate.note-signature": () => ({ signatureId: uuidv7(), kind: "DECLARATION", no: 2, signedOn: day }),
  "candidate.take-back-signature": (ids) => ({ signatureId: ids.signatureId, returnId: uuidv7() }),
  "candidate-interview.propose": (ids) => ({
    candidateIds: [ids.candidateId],
    consultantIds: [],
    from: day,
    weeks: 4,
    minutes: 120,
  }),
  "candidate-interview.book": (ids) => ({
    planId: uuidv7(),
    minutes: 60,
    appointments: [{ ...interviewHours(ids), appointmentId: uuidv7(), candidateId: ids.candidateId }],
  }),
  "candidate-interview.move": (ids) => ({ ...interviewHours(ids), movedId: uuidv7(), startsAt: "11:00" }),
  "candidate-interview.cancel": (ids) => ({ appointmentIds: [ids.appointmentId] }),
  "candidate-interview.note-outcome": () => ({ markId: uuidv7(), outcome: "CAME" }),
  "candidate-interview.print-invitations": (ids) => ({ candidateId: ids.candidateId }),
  "candidate-letter.issue": (ids) => ({ batchId: uuidv7(), decisionIds: [ids.decisionId] }),
  "candidate-letter.print": (ids) => ({ batchId: ids.letterBatchId }),
};

let made = 0;

/** A recruitment with one candidate in the reserve, who is asked, has a letter and signed the declaration before its words changed. */
export async function makeRecruitment(
  make: (type: string, own?: Record<string, unknown>) => Promise<void>,
  id: (name: string) => string,
): Promise<void> {
  await make("recruitment.set");
  await make("candidate.record", { candidateId: id("candidateId") });
  await make("candidate.set-points");
  await make("ranking.freeze", { rankingId: id("rankingId"), seenNo: 0, cause: "FIRST", reason: "" });
  const reserve = {
    decisionId: id("decisionId"),
    candidateId: id("candidateId"),
    decision: "RESERVE",
    reason: "próba",
  };
  await make("candidate.decide", { decisions: [reserve] });
  await make("reserve.offer", { offerId: id("reserveOfferId") });
  const booked = { appointmentId: id("appointmentId"), candidateId: id("candidateId") };
  // one account holds the duties of several targets: each has a Monday of its own
  const talkOn = addDays(plainDate("2027-01-04"), 7 * made++);
  const hours = { consultantDutyId: id("consultantDutyId"), day: talkOn, startsAt: "10:00" };
  await make("candidate-interview.book", { appointments: [{ ...booked, ...hours }] });
  await make("candidate-letter.issue", { batchId: id("letterBatchId") });
  const declaration = { kind: "DECLARATION", words: "próba" };
  await make("recruitment.set-paper", declaration);
  await make("candidate.note-signature", { signatureId: id("signatureId"), no: 1 });
  await make("recruitment.set-paper", { kind: "NOTICE", words: "próba" });
}
