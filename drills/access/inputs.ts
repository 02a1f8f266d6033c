import { z } from "zod";
import { commands, downloads, queries } from "../../src/app/rooms.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import { besideFresh, besideSpecial } from "./besideTimetable.ts";
import { classInputs } from "./classWorld.ts";
import { projectInputs } from "./projectWorld.ts";
import { recruitmentFresh, recruitmentSpecial } from "./recruitmentWorld.ts";

/** Ids of one target's records by the name that inputs give them, such as `personId` or `planId`. */
export type Ids = Readonly<Record<string, string>>;

/** What is sent for one cell. `aimed`: it names a record of the target, so that reach decides. */
export type Sent = { method: string; path: string; body?: unknown; aimed: boolean };

type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  pattern?: string;
  default?: unknown;
};

export const day = "2026-11-22";
const planTemplateGoal = { sphere: "HOUSING", text: "próba", measure: "", dueAfterDays: null };
const now = "2026-11-22T10:00:00Z";

/** Creating commands: their own record's id is new, whatever the target has. */
const fresh: Readonly<Record<string, string>> = {
  "account.invite": "invitationId",
  "authorisation.record": "authorisationId",
  "account.reset": "recoveryId",
  "unit.record": "unitId",
  "person.record": "personId",
  "person.add-fact": "factId",
  "consent.record": "consentId",
  "representative.record": "representativeId",
  "household.record": "householdId",
  "household.add-member": "memberId",
  "person.merge": "mergeId",
  "case.open": "caseId",
  "case.join-team": "memberId",
  "glass.break": "glassId",
  "task.add": "taskId",
  "interview.need": "interviewId",
  "shift.start": "shiftId",
  "site.record": "siteId",
  "site-photo.record": "photoId",
  "contact.record": "contactId",
  "minor-alert.record": "alertId",
  "route.save": "routeId",
  "alone-permission.grant": "permissionId",
  "assistance.plan": "assistanceId",
  "assistance.change": "changeId",
  "assistance.record": "assistanceId",
  "work-report.save": "reportId",
  "street-training.record": "trainingId",
  "facility.record": "facilityId",
  "facility.count": "countId",
  "place.reserve": "reservationId",
  "notification.report": "notificationId",
  "notification.answer": "answerId",
  "shift-link.make": "linkId",
  "referral.send": "referralId",
  "centre-entry.apply": "centreEntryId",
  "club-stay.set": "clubStayId",
  "centre-entry.record-paper": "centreEntryId",
  "assessment.record": "assessmentId",
  "assessment.write-note": "noteId",
  "profile.record-acceptance": "acceptanceId",
  "labour-registration.record": "registrationId",
  "work-period.record": "periodId",
  "need.record": "needId",
  "need.match": "serviceId",
  "qualification.record": "qualificationId",
  "note-substitute.name": "substitutionId",
  "counselling.write-note": "talkNoteId",
  "consultant-duty.record": "consultantDutyId",
  "consultant-duty.note-absence": "absenceId",
  "consultant-duty.settle": "settlementId",
  "consultant-hours.settle": "settlementId",
  "consultant-hours.set-limit": "limitId",
  "calendar-feed.open": "feedId",
  "class-feed.open": "feedId",
  "booking.make": "bookingId",
  "booking.move": "movedId",
  "booking.note-outcome": "markId",
  "reminder-preference.note": "preferenceId",
  "waiting.join": "waitingId",
  "waiting.offer": "offerId",
  "waiting.accept": "bookingId",
  "employer.record": "employerId",
  "declaration.record": "declarationId",
  "placement.plan": "placementId",
  "project.record": "projectId",
  "needs-statement.record": "statementId",
  "workshop.write-opinion": "opinionId",
  "enrolment.start": "enrolmentId",
  "evidence.record": "evidenceId",
  "group.record": "groupId",
  "class-room.record": "roomId",
  "class-leader.record": "leaderId",
  "timetable.propose": "proposalId",
  "session.add": "sessionId",
  "contract.draft": "contractId",
  "checklist.note": "noteId",
  "plan.draft": "planId",
  "plan.propose-change": "changeId",
  "plan-template.save": "templateId",
  "vocational-plan.begin": "annexId",
  "vocational-plan.mark-step": "markId",
  "vocational-plan.hand-over": "handoverId",
  "interpersonal-path.begin": "annexId",
  "interpersonal-path.measure": "measureId",
  "interpersonal-path.correct-measure": "measureId",
  "interpersonal-path.offer-outcome": "evidenceId",
  "ipzs.begin": "ipzsId",
  "ipzs.ask-extension": "extensionId",
  "ipzs.provide": "provisionId",
  "absence.ask": "excuseId",
  "report.send": "snapshotId",
  "coach-log.write": "logId",
  "share.give": "shareId",
  "share.accept": "linkId",
  "share.open-side": "sideId",
  "partnership.record": "partnershipId",
  ...besideFresh,
  ...recruitmentFresh,
};

const randomHash = () => uuidv7().replaceAll("-", "").repeat(2);

const card = (ids: Ids) => ({
  contactAt: "2026-11-22T09:40:00Z",
  siteId: null,
  placeText: "pod zegarem",
  workerIds: [ids.accountId],
  sex: "M",
  ageBand: "50_59",
  actions: ["CONVERSATION"],
});

/** Both annexes of a plan have an `annexId`; which of the target's it is, the noun tells. */
const ofAnnex = (noun: string, name: string, acts: readonly string[]) =>
  Object.fromEntries(acts.map((act) => [`${noun}.${act}`, (ids: Ids) => ({ annexId: ids[name] })]));

/** The operations by which papers of one kind are signed. */
const signingOf = (noun: string, name: string) =>
  Object.fromEntries(
    [
      ["sign-on-paper", () => ({ signedAs: "PERSON" })],
      ["issue-for-signing", () => ({ documentId: uuidv7() })],
      ["sign-electronically", () => ({ signedAs: "PERSON", signatureId: uuidv7(), documentId: uuidv7() })],
      ["draw-signature", () => ({ signedAs: "PERSON", picture: "QUJD" })],
      ["read-signing", () => ({})],
      ["open-issued", () => ({ documentId: uuidv7() })],
      ["open-proof", () => ({ proofId: uuidv7() })],
    ].map(([act, more]) => [
      `${noun}.${String(act)}`,
      (ids: Ids) => ({ paperId: ids[name], ...(typeof more === "function" ? more() : {}) }),
    ]),
  );

const ofCentreEntry = (acts: readonly string[]) =>
  Object.fromEntries(acts.map((act) => [`centre-entry.${act}`, (ids: Ids) => ({ entryId: ids.centreEntryId })]));

const ofClubStay = (byStay: readonly string[], byEntry: readonly string[]) =>
  Object.fromEntries([
    ...byStay.map((act) => [`club-stay.${act}`, (ids: Ids) => ({ stayId: ids.clubStayId })]),
    ...byEntry.map((act) => [`club-stay.${act}`, (ids: Ids) => ({ entryId: ids.clubEntryId })]),
  ]);

const ofBenefitList = (acts: readonly string[]) =>
  Object.fromEntries(acts.map((act) => [`benefit.${act}`, (ids: Ids) => ({ listId: ids.benefitListId })]));

/** What the schema alone does not tell: words of a closed list, days that fit each other, which record an ambiguous name means. */
const special: Readonly<Record<string, (ids: Ids) => Record<string, unknown>>> = {
  ...besideSpecial,
  ...recruitmentSpecial,
  ...classInputs,
  ...projectInputs,
  "account.invite": () => ({ login: `nowa.${uuidv7().slice(-12)}`, unitIds: [], linkHash: "ab".repeat(32) }),
  "account.reset": () => ({ linkHash: "cd".repeat(32) }),
  "account.change-roles": (ids) => ({ roles: ["SOCIAL_WORKER"], unitIds: [ids.unitId] }),
  "unit.record": () => ({ kind: "SOCIAL_WORK" }),
  "organisation.require-second-factor": () => ({ roles: ["DPO"] }),
  "phone-work.change": () => ({ allowed: true }),
  "session.revoke": (ids) => ({ sessionId: ids.accountSessionId }),
  "parameter.set": () => ({ code: "REGULAR_VISITS", value: "5" }),
  "person.record": () => ({ fields: { alias: "Nowa osoba" } }),
  "person.identify": () => ({ firstName: "Jan", lastName: "Nowak", personKnows: true }),
  "person.change": () => ({ fields: { alias: "Inny" } }),
  "person.add-fact": () => ({ kind: "HOMELESSNESS", value: "STATUTORY" }),
  "person.correct-fact": () => ({ value: "STATUTORY" }),
  "person.write-section": () => ({ content: { codes: [], until: null, text: "próba" } }),
  "consent.record": () => ({ channel: "WRITTEN", givenAt: now }),
  "household.record": (ids) => ({
    members: [{ memberId: uuidv7(), personId: ids.personId, relation: "SELF", validFrom: day }],
  }),
  "household.add-member": (ids) => ({ householdId: ids.householdId, personId: ids.mergedId }),
  "household.end-member": (ids) => ({ memberId: ids.householdMemberId }),
  "person.merge": (ids) => ({ keptId: ids.personId, mergedId: ids.twinId }),
  "case.leave-team": (ids) => ({ memberId: ids.caseMemberId }),
  "shift.start": (ids) => ({ unitId: ids.unitId, memberIds: [ids.accountId], startedAt: now }),
  "minor-alert.record": (ids) => ({ unitId: ids.unitId, told: ["COORDINATOR"] }),
  "site.record": (ids) => ({ unitId: ids.unitId }),
  "centre-places.set": (ids) => ({ unitId: ids.unitId, communes: ["1465108"], places: 20 }),
  "facility.record": (ids) => ({ unitId: ids.unitId, places: 20 }),
  "facility.count": () => ({ free: 5, emergencyFree: 0, countedAt: now }),
  "notification.report": () => ({ urgency: "TODAY", placeText: "za kioskiem", seenAt: "2026-11-22T09:30:00Z" }),
  "notification.discard": (ids) => ({ notificationIds: [ids.publicNotificationId] }),
  "notification.moderate": (ids) => ({ notificationId: ids.publicNotificationId }),
  "notification.answer": () => ({ contactId: null, answeredAt: now }),
  "shift-link.make": () => ({ linkHash: randomHash(), expiresAt: "2026-11-22T20:00:00Z" }),
  "shift-link.revoke": (ids) => ({ linkId: ids.shiftLinkId }),
  "report-door.set": (ids) => ({ code: `proba-${uuidv7().slice(-6)}`, unitId: ids.unitId, areas: ["Śródmieście"] }),
  "notification.read-month": () => ({ month: "2026-11" }),
  "notification.print-month": () => ({ month: "2026-11" }),
  "notification.export-month": () => ({ month: "2026-11" }),
  "referral.send": (ids) => ({
    shareId: uuidv7(),
    toOrganisationId: ids.partnerId,
    legalBasis: "ART_6_1_E",
    sections: ["CORE"],
    needs: ["DOCUMENTS"],
    urgency: "TODAY",
    attachments: [],
  }),
  "referral.read-received": (ids) => ({ referralId: ids.receivedReferralId }),
  "referral.print-received": (ids) => ({ referralId: ids.receivedReferralId }),
  "referral.open-received-file": (ids) => ({
    referralId: ids.receivedReferralId,
    attachmentId: ids.receivedAttachmentId,
  }),
  "referral.close": () => ({ outcome: "SERVICE_STARTED" }),
  ...Object.fromEntries(
    ["referral.receive", "referral.decide", "referral.note-appearance", "referral.note-outcome"].map((type) => [
      type,
      (ids: Ids) => ({
        referralId: ids.receivedReferralId,
        ...(type === "referral.decide" ? { decision: "WAITLIST" } : {}),
      }),
    ]),
  ),
  "stock.record": (ids) => ({ unitId: ids.unitId, change: 5 }),
  "contact.record": (ids) => ({ person: { personId: ids.personId, alias: null }, card: card(ids) }),
  "contact.correct": (ids) => ({ card: card(ids) }),
  "contact.record-group": (ids) => {
    const { sex, ageBand, ...shared } = card(ids);
    return { unitId: ids.unitId, card: shared, rows: [{ contactId: uuidv7(), person: null, sex, ageBand }] };
  },
  "route.save": (ids) => ({ unitId: ids.unitId, siteIds: [ids.siteId], startsAt: null, endsAt: null }),
  "alone-permission.grant": (ids) => ({
    unitId: ids.unitId,
    accountId: ids.colleagueId,
    selectedOn: day,
    trainings: ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"].map((part) => ({ part, passedOn: day })),
    validFrom: day,
  }),
  "intervention.record": (ids) => ({ unitId: ids.unitId, calledAt: "2026-11-22T09:40:00Z" }),
  "incident.record": (ids) => ({ unitId: ids.unitId, happenedAt: "2026-11-22T09:40:00Z" }),
  "assistance.plan": () => ({ plannedAt: "2026-11-23T10:00:00Z" }),
  "assistance.change": () => ({ plannedAt: "2026-11-24T10:00:00Z" }),
  "assistance.record": () => ({ planned: false, startedAt: "2026-11-22T09:00:00Z", hours: 1 }),
  "stock.count": (ids) => ({ unitId: ids.unitId }),
  "stock.set-warning": (ids) => ({ unitId: ids.unitId }),
  "work-report.save": () => ({ actualStart: "2026-11-22T08:00:00Z", actualEnd: "2026-11-22T09:00:00Z" }),
  "card-draw.make": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "card-draw.list": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "street-month.export": (ids) => ({ snapshotId: ids.monthId }),
  "street-month.print": (ids) => ({ snapshotId: ids.monthId }),
  "street-month.read": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "street-training.record": (ids) => ({ unitId: ids.unitId, heldOn: day, attendeeIds: [ids.accountId] }),
  "street-month.freeze": (ids) => ({ unitId: ids.unitId, month: "2026-10", seenHash: "ab".repeat(32) }),
  "work-report.accept": () => ({ seenHash: "ab".repeat(32) }),
  "assessment.record": (ids) => ({
    kind: ids.assessmentKind ?? "SOCIAL",
    content: {
      reason: "próba",
      methods: "wywiad",
      strengths: "próba",
      areas: [],
      riskSuicide: null,
      riskViolence: null,
    },
  }),
  "profile.record": () => ({
    occasion: "MORE_KNOWN",
    changes: { texts: { personView: "próba" }, answers: {}, entries: [], removed: [] },
  }),
  "profile.record-acceptance": () => ({ versionNo: 1, way: "IN_PERSON", fileId: null }),
  // every writer of needs writes those of work
  "need.record": () => ({ sphere: "VOCATIONAL" }),
  "need.correct": () => ({ foundOn: day, sphere: "VOCATIONAL" }),
  "need.match": () => ({ since: day }),
  "work-period.record": () => ({ from: day, to: null, exactness: "DAY", certificate: "LOST" }),
  "qualification.record": () => ({ document: "LOST", year: null }),
  "labour-registration.record": () => ({ office: "PUP", from: "2026-02-01", to: "2026-02-03" }),
  "labour-registration.end": (ids) => ({ registrationId: ids.registrationId, endedOn: day }),
  "lost-document.seek": (ids) => ({ entryId: ids.qualificationId }),
  "benefit.prepare": (ids) => ({ unitId: ids.unitId, month: "2026-10", seenHash: "ab".repeat(32) }),
  "benefit.read-month": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "benefit.give-bonus": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "benefit.deduct": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  "benefit.set-way": (ids) => ({ unitId: ids.unitId, way: "CASH", nrb: null }),
  "benefit.set-rates": () => ({ validFrom: "2026-12-01", rates: [{ name: "próba", percent: "1.5", source: "próba" }] }),
  "benefit.set-payer": (ids) => ({
    unitId: ids.unitId,
    nrb: "61109010140000071219812874",
    format: "ELIXIR0_QUOTED",
    letters: "windows-1250",
  }),
  ...ofBenefitList(["make-bank-file", "record-payment", "record-return", "ask-refund"]),
  ...ofBenefitList(["withdraw", "return", "print", "export", "print-cash", "print-slip"]),
  "benefit.approve": (ids) => ({ listId: ids.benefitListId, seenHash: "ab".repeat(32) }),
  "benefit.open-bank-file": (ids) => ({ listId: ids.benefitListId, no: 1 }),
  "benefit.withdraw-bank-file": (ids) => ({ listId: ids.benefitListId, no: 1 }),
  "benefit.repay": (ids) => ({ returnId: ids.benefitReturnId, way: "CASH" }),
  "benefit.record-refund": (ids) => ({ refundId: ids.benefitRefundId }),
  "benefit.print-refund": (ids) => ({ refundId: ids.benefitRefundId }),
  "benefit.ask-advance": (ids) => ({ unitId: ids.unitId, month: "2026-10" }),
  ...Object.fromEntries(
    ["record-advance", "withdraw-advance", "return-advance", "print-advance"].map((act) => [
      `benefit.${act}`,
      (ids: Ids) => ({ advanceId: ids.benefitAdvanceId }),
    ]),
  ),
  "benefit.withdraw-debt-entry": (ids) => ({ settlementId: ids.benefitDebtEntryId }),
  "consultant-duty.record": (ids) => ({
    unitId: ids.unitId,
    consultantId: ids.accountId,
    role: "PSYCHOLOGIST",
    everyWeeks: 1,
    weekday: 1,
    startsAt: "10:00",
    endsAt: "14:00",
    slotMinutes: 30,
    fromOn: "2026-11-02",
    toOn: null,
  }),
  "consultant-duty.settle": () => ({ day: "2026-11-16", heldMinutes: 60, reason: "SHORTER" }),
  "consultant-hours.settle": (ids) => ({ consultantId: ids.accountId, sourceId: ids.talkNoteId }),
  "consultant-hours.set-limit": (ids) => ({ consultantId: ids.accountId, fromMonth: "2026-11" }),
  "consultant-hours.print": (ids) => ({ consultantId: ids.accountId, month: "2026-11" }),
  "consultant-hours.tabulate": (ids) => ({ consultantId: ids.accountId, month: "2026-11" }),
  "consultant-duty.list": () => ({ month: "2026-11" }),
  "class-feed.open": (ids) => ({
    of: "GROUP",
    subjectId: ids.groupId,
    addressHash: uuidv7().replaceAll("-", "").repeat(2),
    withNames: false,
  }),
  "class-feed.close": (ids) => ({ feedId: ids.classFeedId }),
  "class-feed.read": (ids) => ({ of: "GROUP", subjectId: ids.groupId }),
  "calendar-feed.open": () => ({ addressHash: uuidv7().replaceAll("-", "").repeat(2), withNames: false }),
  "slot.list": () => ({}),
  "booking.make": (ids) => ({ personId: ids.personId, day: "2026-11-30", startsAt: "11:00" }),
  "booking.move": () => ({ day: "2026-11-30", startsAt: "11:30" }),
  "counselling.write-note": (ids) => ({
    personId: ids.personId,
    kind: "OTHER",
    startsAt: "09:00",
    endsAt: "09:45",
    content: "próba",
  }),
  "reminder-preference.note": (ids) => ({ personId: ids.personId, channel: "SLIP" }),
  "waiting.join": () => ({ role: "LAWYER" }),
  "waiting.offer": () => ({ day: "2026-11-30", startsAt: "12:00" }),
  "employer.record": () => ({ name: `Piekarnia ${uuidv7().slice(-6)}` }),
  "declaration.record": () => ({ personsCount: 2, fileId: null }),
  "declaration.complete": () => ({ personsCount: 2, fileId: null }),
  "placement.plan": () => ({ coachId: null, startsOn: day }),
  "coach-log.write": (ids) => ({
    employerId: ids.employerId,
    personId: ids.personId,
    minutes: 30,
    disclosureAgreed: true,
  }),
  "project.record": () => ({ kind: "KIS" }),
  "evidence.record": (ids) => ({
    projectId: ids.projectId,
    outcomeType: "MOTIVATION_TO_WORK_UP",
    dimension: "SOCIAL",
    fileId: null,
  }),
  "evidence.complete": () => ({ fileId: null }),
  "evidence.verify": () => ({ verdict: "REJECTED", reason: "próba" }),
  "group.record": () => ({
    startsOn: day,
    weeks: 38,
    meetingsPerWeek: 3,
    minutesPerMeeting: 240,
    capacity: 30,
    consultationsInside: true,
    modules: [],
    leaderIds: [],
    template: null,
  }),
  "member.add": (ids) => ({ members: [{ memberId: uuidv7(), enrolmentId: ids.enrolmentId, validFrom: day }] }),
  "member.end": (ids) => ({ memberId: ids.groupMemberId }),
  "class-room.record": () => ({ capacity: 20, hours: [], closed: [] }),
  "class-leader.record": () => ({ kind: "PARTNER", name: "próba", hours: [], away: [] }),
  "timetable.set-group": () => ({ meetings: [], modules: [] }),
  "timetable.propose": (ids) => ({ groupIds: [ids.groupId] }),
  "calendar.read": () => ({ from: "2026-11-01", to: day }),
  "calendar.print": () => ({ from: "2026-11-16", to: day }),
  "session.add": () => ({ startsAt: "09:00", minutes: 60, leaderId: null }),
  "session.move": () => ({ startsAt: "10:00", minutes: 60, leaderId: null }),
  "attendance.mark": (ids) => ({
    marks: [{ personId: ids.personId, status: "PRESENT", minutesLate: 0, minutesLeftEarly: 0 }],
  }),
  "register.close": () => ({ leaderId: null, substituteId: null, heldMinutes: 60, mealsIssued: null, issued: [] }),
  "register.print-month": () => ({ month: "2026-11" }),
  "register-month.lock": (ids) => ({ lockId: uuidv7(), unitId: ids.unitId, month: "2026-09" }),
  "register-month.unlock": (ids) => ({ lockId: ids.monthLockId }),
  "register-month.read": (ids) => ({ unitId: ids.unitId, month: "2026-09" }),
  "attendance-card.issue": (ids) => ({ cards: [{ cardId: uuidv7(), personId: ids.personId }] }),
  "attendance-card.revoke": (ids) => ({ cardId: ids.attendanceCardId }),
  "interview.print-register": () => ({ from: "2026-11-01", to: "2026-11-30" }),
  "interview.need": (ids) => ({ socialWorkerId: ids.accountId }),
  "interview.record": () => ({ secondWorkerId: null }),
  "interview.correct": (ids) => ({ socialWorkerId: ids.accountId, result: null }),
  "contract.draft": () => ({
    socialWorkerId: null,
    parties: [
      { side: "PERSON", name: "Osoba", actsAs: null, representedBy: null, representation: null },
      { side: "OPS", name: "OPS", actsAs: null, representedBy: null, representation: null },
    ],
    commune: "0663011",
    evaluationDates: ["2027-02-28"],
  }),
  "contract.consult": () => ({ consulted: null, reason: "NOT_KNOWN" }),
  "contract.ask-centre": () => ({ commune: "0663011" }),
  "contract.change": () => ({ changes: { barriers: "próba" } }),
  "contract.annex": () => ({ fileId: null }),
  "contract.sign": () => ({ fileId: null }),
  "contract.draw-signature": () => ({ picture: "QUJD" }),
  "contract.open-issued": () => ({ documentId: uuidv7() }),
  "print-run.ask": (ids) => ({ runId: uuidv7(), personIds: [ids.personId] }),
  "contract.open-proof": () => ({ proofId: uuidv7() }),
  "contract.sign-electronically": () => ({ signatureId: uuidv7(), documentId: uuidv7() }),
  ...signingOf("plan", "planId"),
  ...signingOf("vocational-plan", "annexId"),
  ...signingOf("interpersonal-path", "pathId"),
  ...signingOf("ipzs", "ipzsId"),
  "plan.draft": () => ({ endOn: "2027-11-21", startOn: day }),
  "plan.describe": () => ({ endOn: "2027-11-21", startOn: day }),
  "plan.propose-change": () => ({ endOn: "2027-11-21", startOn: day }),
  "plan-template.save": () => ({ validFrom: day, validUntil: null, goals: [planTemplateGoal], tasks: [] }),
  "plan.apply-template": () => ({ templateVersion: 1, goalIds: [uuidv7()], taskIds: [] }),
  "plan.prolong": () => ({ endOn: "2028-11-21" }),
  "plan.reopen": () => ({ endOn: "2027-11-21" }),
  "plan.mark-task": (ids) => ({ taskId: ids.planTaskId }),
  ...ofAnnex("vocational-plan", "annexId", [
    "change",
    "change-leader",
    "set-steps",
    "agree",
    "hand-over",
    "read-figures",
    "list-versions",
    "print",
  ]),
  ...ofCentreEntry(["check", "opine", "refer", "agree", "sign", "decide", "withdraw", "read", "print"]),
  ...ofClubStay(["prolong", "end", "certify"], ["set", "read", "print"]),
  "vocational-plan.mark-step": (ids) => ({ lineId: ids.stepId }),
  ...ofAnnex("interpersonal-path", "pathId", [
    "set-goals",
    "set-forms",
    "agree",
    "change-leader",
    "list-versions",
    "print",
  ]),
  "interpersonal-path.measure": (ids) => ({ annexId: ids.pathId, levels: { STRESS: 3 } }),
  "interpersonal-path.correct-measure": (ids) => ({ correctsId: ids.measureId, levels: { STRESS: 2 } }),
  "interpersonal-path.offer-outcome": (ids) => ({ annexId: ids.pathId }),
  "ipzs.agree": () => ({ agreedOn: day }),
  "ipzs.ask-extension": () => ({ months: 6 }),
  "ipzs.decide-extension": () => ({ months: 6 }),
  "ipzs.ask-days-off": () => ({ days: [{ dayOffId: uuidv7(), day: "2027-01-11" }] }),
  "ipzs.provide": () => ({ until: null }),
  "absence.ask": () => ({ reason: null, documentOn: null }),
  "absence.answer": () => ({ accepted: false }),
  "centre-month.read": (ids) => ({ unitId: ids.unitId, month: "2026-11" }),
  "centre-month.read-person": () => ({ month: "2026-11" }),
  "ipzs.print-letter": () => ({ act: "qualify" }),
  "report.send": () => ({ seenHash: "0".repeat(64) }),
  "share.give": (ids) => ({
    toOrganisationId: ids.partnerId,
    legalBasis: "ART_6_1_E",
    validUntil: "2026-12-31",
  }),
  "share.accept": (ids) => ({ shareId: ids.receivedId }),
  "share.read-person": (ids) => ({ shareId: ids.receivedId }),
  "share.read-timeline": (ids) => ({ shareId: ids.receivedId }),
  "share.read-part": (ids) => ({ shareId: ids.receivedId }),
  "share.open-side": (ids) => ({ type: "plan", recordId: ids.planId, side: "SHELTER", goalIds: [] }),
  "share.list-sides": (ids) => ({ type: "plan", recordId: ids.planId }),
  "partnership.join": (ids) => ({ organisationId: ids.offeringId, partnershipId: ids.offeredId }),
  "partnership.leave": (ids) => ({ organisationId: ids.offeringId, partnershipId: ids.offeredId }),
  "person.compare": (ids) => ({ otherId: ids.twinId }),
  "person.search": () => ({ text: "Kanarek" }),
  "person.find-duplicates": () => ({ lastName: "Kanarek" }),
  "report.open-people": () => ({ by: "TOTAL", key: "TOTAL", dimension: "SOCIAL", state: "ALL" }),
  "report.open-people-sent": () => ({ by: "TOTAL", key: "TOTAL", dimension: "SOCIAL", state: "ALL" }),
  "outreach.count": () => ({ from: "2026-11-01", to: day }),
  "session.list-of-group": () => ({ from: "2026-11-01", to: day }),
  "audit.search": () => ({ personNo: null, actorId: null, action: null, from: "2026-11-01", until: day, before: null }),
  "audit.list-unusual": () => ({ from: "2026-11-01", until: day }),
  "audit.export": () => ({ from: "2026-11-01", until: day }),
};

/**
 * The smallest thing a JSON schema accepts, as far as types tell; ids by name from the target, else new. `shape`: where there are several
 * shapes, the one of that number, round and round, and one of it in a list that could be empty; without it the first, and nothing that need not be.
 */
function sample(schema: Schema, name: string, ids: Ids, shape?: number): unknown {
  if (schema.const !== undefined) return schema.const;
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    const several = shape === undefined ? undefined : either.find(({ oneOf }) => oneOf);
    if (several) return sample(several, name, ids, shape);
    if (either.some((one) => one.type === "null")) return null;
    return sample(either[schema.oneOf ? (shape ?? 0) % either.length : 0] ?? {}, name, ids, shape);
  }
  if (schema.enum) return schema.enum[0];
  const type = [schema.type].flat().includes("null") ? "null" : [schema.type].flat()[0];
  switch (type) {
    case "null":
      return null;
    case "boolean":
      return false;
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 0, schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1, 1);
    case "array":
      return schema.minItems || (shape !== undefined && schema.items?.oneOf)
        ? [sample(schema.items ?? {}, name, ids, shape)]
        : [];
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {}, key, ids, shape)]),
      );
    default:
      if (schema.format === "uuid") return ids[name] ?? uuidv7();
      if (schema.format === "date") return day;
      if (schema.format === "date-time") return now;
      if (schema.format === "email") return "proba@example.org";
      return "próba dostępu";
  }
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
const commandsByType = new Map(
  commands.map((command) => [command.type, { command, schema: schemaOf(command.payload) }]),
);
const reads = new Map(
  [...queries, ...downloads].map((query) => [query.name, { query, schema: schemaOf(query.input) }]),
);

const shapesIn = (schema: Schema): number =>
  Math.max(
    schema.oneOf?.length ?? 0,
    0,
    ...[
      ...(schema.anyOf ?? []),
      ...(schema.items ? [schema.items] : []),
      ...Object.values(schema.properties ?? {}),
    ].map(shapesIn),
  );

/** How many shapes a command's payload, or a part of it, may have: 0 where there is but one. */
export const shapesOf = (operation: string): number => shapesIn(commandsByType.get(operation)?.schema ?? {});

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `over` laid over `under`, part by part; an empty list takes nothing away. */
function laidOver(under: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const parts = Object.entries(over).map(([key, value]) => {
    const below = under[key];
    if (isPlain(below) && isPlain(value)) return [key, laidOver(below, value)];
    return [key, Array.isArray(value) && value.length === 0 && Array.isArray(below) ? below : value];
  });
  return { ...under, ...Object.fromEntries(parts) };
}

/** A smallest valid payload of a command about the target. `own` replaces what the schema gave; `shape`: see `sample`. */
export function payloadOf(
  operation: string,
  ids: Ids,
  own: Record<string, unknown> = {},
  shape?: number,
): Record<string, unknown> {
  const found = commandsByType.get(operation);
  if (!found) throw new Error(`${operation} is no command`);
  const newId = fresh[operation];
  const known = newId ? Object.fromEntries(Object.entries(ids).filter(([name]) => name !== newId)) : ids;
  const smallest = sample(found.schema, "", known, shape) as Record<string, unknown>; // a payload is an object
  const meant = special[operation]?.(ids) ?? {};
  return { ...(shape === undefined ? { ...smallest, ...meant } : laidOver(smallest, meant)), ...own };
}

/** What a schema may be: its shapes, without shapes of shapes, and of those that a value names by a constant only its own. */
function shapesFor(schema: Schema, value: unknown): Schema[] {
  const either = schema.anyOf ?? schema.oneOf;
  if (!either) return [schema];
  const all = either.flatMap((one) => shapesFor(one, value));
  if (!isPlain(value)) return all;
  return all.filter(({ properties }) =>
    Object.entries(properties ?? {}).every(([key, part]) => part.const === undefined || part.const === value[key]),
  );
}

/**
 * Calls `text` for every free text that a command may carry, filled or not, and puts its answer there: strings of the
 * schema without a format, a list or a pattern. `path` is the field's, with dots, without places in lists.
 */
export function withTexts(operation: string, payload: unknown, text: (path: string, was: unknown) => unknown): unknown {
  const walk = (schema: Schema, value: unknown, path: string): unknown => {
    const shapes = shapesFor(schema, value);
    if (
      shapes.some((one) => one.type === "string" && !one.format && !one.enum && !one.pattern && one.const === undefined)
    )
      return value === null || typeof value === "string" || value === undefined ? text(path, value) : value;
    if (Array.isArray(value))
      return value.map((one: unknown) => walk(shapes.find((shape) => shape.items)?.items ?? {}, one, path));
    if (value === null || typeof value !== "object") return value;
    const known = shapes.find((shape) => shape.properties)?.properties ?? {};
    const parts = new Map(Object.entries(value));
    return Object.fromEntries(
      [...new Set([...parts.keys(), ...Object.keys(known)])].flatMap((key) => {
        const filled = walk(known[key] ?? {}, parts.get(key), path ? `${path}.${key}` : key);
        return filled === undefined ? [] : [[key, filled]];
      }),
    );
  };
  return walk(commandsByType.get(operation)?.schema ?? {}, payload, "");
}

/** The request of one cell. A section's name is its variant. Doors that are no command and no query: `doorInput`. */
export function inputOf(operation: string, variant: string, ids: Ids): Sent {
  const targetIds = new Set(Object.values(ids));
  const aimed = (value: unknown) =>
    [...JSON.stringify(value).matchAll(/[0-9a-f-]{36}/g)].some(([id]) => targetIds.has(id));
  const section: Record<string, unknown> = variant ? { section: variant } : {};
  if (commandsByType.has(operation)) {
    const payload = payloadOf(operation, ids, section);
    // an act that makes something has no version that was seen
    const base = fresh[operation] ? {} : { base: 1 };
    const body = { id: uuidv7(), v: 1, ...base, occurredAt: now, payload };
    return { method: "POST", path: `/api/commands/${operation}`, body, aimed: aimed(payload) };
  }
  const read = reads.get(operation);
  if (!read) throw new Error(`${operation} is no command and no query`);
  const input = {
    ...(sample(read.schema, "", ids) as Record<string, unknown>),
    ...special[operation]?.(ids),
    ...section,
  };
  const inPath = new Set([...read.query.path.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? ""));
  const path = `/api${read.query.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => String(input[name]))}`;
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  if (read.query.method === "POST") return { method: "POST", path, body: Object.fromEntries(rest), aimed: aimed(path) };
  const query = new URLSearchParams(rest.map(([name, value]) => [name, String(value)])).toString();
  return { method: "GET", path: query ? `${path}?${query}` : path, aimed: aimed(path) };
}
