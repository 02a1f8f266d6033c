import { standardItems } from "../../src/modules/activity/standard/codes.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import type { Ids } from "./inputs.ts";

/** Volunteers, the open offer, courses and meetings of a target: ids, what is new in a creating command, what a schema does not tell. */
export const besideNames =
  "volunteerId agreementId hoursId volunteerCertificateId visitId reviewId activeGroupId activeCandidateId expenseId courseId participantId gatheringId exchangeId";

export const besideFresh: Readonly<Record<string, string>> = {
  "volunteer.record": "volunteerId",
  "volunteer-agreement.conclude": "agreementId",
  "volunteer-hours.log": "hoursId",
  "offer-visit.record": "visitId",
  "volunteer-expense.record": "expenseId",
  "course.record": "courseId",
  "active-group.begin": "activeGroupId",
  "active-group.propose": "activeCandidateId",
  "standard.review": "reviewId",
  "course.enrol": "participantId",
  "gathering.record": "gatheringId",
  "exchange.record": "exchangeId",
};

const standard = () =>
  standardItems.map((code) => ({ code, state: "MET", evidence: "próba", missing: "", dueOn: null }));

export const besideSpecial: Readonly<Record<string, (ids: Ids) => Record<string, unknown>>> = {
  "active-group.propose": () => ({ candidateId: uuidv7() }),
  "active-group.decide": (ids) => ({ candidateId: ids.activeCandidateId }),
  "volunteer.print-certificate": (ids) => ({ certificateId: ids.volunteerCertificateId }),
  "standard.review": () => ({ items: standard() }),
  "offer-visit.read-month": () => ({ month: "2026-11" }),
  "course.record": () => ({ programmeHours: 10 }),
  "course.take-back": () => ({ what: "PLACE", receiptId: null }),
  "gathering.record": () => ({ startsAt: "17:00", minutes: 60 }),
  "exchange.record": () => ({ minutes: 60 }),
  "volunteer.set-availability": () => ({ slots: [] }),
};

/** One of each, as an account with every role makes them on `day`. */
export async function makeBeside(
  make: (type: string, own?: Record<string, unknown>) => Promise<void>,
  id: (name: string) => string,
  day: string,
): Promise<void> {
  await make("volunteer.record", { volunteerId: id("volunteerId") });
  const agreement = { number: id("agreementId"), startsOn: day, endsOn: null, written: true, pledgedOn: day };
  await make("volunteer-agreement.conclude", { agreementId: id("agreementId"), ...agreement });
  await make("volunteer-hours.log", { hoursId: id("hoursId"), day, minutes: 60 });
  const given = { certificateId: id("volunteerCertificateId"), number: id("volunteerCertificateId"), issuedOn: day };
  await make("volunteer-expense.record", { expenseId: id("expenseId"), day, amountGrosze: 100 });
  await make("volunteer.certify", given);
  const visit = { service: "INTERNET", personId: null, newcomer: null, people: 3, minutes: null, sessionId: null };
  await make("offer-visit.record", { visits: [{ visitId: id("visitId"), ...visit }] });
  await make("standard.review", { reviewId: id("reviewId"), reviewedOn: day });
  const choice = { activeGroupId: id("activeGroupId"), criteria: ["próba"], from: day, to: day };
  await make("active-group.begin", choice);
  await make("active-group.propose", { candidateId: id("activeCandidateId") });
  await make("active-group.decide", { candidateId: id("activeCandidateId"), chosen: true });
  await make("course.record", { courseId: id("courseId"), startsOn: day, endsOn: day });
  await make("course.enrol", { participantId: id("participantId"), basis: "OWN_REQUEST", joinedOn: day });
  await make("course.note-result", { attendedMinutes: 600 });
  await make("course.certify", { number: id("participantId"), issuedOn: day, reason: "" });
  await make("gathering.record", { gatheringId: id("gatheringId"), kind: "LEISURE", lead: "STAFF", counted: 3 });
  await make("exchange.record", { exchangeId: id("exchangeId"), giverId: id("personId"), receiverId: null });
}
