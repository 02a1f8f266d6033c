import { createHash } from "node:crypto";
import { ListPerson } from "../../src/modules/benefit/list/contract.ts";
import { bankFileFor } from "../../src/modules/benefit/pay/bankFile.ts";
import { localTime } from "../../src/modules/benefit/pay/given.ts";
import { exclusions } from "../../src/modules/centre/entry/codes.ts";
import { type Role, roles } from "../../src/platform/access.ts";
import { freeze } from "../../src/platform/documents/freeze.ts";
import { plainDate } from "../../src/platform/time/plainDate.ts";
import { uuidv7 } from "../../src/platform/uuid.ts";
import { besideNames, makeBeside } from "./besideTimetable.ts";
import { classNames, makeClassProgramme } from "./classWorld.ts";
import { type Account, type DrillHouse, makeOrganisations } from "./house.ts";
import { day, type Ids, payloadOf } from "./inputs.ts";
import { makeProjectParts, projectNames } from "./projectWorld.ts";
import { makeRecruitment, recruitmentNames } from "./recruitmentWorld.ts";

/** What a target is to the 24 accounts, who all work in the own unit: what docs/domain/rules.md R-ACC asks about. */
export type Standing = { sameOrganisation: boolean; unit: boolean; team: boolean };

/** A person with one record of every kind. `canary` stands in the person's name and nowhere else. */
export type Target = Standing & { name: string; ids: Ids; canary: string; participants: boolean };

export type World = {
  accounts: Readonly<Record<Role, Account>>;
  /** The same roles, whose authorisation ended yesterday. */
  expired: Readonly<Record<Role, Account>>;
  targets: readonly Target[];
  /** Stands in the whereabouts of the protected person. */
  hiddenPlace: string;
  /** Sends a command in an organisation, by its name, as an account with every role. */
  makers: Readonly<Record<string, (type: string, payload: unknown) => Promise<void>>>;
};

const hiddenPlace = "Szmaragdowa";
const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

/** Makes the world by the product's own commands, sent by an account with every role in each organisation. */
export async function makeWorld(house: DrillHouse): Promise<World> {
  const { organisations, units } = await makeOrganisations(house.owner);
  const accountsOf = async (authorised: boolean) => {
    const made = new Map<Role, Account>();
    for (const role of roles)
      made.set(
        role,
        await house.makeAccount({
          organisationId: organisations.home,
          roles: [role],
          unitIds: [units.own],
          authorised,
        }),
      );
    return Object.fromEntries(made) as Record<Role, Account>; // every role was made above
  };
  const accounts = await accountsOf(true);
  const expired = await accountsOf(false);
  const everybody = [...Object.values(accounts), ...Object.values(expired)].map(({ id }) => id);

  const kinds = [
    { name: "team", organisation: "home", unit: "own", team: true },
    { name: "unit", organisation: "home", unit: "own", team: false },
    { name: "team elsewhere", organisation: "home", unit: "other", team: true },
    { name: "other unit", organisation: "home", unit: "other", team: false },
    { name: "protected", organisation: "home", unit: "own", team: true },
    { name: "closed", organisation: "home", unit: "own", team: true },
    { name: "self", organisation: "home", unit: "other", team: false },
    { name: "partner", organisation: "partner", unit: "partner", team: false },
    { name: "foreign", organisation: "foreign", unit: "foreign", team: false },
  ] as const;
  const makers = new Map<string, Maker>();
  const targets: (Target & { ids: Record<string, string> })[] = [];
  for (const { name, organisation, unit, team } of kinds) {
    const organisationId = organisations[organisation];
    const unitIds = organisation === "home" ? [units.own, units.other] : [units[organisation]];
    const maker = makers.get(organisation) ?? (await newMaker(house, organisationId, unitIds));
    makers.set(organisation, maker);
    const canary = `Kanarek${name.replace(" ", "").slice(0, 1).toUpperCase()}${name.replace(" ", "").slice(1)}`;
    const members = team ? everybody : [];
    const ids = await makeTarget(house, maker, { unitId: units[unit], canary, members, closed: name === "closed" });
    if (name === "protected") await protect(house, maker, ids);
    if (name === "self")
      await house.owner.query("update membership set person_id = $1 where account_id = any ($2)", [
        ids.personId,
        [accounts.PARTICIPANT.id, expired.PARTICIPANT.id],
      ]);
    const sameOrganisation = organisation === "home";
    const participants = name === "self";
    targets.push({ name, ids, canary, sameOrganisation, unit: unit === "own", team, participants });
  }
  await house.owner.query("update report_door set unit_id = $1 where organisation_id = $2", [
    units.own,
    organisations.home,
  ]);
  await shareBetween(house, makers, organisations, units.partner, targets);
  const senders = Object.fromEntries(
    [...makers].map(([name, { account }]) => [
      name,
      (type: string, payload: unknown) => must(house, account, type, payload),
    ]),
  );
  return { accounts, expired, targets, hiddenPlace, makers: senders };
}

export type Maker = { organisationId: string; account: Account; second: Account };

/** Every role but the one that makes a session of a participant; the second one is for what needs two people. */
export async function newMaker(house: DrillHouse, organisationId: string, unitIds: readonly string[]): Promise<Maker> {
  const all = roles.filter((role) => role !== "PARTICIPANT");
  const account = await house.makeAccount({ organisationId, roles: all, unitIds });
  const second = await house.makeAccount({ organisationId, roles: all, unitIds });
  return { organisationId, account, second };
}

/** Sends a command that must be done. @throws Error with the answer otherwise */
async function must(house: DrillHouse, by: Account, type: string, payload: unknown): Promise<void> {
  // the edits among what makes a target are of records just made
  const base = type === "vocational-plan.change" || type === "ipzs.change" ? { base: 1 } : {};
  const body = { id: uuidv7(), v: 1, ...base, occurredAt: "2026-11-22T09:59:00Z", payload };
  const answer = await house.send(by.token, "POST", `/api/commands/${type}`, body);
  if (answer.status !== 200) throw new Error(`${type}: ${answer.status} ${answer.text} for ${JSON.stringify(payload)}`);
}

/** A small PDF in the house, uploaded by the account; answers its id. */
export async function storeFile(house: DrillHouse, by: Account, fileId: string): Promise<string> {
  const answer = await house.send(by.token, "POST", `/api/files?fileId=${fileId}&commandId=${uuidv7()}`, pdf);
  if (answer.status !== 200) throw new Error(`file: ${answer.text}`);
  return fileId;
}

/** A person with one record of every kind, made by commands. */
export async function makeTarget(
  house: DrillHouse,
  { organisationId, account, second }: Maker,
  wish: { unitId: string; canary: string; members: readonly string[]; closed: boolean },
): Promise<Record<string, string>> {
  const names =
    "personId caseId twinCaseId logId partnerId receivedId linkId shareId sideId offeringId offeredId factId consentId representativeId householdId householdMemberId caseMemberId glassId taskId interviewId shiftId siteId facilityId reservationId notificationId publicNotificationId shiftLinkId referralId centreEntryId clubEntryId clubStayId attachmentId receivedReferralId receivedAttachmentId photoId contactId alertId routeId permissionId assistanceId reportId trainingId monthId assessmentId conditionId noteId needId serviceId profileId acceptanceId periodId qualificationId registrationId consultantDutyId absenceId feedId classFeedId bookingId waitingId talkNoteId employerId declarationId placementId projectId enrolmentId groupId groupMemberId sessionId attendanceCardId monthLockId moduleId closureId proposalId conflictId evidenceId contractId dutyId planId planTaskId changeId templateId annexId stepId pathId measureId ipzsId extensionId dayOffId excuseId provisionId snapshotId fileId pairId mergeId twinId mergedId authorisationId invitationId recoveryId benefitListId benefitReturnId benefitRefundId benefitAdvanceId benefitDebtEntryId accountSessionId";
  const ids: Record<string, string> = Object.fromEntries(
    `${names} ${besideNames} ${recruitmentNames} ${projectNames} ${classNames}`
      .split(" ")
      .map((name) => [name, uuidv7()]),
  );
  ids.unitId = wish.unitId;
  ids.recruitmentId = ids.projectId ?? ""; // the first of the project
  ids.accountId = account.id;
  ids.colleagueId = second.id;
  const id = (name: string) => ids[name] ?? "";
  const make = (type: string, own: Record<string, unknown> = {}, by = account) =>
    must(house, by, type, payloadOf(type, ids, own));
  const sql = (text: string, values: unknown[]) => house.owner.query(text, [organisationId, ...values]);

  for (const [name, lastName] of [
    ["personId", wish.canary],
    ["twinId", `${wish.canary}ski`],
    ["mergedId", `${wish.canary}icz`],
  ] as const)
    await make("person.record", { personId: id(name), unitId: wish.unitId, fields: { firstName: "Jan", lastName } });
  await make("case.open", { caseId: id("caseId"), openedOn: "2026-11-01", leaderId: null });
  await make("case.join-team", { memberId: id("caseMemberId"), accountId: second.id });
  await make("case.open", { caseId: id("twinCaseId"), personId: id("twinId"), openedOn: "2026-11-01", leaderId: null });
  for (const member of wish.members)
    for (const caseId of [id("caseId"), id("twinCaseId")])
      await sql(
        "insert into case_member (organisation_id, id, case_id, account_id, part, valid_from) values ($1, gen_random_uuid(), $2, $3, 'ASSISTANT', '2026-11-01')",
        [caseId, member],
      );
  await make("case.join-team", { memberId: uuidv7(), accountId: account.id });
  await make("person.write-section", { section: "HEALTH" });
  await make("person.write-section", { section: "ADDICTION" });
  await make("person.write-section", { section: "COURT" });
  await make("person.add-fact", { factId: id("factId") });
  await make("consent.record", { consentId: id("consentId") });
  await make("representative.record", { representativeId: id("representativeId") });
  const member = { memberId: id("householdMemberId"), personId: id("personId"), relation: "SELF", validFrom: day };
  await make("household.record", { householdId: id("householdId"), members: [member] });
  await make("glass.break", { glassId: id("glassId") }, second);
  await make("task.add", { taskId: id("taskId") });
  await make("interview.need", { interviewId: id("interviewId") });
  await makeClubStay(make, id);
  await make("centre-entry.apply", { entryId: id("centreEntryId"), service: "KIS" }); // the way into a centre is another one, on paper
  await make("shift.start", { shiftId: id("shiftId") });
  await make("site.record", { siteId: id("siteId") });
  await storeFile(house, account, id("photoId"));
  await sql(
    "insert into outreach_site_photo (organisation_id, id, site_id, taken_at, recorded_by) select $1, $2, $3, $4::timestamptz, $5",
    [id("photoId"), id("siteId"), "2026-11-22T09:30:00Z", account.id],
  );
  await make("facility.record", { facilityId: id("facilityId") });
  await make("facility.count");
  await make("place.reserve", { reservationId: id("reservationId") });
  await make("report-door.set");
  for (const name of ["notificationId", "publicNotificationId"])
    await make("notification.report", { notificationId: id(name) });
  await sql("update notification set source = 'PUBLIC', reported_by = null where organisation_id = $1 and id = $2", [
    id("publicNotificationId"),
  ]);
  await make("shift-link.make", { linkId: id("shiftLinkId") });
  await make("contact.record", { contactId: id("contactId"), unitId: wish.unitId });
  await make("minor-alert.record", { alertId: id("alertId") });
  await make("route.save", { routeId: id("routeId") });
  await make("alone-permission.grant", { permissionId: id("permissionId") });
  await sql(
    "insert into card_draw (organisation_id, unit_id, month, contact_id, position, drawn_by) select $1, $2, '2026-11-01', $3, 1 + count(*), $4 from card_draw where unit_id = $2",
    [wish.unitId, id("contactId"), account.id],
  );
  await make("work-report.save", { reportId: id("reportId") });
  await make("street-training.record", { trainingId: id("trainingId") });
  await freezeMonth(house, account, { snapshotId: id("monthId"), unitId: wish.unitId });
  await make("assistance.plan", { assistanceId: id("assistanceId"), unitId: wish.unitId });
  await sql("update support_case set stage = 'UNDER_ASSESSMENT' where organisation_id = $1 and id = $2", [
    id("caseId"),
  ]);
  const conditions = [{ conditionId: id("conditionId"), text: "próba" }];
  await make("assessment.record", {
    assessmentId: id("assessmentId"),
    conclusion: "próba",
    recommendation: { verdict: "CONDITIONAL", conditions },
  });
  await make("assessment.write-note", { noteId: id("noteId") });
  const changes = { texts: { interests: "próba" }, answers: {}, entries: [], removed: [] };
  await make("profile.record", { profileId: id("profileId"), occasion: "FIRST", changes });
  await make("profile.record-acceptance", {
    acceptanceId: id("acceptanceId"),
    way: "SIGNED_PAPER",
    fileId: await storeFile(house, account, uuidv7()),
  });
  await make("need.record", { needId: id("needId") });
  await make("need.match", { serviceId: id("serviceId") });
  await make("work-period.record", { periodId: id("periodId") });
  await make("qualification.record", { qualificationId: id("qualificationId") });
  await make("labour-registration.record", { registrationId: id("registrationId"), from: "2026-03-01", to: null });
  await make("consultant-duty.record", { consultantDutyId: id("consultantDutyId") });
  await make("consultant-duty.note-absence", {
    absenceId: id("absenceId"),
    fromOn: "2026-12-28",
    toOn: "2026-12-28",
  });
  await make("calendar-feed.open", { feedId: id("feedId") });
  await make("booking.make", { bookingId: id("bookingId"), startsAt: "10:00" });
  await make("counselling.write-note", { talkNoteId: id("talkNoteId") });
  await make("waiting.join", { waitingId: id("waitingId"), role: "PSYCHOLOGIST" });
  await make("employer.record", { employerId: id("employerId") });
  const file = (fileId: string) => storeFile(house, account, fileId);
  await make("declaration.record", { declarationId: id("declarationId"), fileId: await file(uuidv7()) });
  await make("placement.plan", { placementId: id("placementId") });
  await make("coach-log.write", { logId: id("logId") });
  await make("project.record", { projectId: id("projectId"), startsOn: "2026-01-01" });
  await make("enrolment.start", { enrolmentId: id("enrolmentId") });
  await makeRecruitment(make, id);
  await makeProjectParts(sql, id, { unitId: wish.unitId, accountId: account.id });
  await storeFile(house, account, id("listId"));
  const module = { code: "MOTIVATION", name: "Moduł", form: "GROUP", plannedHours: 10, cadence: null, provider: null };
  const modules = [{ ...module, moduleId: id("moduleId"), optional: false }];
  await make("group.record", { groupId: id("groupId"), modules });
  for (const member of wish.members)
    await sql(
      "insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, given_by) select $1, gen_random_uuid(), $2, $3, '2026-11-01', recorded_by from class_group where id = $2",
      [id("groupId"), member],
    );
  await make("member.add", {
    members: [{ memberId: id("groupMemberId"), enrolmentId: id("enrolmentId"), validFrom: day }],
  });
  await make("class-feed.open", { feedId: id("classFeedId") });
  await make("session.add", { sessionId: id("sessionId") });
  await make("closure.record", { closureId: id("closureId"), fromOn: "2031-01-07", toOn: "2031-01-07" });
  const order = { proposalId: id("proposalId"), unitId: wish.unitId, groupIds: [id("groupId")], fromOn: day };
  await sql(
    `insert into timetable_proposal (organisation_id, id, unit_id, from_on, order_given, fingerprint, plan, made_by)
      values ($1, $2, $3, $4, $5, '\\x00', '{"sessions":[],"unplaced":[],"shortages":[],"worstGap":0,"milliseconds":0}', $6)`,
    [id("proposalId"), wish.unitId, day, JSON.stringify({ ...order, keepMoved: true, withOptional: [] }), account.id],
  );
  await make("attendance-card.issue", { cards: [{ cardId: id("attendanceCardId"), personId: id("personId") }] });
  await sql(
    "insert into register_month_lock (organisation_id, id, unit_id, month, no, locked_by) select $1, $2, $3, '2026-08-01', 1 + count(*), $4 from register_month_lock where unit_id = $3 and month = '2026-08-01'",
    [id("monthLockId"), wish.unitId, account.id],
  );
  await makeBeside(make, id, day);
  await make("evidence.record", {
    evidenceId: id("evidenceId"),
    fileId: await file(uuidv7()),
    evidenceKind: "PSYCHOLOGIST_OPINION",
  });
  await make("contract.draft", { contractId: id("contractId") });
  const duties = ["PERSON", "OPS"].map((side) => ({
    dutyId: side === "OPS" ? uuidv7() : id("dutyId"),
    side,
    what: "próba",
    dueOn: "2026-12-31",
  }));
  await make("contract.set-duties", { duties });
  await sql("update support_case set stage = 'ANALYSIS' where organisation_id = $1 and id = $2", [id("caseId")]);
  await make("plan.draft", { planId: id("planId") });
  await make("plan-template.save", { templateId: id("templateId") });
  await make("plan.set-tasks", {
    tasks: [
      { taskId: id("planTaskId"), base: null, side: "OPS", what: "próba", dueOn: "2026-12-04" },
      { taskId: uuidv7(), base: null, side: "SHELTER", what: "próba", dueOn: "2026-12-04" },
    ],
  });
  const proposed = {
    description: payloadOf("plan.describe", ids, { reason: undefined, planId: undefined }),
    reason: "próba",
  };
  await sql(
    "insert into plan_change (organisation_id, id, plan_id, sealed, proposed_by, proposed_on) values ($1, $2, $3, $4, $5, '2026-11-22')",
    [
      id("changeId"),
      id("planId"),
      house.seal(organisationId, "plan.change", JSON.stringify(proposed), id("changeId")),
      account.id,
    ],
  );
  await make("vocational-plan.begin", { annexId: id("annexId") });
  await make("vocational-plan.change", { fields: { goal: "próba", targetJobs: "próba" } });
  const step = { type: "COURSE", provider: "próba", certificate: "próba", lacksDocument: true, competence: "próba" };
  const open = { base: null, hours: null, fromOn: null, untilOn: null };
  await make("vocational-plan.set-steps", { steps: [{ lineId: id("stepId"), ...open, ...step, mover: "PERSON" }] });
  await make("vocational-plan.agree");
  await make("vocational-plan.hand-over", { coachId: account.id, disclosureAgreed: true });
  await make("interpersonal-path.begin", { annexId: id("pathId") });
  await make("interpersonal-path.measure", { measureId: id("measureId"), moment: "PRE" });
  const goal = { lineId: uuidv7(), base: null, competence: null, text: "próba", reason: "próba" };
  await make("interpersonal-path.set-goals", { goals: [goal] });
  await make("interpersonal-path.set-forms", {
    forms: [{ lineId: uuidv7(), base: null, form: "TRAINING", hours: 2, note: "próba" }],
  });
  await makeIpzs(make, id);
  await makeClassProgramme(house, {
    organisationId,
    unitId: wish.unitId,
    by: account.id,
    id: id("classProgrammeId"),
  });
  await makeBenefitList(house, {
    organisationId,
    unitId: wish.unitId,
    by: account.id,
    other: second.id,
    name: wish.canary,
    ids,
  });
  const report = await house.send(account.token, "GET", `/api/reports/effectiveness/${id("projectId")}`);
  await make("report.send", { snapshotId: id("snapshotId"), seenHash: JSON.parse(report.text).contentHash });
  await make("person.merge", { mergeId: id("mergeId"), mergedId: id("mergedId") });
  const sealed = (value: string) => house.seal(organisationId, "conflict.value", value, id("conflictId"));
  await sql(
    "insert into conflict (organisation_id, id, record_type, record_id, person_id, field, mine_sealed, made_by, made_at, command_id, theirs_sealed, recorded_at) values ($1, $2, 'person', $3, $3, 'alias', $4, $5, '2026-11-22T09:00:00Z', $2, $6, '2026-11-22T09:00:00Z')",
    [id("conflictId"), id("personId"), sealed('"Inny"'), account.id, sealed("null")],
  );
  const [oneId, otherId] = [id("personId"), id("twinId")].toSorted();
  await sql(
    "insert into duplicate_pair (organisation_id, id, one_id, other_id, certainty, reasons) values ($1, $2, $3, $4, 'probable', array['SAME_NAME'])",
    [id("pairId"), oneId, otherId],
  );
  const { rows } = await house.owner.query<{ id: string }>(
    "select id from authorisation where account_id = $1 limit 1",
    [account.id],
  );
  ids.authorisationId = rows[0]?.id ?? "";
  ids.accountSessionId = account.sessionId;
  const linkHash = (text: string) =>
    createHash("sha256")
      .update(text + wish.canary)
      .digest("hex");
  await make("account.invite", { invitationId: id("invitationId"), linkHash: linkHash("invite") });
  await make("account.reset", { recoveryId: id("recoveryId"), accountId: second.id, linkHash: linkHash("reset") });
  if (wish.closed) await make("case.end", { reason: "LOST_CONTACT" });
  return ids;
}

const everythingFound = [
  { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "próba" },
  { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "próba" },
  ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
];

/** A stay in a club that has ended with its certificate, by a referral that came on paper. */
async function makeClubStay(
  make: (type: string, own?: Record<string, unknown>) => Promise<void>,
  id: (name: string) => string,
): Promise<void> {
  const [entryId, stayId] = [id("clubEntryId"), id("clubStayId")];
  const paper = { service: "KIS", applicantKind: "SELF", issuer: "OPS", referralNo: "próba", found: everythingFound };
  const days = { appliedOn: day, interviewOn: null, opinion: null, opinionOn: null, referredOn: day, opsToldOn: null };
  await make("centre-entry.record-paper", { entryId, ...paper, ...days, words: null, commune: null });
  await make("centre-entry.sign", { stepId: uuidv7(), entryId, signedOn: day, contractNo: "próba" });
  await make("centre-entry.decide", { stepId: uuidv7(), entryId, admitted: true, opsAgreedOn: null });
  await make("club-stay.set", { stayId, entryId, startsOn: day, endsOn: day });
  await make("club-stay.prolong", {
    prolongationId: uuidv7(),
    stayId,
    agreedOn: day,
    endsOn: "2026-12-31",
    words: "próba",
  });
  await make("club-stay.end", { stayId, endedOn: day, reason: "JOB", words: "próba" });
  await make("club-stay.certify", { stayId, number: stayId, issuedOn: day, validUntil: null, words: "próba" });
}

/** A social employment programme in participation, with an extension and a day off that wait. */
async function makeIpzs(
  make: (type: string, own?: Record<string, unknown>) => Promise<void>,
  id: (name: string) => string,
): Promise<void> {
  await make("ipzs.begin", { ipzsId: id("ipzsId") });
  const fields = {
    socialScope: [{ id: uuidv7(), form: "próba", hours: 5, leader: "próba" }],
    vocationalScope: [{ id: uuidv7(), kind: "WORKSHOP", name: "próba", hours: 30 }],
    responsible: [{ id: uuidv7(), name: "próba", area: "próba" }],
    trialFrom: day,
    participationTo: null,
    weeklyHours: 35,
    obligations: "próba",
  };
  await make("ipzs.change", { fields });
  await make("centre-entry.record-paper", {
    entryId: uuidv7(),
    service: "CIS",
    applicantKind: "SELF",
    issuer: "OPS",
    referralNo: "próba",
    appliedOn: day,
    interviewOn: day,
    opinion: "POSITIVE",
    opinionOn: day,
    referredOn: day,
    opsToldOn: null,
    words: null,
    commune: null,
    found: everythingFound,
  });
  await make("ipzs.agree");
  await make("ipzs.sign-on-paper", { paperId: id("ipzsId"), signedAs: "PERSON", signedOn: day });
  await make("ipzs.admit", { admittedOn: day });
  await make("ipzs.decide-trial", { qualified: true, decidedOn: day });
  await make("ipzs.ask-extension", { extensionId: id("extensionId"), askedOn: day });
  await make("ipzs.ask-days-off", { askedOn: day, days: [{ dayOffId: id("dayOffId"), day: "2027-01-04" }] });
  await make("absence.ask", {
    excuseId: id("excuseId"),
    kind: "OTHER_EXCUSED",
    reason: "FUNERAL",
    from: "2027-01-11",
    to: "2027-01-12",
    askedOn: day,
    documentOn: null,
  });
  await make("ipzs.provide", { provisionId: id("provisionId"), givenOn: day, until: null });
}

/** The team's October as it was given out; each target of one team has a version of its own. */
/** A month long ago whose list was approved and paid, with a payment that came back and a request for the refund; another month for each target. */
async function makeBenefitList(
  house: DrillHouse,
  of: {
    organisationId: string;
    unitId: string;
    by: string;
    other: string;
    name: string;
    ids: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { organisationId, unitId, by, other, ids } = of;
  const {
    benefitListId: listId = "",
    benefitReturnId,
    benefitRefundId: refundId = "",
    benefitAdvanceId: advanceId = "",
    benefitDebtEntryId,
    ipzsId = "",
    personId = "",
  } = ids;
  const sql = async (text: string, values: unknown[]) => house.owner.query(text, [organisationId, ...values]);
  const { rows } = await house.owner.query<{ month: string }>(
    "select to_char('2015-01-01'::date + count(*)::int * interval '1 month', 'YYYY-MM-DD') as month from benefit_list",
  );
  const month = rows[0]?.month ?? "2015-01-01";
  const text = { pl: "Cały miesiąc", en: "Whole month", uk: "Увесь місяць" };
  const lines = [{ kind: "WHOLE_MONTH", days: 31, amountGrosze: 100, rule: "R-CIS-20", article: "art. 15", text }];
  const nrb = "27114020040000300201355387";
  const person = ListPerson.parse({
    ipzsId,
    personId,
    name: `Jan ${of.name}`,
    spans: [],
    classDays: 0,
    presentDays: 0,
    daysOffLeft: 0,
    sickDaysUsedBefore: 0,
    sickDaysUsed: 0,
    fullGrosze: 100,
    bonusMaxGrosze: 100,
    lines,
    benefitGrosze: 100,
    corrections: [],
    raisedGrosze: 0,
    loweredGrosze: 0,
    carriedInGrosze: 0,
    recoveredGrosze: 0,
    carriedOutGrosze: 0,
    bonusGrosze: 0,
    bonusReason: "",
    deductions: [],
    deductedGrosze: 0,
    payGrosze: 100,
    contributions: [],
    way: "ACCOUNT",
    nrb,
  });
  const { contentHash } = freeze({ unitId, month, law: [], people: [person] });
  const seal = (purpose: string, value: unknown, id: string) =>
    house.seal(organisationId, `benefit.${purpose}`, JSON.stringify(value), id);
  await sql(
    `insert into benefit_list (organisation_id, id, unit_id, month, no, people, benefit_grosze, bonus_grosze, deducted_grosze, pay_grosze, contributions_grosze, content_hash, sealed, prepared_by, prepared_on)
     values ($1, $2, $3, $4, 1, 1, 100, 0, 0, 100, 0, $5, $6, $7, $4)`,
    [listId, unitId, month, contentHash, seal("list", { law: [], despite: "" }, listId), by],
  );
  await sql(
    `insert into benefit_list_person (organisation_id, list_id, ipzs_id, person_id, no, benefit_grosze, raised_grosze, lowered_grosze, carried_in_grosze, recovered_grosze, carried_out_grosze, bonus_grosze, deducted_grosze, pay_grosze, way, sealed)
     values ($1, $2, $3, $4, 1, 100, 0, 0, 0, 0, 0, 0, 0, 100, 'ACCOUNT', $5)`,
    [listId, ipzsId, personId, seal("list-person", person, `${listId}/${ipzsId}`)],
  );
  await sql(
    `insert into benefit_list_decision (organisation_id, list_id, unit_id, month, prepared_by, decision, decided_by, decided_on)
     values ($1, $2, $3, $4, $5, 'APPROVED', $6, $4)`,
    [listId, unitId, month, by, other],
  );
  await sql("insert into benefit_payment (organisation_id, list_id, paid_on, recorded_by) values ($1, $2, $3, $4)", [
    listId,
    month,
    by,
  ]);
  const payerId = uuidv7();
  const payer = { nrb: "61109010140000071219812874", name: "CIS", address: "", title: "Wypłata" };
  await sql(
    `insert into benefit_payer (organisation_id, id, unit_id, no, format, letters, sealed, set_by)
     select $1, $2, $3, 1 + count(*), 'PAIN001', 'utf-8', $4, $5 from benefit_payer where unit_id = $3`,
    [payerId, unitId, seal("payer", payer, payerId), by],
  );
  const made = {
    listId,
    no: 1,
    month: plainDate(month),
    payOn: plainDate(month),
    createdAt: localTime("2026-11-22T10:00:00Z"),
  };
  const file = bankFileFor({ ...made, payer: { ...payer, format: "PAIN001", letters: "utf-8" }, people: [person] });
  await sql(
    `insert into benefit_bank_file (organisation_id, list_id, no, payer_id, pay_on, transfers, total_grosze, sha256, sealed, made_by, recorded_at)
     values ($1, $2, 1, $3, $4, 1, 100, $5, $6, $7, '2026-11-22T10:00:00Z')`,
    [listId, payerId, month, file.sha256, seal("bank-file", [ipzsId], `${listId}/1`), by],
  );
  await sql(
    "insert into benefit_return (organisation_id, id, list_id, ipzs_id, no, returned_on, recorded_by) values ($1, $2, $3, $4, 1, $5, $6)",
    [benefitReturnId, listId, ipzsId, month, by],
  );
  await sql(
    `insert into benefit_refund (organisation_id, id, list_id, no, number, asked_on, benefit_grosze, contributions_grosze, sealed, asked_by)
     values ($1, $2, $3, 1, '1', $4, 100, 0, $5, $6)`,
    [refundId, listId, month, seal("refund", { office: "Starosta", reason: "" }, refundId), by],
  );
  await sql(
    `insert into benefit_advance (organisation_id, id, unit_id, no, month, number, asked_on, amount_grosze, sealed, asked_by)
     select $1, $2, $3, 1 + count(*), $4, '1', $4, 100, $5, $6 from benefit_advance where unit_id = $3`,
    [advanceId, unitId, month, seal("advance", { office: "Starosta", reason: "" }, advanceId), by],
  );
  await sql(
    `insert into benefit_debt_settlement (organisation_id, id, list_id, ipzs_id, no, kind, way, amount_grosze, settled_on, leaves_refund, recorded_by)
     values ($1, $2, $3, $4, 1, 'REPAID', 'CASH', 1, $5, true, $6)`,
    [benefitDebtEntryId, listId, ipzsId, month, by],
  );
}

async function freezeMonth(house: DrillHouse, by: Account, of: { snapshotId: string; unitId: string }): Promise<void> {
  const read = await house.send(by.token, "GET", `/api/street-work/units/${of.unitId}/months/2026-10`);
  const { contentHash: seenHash } = JSON.parse(read.text);
  await must(house, by, "street-month.freeze", { ...of, month: "2026-10", seenHash, correctionReason: "próba" });
}

/**
 * Home and partner keep a partnership each and are in both. Home shares every person of its own with the partner; the partner
 * shares one person that nobody at home has tied yet, and one for each person at home that is tied to them.
 */
export async function shareBetween(
  house: DrillHouse,
  makers: ReadonlyMap<string, Maker>,
  organisations: Readonly<Record<"home" | "partner", string>>,
  partnerUnit: string,
  targets: readonly (Pick<Target, "sameOrganisation"> & { ids: Record<string, string> })[],
): Promise<void> {
  const [home, partner] = [makers.get("home"), makers.get("partner")];
  if (!home || !partner) throw new Error("no makers");
  const both = [
    { by: home, to: partner, shortName: "partner" },
    { by: partner, to: home, shortName: "home" },
  ].map((one) => ({ ...one, partnershipId: uuidv7() }));
  for (const { by, to, shortName, partnershipId } of both) {
    const period = { validFrom: "2026-01-01", validUntil: null };
    const members = [{ shortName, ...period }];
    await must(house, by.account, "partnership.record", {
      partnershipId,
      name: "Partnerstwo",
      purpose: null,
      ...period,
      members,
    });
    await must(house, to.account, "partnership.join", { organisationId: by.organisationId, partnershipId });
  }
  const offeredId = both[1]?.partnershipId ?? "";
  const received = async () => {
    const [personId, shareId] = [uuidv7(), uuidv7()];
    const fields = { firstName: "Jan", lastName: "Udostępniony" };
    await must(house, partner.account, "person.record", { personId, unitId: partnerUnit, fields });
    const given = { personId, partnerId: organisations.home };
    await must(house, partner.account, "share.give", payloadOf("share.give", given, { shareId }));
    return shareId;
  };
  const receivedId = await received();
  const [receivedReferralId, receivedAttachmentId] = [uuidv7(), uuidv7()];
  const withFile = async (by: Account, attachmentId = "") => [
    { attachmentId, fileId: await storeFile(house, by, uuidv7()), section: "CORE", title: "pismo" },
  ];
  const referred = { personId: uuidv7(), partnerId: organisations.home };
  await must(house, partner.account, "person.record", {
    personId: referred.personId,
    unitId: partnerUnit,
    fields: { firstName: "Jan", lastName: "Skierowany" },
  });
  await must(
    house,
    partner.account,
    "referral.send",
    payloadOf("referral.send", referred, {
      referralId: receivedReferralId,
      attachments: await withFile(partner.account, receivedAttachmentId),
    }),
  );
  for (const { ids, sameOrganisation } of targets) {
    if (!sameOrganisation) continue;
    Object.assign(ids, {
      partnerId: organisations.partner,
      receivedId,
      receivedReferralId,
      receivedAttachmentId,
      offeredId,
      offeringId: organisations.partner,
    });
    const given = { shareId: ids.shareId, sections: ["CORE", "SOCIAL"] };
    await must(house, home.account, "share.give", payloadOf("share.give", ids, given));
    // not by its command, which refuses it for the one whose whereabouts are protected
    await house.owner.query(
      "insert into share_side (organisation_id, id, share_id, plan_id, side, goal_ids, opened_by) values ($1, $2, $3, $4, 'SHELTER', '{}', $5)",
      [home.organisationId, ids.sideId, ids.shareId, ids.planId, home.account.id],
    );
    const attachments = await withFile(home.account, ids.attachmentId);
    const referral = payloadOf("referral.send", ids, { referralId: ids.referralId, attachments });
    await must(house, home.account, "referral.send", referral);
    const accepted = { linkId: ids.linkId, shareId: await received(), personId: ids.personId };
    await must(house, home.account, "share.accept", accepted);
  }
}

/** The place where the person hides: in the sealed section and in a field, for the maker alone. */
async function protect(house: DrillHouse, { account }: Maker, ids: Ids): Promise<void> {
  const fields = { protectedWhereabouts: true, correspondenceAddress: `${hiddenPlace} 7` };
  const payload = { personId: ids.personId, fields };
  const body = { id: uuidv7(), v: 1, base: 1, occurredAt: "2026-11-22T09:59:00Z", payload };
  const answer = await house.send(account.token, "POST", "/api/commands/person.change", body);
  if (answer.status !== 200) throw new Error(`person.change: ${answer.text}`);
  const content = { codes: [], until: null, text: `${hiddenPlace} 7` };
  await must(house, account, "person.write-section", { personId: ids.personId, section: "WHEREABOUTS", content });
}
