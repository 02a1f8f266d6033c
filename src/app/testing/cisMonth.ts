import type { AttendanceStatus } from "../../modules/attendance/rules.ts";
import { exclusions } from "../../modules/centre/entry/codes.ts";
import { isWorkingDay } from "../../platform/time/calendar.ts";
import { addDays, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { type PersonOfFixture, type TestHouse, world } from "./house.ts";

export type Participant = { personId: string; caseId: string; ipzsId: string };
export type Workshop = { projectId: string; groupId: string; moduleId: string };

/** Beata prepares programmes, Hanna manages the centre, Zdzisław keeps the registers: all of the club. */
const writer = "beata";

async function sent(
  it: TestHouse,
  name: PersonOfFixture,
  type: string,
  payload: unknown,
  base?: number,
): Promise<void> {
  const answer = await it.command(name, type, payload, base === undefined ? {} : { base });
  if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
}

/** Beata may prepare programmes; a workshop of a centre in the club, led by Zdzisław, without people yet. */
export async function givenWorkshop(it: TestHouse, startsOn = "2025-11-03"): Promise<Workshop> {
  await it.owner.query(
    "insert into membership_role (organisation_id, account_id, role) values ($1, $2, 'REINTEGRATION_SOCIAL_WORKER') on conflict do nothing",
    [world.agenda, it.accountOf(writer)],
  );
  const [projectId, groupId, moduleId] = [uuidv7(), uuidv7(), uuidv7()];
  await it.owner.query(
    "insert into project (organisation_id, id, unit_id, kind, title, starts_on, contract_required, recorded_by) values ($1, $2, $3, 'CIS', 'Centrum', $4, false, $5)",
    [world.agenda, projectId, world.club, startsOn, it.accountOf("hanna")],
  );
  await it.owner.query(
    "insert into class_group (organisation_id, id, project_id, unit_id, name, starts_on, weeks, meetings_per_week, minutes_per_meeting, capacity, recorded_by) values ($1, $2, $3, $4, 'Warsztat stolarski', $5, 100, 5, 360, 30, $6)",
    [world.agenda, groupId, projectId, world.club, startsOn, it.accountOf("hanna")],
  );
  await it.owner.query(
    "insert into programme_module (organisation_id, id, group_id, no, code, name, form, planned_minutes) values ($1, $2, $3, 1, 'OWN', 'Warsztat', 'GROUP', 60000)",
    [world.agenda, moduleId, groupId],
  );
  await it.owner.query(
    "insert into class_group_leader (organisation_id, id, group_id, account_id, valid_from, given_by) values ($1, $2, $3, $4, $5, $6)",
    [world.agenda, uuidv7(), groupId, it.accountOf("zdzislaw"), startsOn, it.accountOf("hanna")],
  );
  return { projectId, groupId, moduleId };
}

export type ParticipantWish = {
  lastName?: string;
  trialFrom?: string;
  qualified?: boolean;
  capped?: boolean;
  benefitApplied?: boolean;
  /** From which day they belong to the workshop. */
  memberFrom?: string;
};

/** Somebody who was referred, signed and admitted by the product's own commands, and belongs to the workshop. */
export async function givenParticipant(
  it: TestHouse,
  { projectId, groupId }: Workshop,
  wish: ParticipantWish = {},
): Promise<Participant> {
  const trialFrom = wish.trialFrom ?? "2026-03-02";
  const [personId, caseId, ipzsId, enrolmentId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const { rows } = await it.owner.query("select coalesce(max(person_no), 0) + 1 as no from person");
  await it.owner.query(
    "insert into person (organisation_id, id, person_no, step, first_name, last_name, recorded_by) values ($1, $2, $3, 'NAMED', 'Kamil', $4, $5)",
    [world.agenda, personId, rows[0].no, wish.lastName ?? "Hebel", it.accountOf(writer)],
  );
  await it.owner.query("insert into person_unit values ($1, $2, $3, '2025-01-01')", [
    world.agenda,
    personId,
    world.club,
  ]);
  await it.owner.query(
    "insert into support_case (organisation_id, id, person_id, unit_id, opened_on, stage, leader_id) values ($1, $2, $3, $4, '2025-01-01', 'ANALYSIS', $5)",
    [world.agenda, caseId, personId, world.club, it.accountOf(writer)],
  );
  await it.owner.query("insert into open_case values ($1, $2, $3, $4)", [world.agenda, personId, world.club, caseId]);
  const found = [
    { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie urzędu" },
    { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "opinia ośrodka" },
    ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
  ];
  await sent(it, writer, "centre-entry.record-paper", {
    entryId: uuidv7(),
    personId,
    service: "CIS",
    applicantKind: "SELF",
    appliedOn: "2025-10-02",
    interviewOn: "2025-10-05",
    opinion: "POSITIVE",
    opinionOn: "2025-10-09",
    issuer: "OPS",
    issuerName: "OPS Radom",
    referralNo: "CIS/41/2025",
    referredOn: "2025-10-10",
    opsToldOn: null,
    found,
  });
  await sent(it, writer, "ipzs.begin", { ipzsId, caseId });
  const { capped = false, benefitApplied = true } = wish;
  const fields = {
    socialScope: [{ id: uuidv7(), form: "Grupa wsparcia", hours: 5, leader: "Psycholog" }],
    vocationalScope: [{ id: uuidv7(), kind: "WORKSHOP", name: "Warsztat stolarski", hours: 30 }],
    responsible: [{ id: uuidv7(), name: "Kazimierz Hebel", area: "warsztat" }],
    trialFrom,
    participationTo: null,
    weeklyHours: 35,
    dailyHours: capped ? 7 : null,
    capped,
    benefitApplied,
    benefitAppliedOn: benefitApplied ? trialFrom : null,
    obligations: "Uczestnik przychodzi na zajęcia.",
  };
  await sent(it, writer, "ipzs.change", { ipzsId, fields }, 1);
  await sent(it, writer, "ipzs.agree", { ipzsId, agreedOn: trialFrom, words: "" });
  const name = `Kamil ${wish.lastName ?? "Hebel"}`;
  const signature = { signatureId: uuidv7(), paperId: ipzsId, signedAs: "PERSON", name, signedOn: trialFrom };
  await sent(it, writer, "ipzs.sign-on-paper", signature);
  await sent(it, "hanna", "ipzs.admit", { ipzsId, admittedOn: trialFrom });
  if (wish.qualified !== false)
    await sent(it, "hanna", "ipzs.decide-trial", {
      ipzsId,
      qualified: true,
      decidedOn: trialFrom,
      reason: "Pracuje starannie.",
    });
  await it.owner.query(
    "insert into enrolment (organisation_id, id, person_id, case_id, project_id, started_on, recorded_by) values ($1, $2, $3, $4, $5, '2025-11-03', $6)",
    [world.agenda, enrolmentId, personId, caseId, projectId, it.accountOf(writer)],
  );
  await it.owner.query(
    "insert into group_member (organisation_id, id, group_id, enrolment_id, person_id, valid_from, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)",
    [world.agenda, uuidv7(), groupId, enrolmentId, personId, wish.memberFrom ?? "2025-11-03", it.accountOf("hanna")],
  );
  return { personId, caseId, ipzsId };
}

/** Classes of the workshop, six hours on every working day of some days. Answers their ids by day. */
export async function givenClasses(
  it: TestHouse,
  { groupId, moduleId }: Workshop,
  from: string,
  to: string,
): Promise<Map<PlainDate, string>> {
  const sessions = new Map<PlainDate, string>();
  for (let day = plainDate(from); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) sessions.set(day, uuidv7());
  await it.owner.query(
    `insert into class_session (organisation_id, id, group_id, module_id, day, starts_at, minutes, leader_id)
    select $1, t.id, $2, $3, t.day, '08:00', 360, $4 from unnest($5::uuid[], $6::date[]) as t(id, day)`,
    [world.agenda, groupId, moduleId, it.accountOf("zdzislaw"), [...sessions.values()], [...sessions.keys()]],
  );
  return sessions;
}

/** Locks the registers of a unit for some months, as pay is reckoned from locked ones. */
export async function givenLockedMonths(
  it: TestHouse,
  unitId: string,
  [from, to]: [string, string] = ["2026-05-01", "2027-03-01"],
): Promise<void> {
  await it.owner.query(
    `insert into register_month_lock (organisation_id, id, unit_id, month, no, locked_by)
    select $1, gen_random_uuid(), $2, month::date, 1, $3 from generate_series($4::date, $5::date, '1 month') month`,
    [world.agenda, unitId, it.accountOf("hanna"), from, to],
  );
}

/** Marks and closes the registers of classes, everybody present but as `marks` says by person and day. */
export async function givenRegisters(
  it: TestHouse,
  sessions: ReadonlyMap<PlainDate, string>,
  participants: readonly Participant[],
  marks: (participant: Participant, day: PlainDate) => AttendanceStatus | undefined = () => undefined,
): Promise<void> {
  for (const [day, sessionId] of sessions) {
    const list = participants.map((one) => ({
      personId: one.personId,
      status: marks(one, day) ?? "PRESENT",
      minutesLate: 0,
      minutesLeftEarly: 0,
    }));
    await it.owner.query(
      `insert into attendance_entry (organisation_id, id, session_id, person_id, status, marked_by)
      select $1, gen_random_uuid(), $2, t.person, t.status, $3 from unnest($4::uuid[], $5::text[]) as t(person, status)`,
      [
        world.agenda,
        sessionId,
        it.accountOf("zdzislaw"),
        list.map(({ personId }) => personId),
        list.map(({ status }) => status),
      ],
    );
    await it.owner.query(
      "insert into register_closing (organisation_id, session_id, topic, leader_id, held_minutes, present, closed_by) values ($1, $2, 'Praca w warsztacie', $3, 360, $4, $3)",
      [world.agenda, sessionId, it.accountOf("zdzislaw"), list.filter(({ status }) => status === "PRESENT").length],
    );
  }
}
