import { RADOM_MODULES } from "../../modules/programme/rules.ts";
import { type PlainDate, weekday } from "../../platform/time/plainDate.ts";
import {
  addFact,
  concludeContract,
  contractDuties,
  holdSession,
  joinTeam,
  openCase,
  recordPerson,
  settleTasks,
} from "./acts.ts";
import { radomJobs } from "./jobs.ts";
import type { Stage } from "./loadDemo.ts";
import { type DemoPerson, demoPeople } from "./people.ts";
import { radomCard, whyRadom } from "./radomCard.ts";
import { radomCriteria, radomRules, widerEducation } from "./radomCriteria.ts";
import { planClasses, radomOrder, radomRooms } from "./timetable.ts";

const worker = {
  login: "anna",
  name: "Anna Kowalczyk",
  unit: "radom-rejon",
  centre: "Miejski Ośrodek Pomocy Społecznej w Radomiu",
  commune: "1463011",
};
/** Days from today on which the groups began; they overlap while both run. */
const firstWeek = -196;
const secondWeek = -21;
/** The Monday of the week of a day relative to today. */
const mondayOf = (stage: Stage, days: number) => days + 1 - weekday(stage.day(days));

/** The club of MOPS Radom: two groups of thirty, one in its 29th week, one just begun. */
export async function radomClub(stage: Stage): Promise<void> {
  const projectId = stage.id("project radom");
  const firstStart = mondayOf(stage, firstWeek);
  const secondStart = mondayOf(stage, secondWeek);
  stage.at(firstStart - 60);
  await stage.do("beata", "project.record", {
    projectId,
    unitId: stage.unitId("radom-kis"),
    kind: "KIS",
    title: "Klub Integracji Społecznej – powrót do pracy",
    number: "KIS/60/1",
    funder: "Ministerstwo właściwe do spraw polityki społecznej",
    edition: null,
    leadPartner: "MOPS w Radomiu",
    area: "Miasto Radom",
    targetGroup: "Osoby długotrwale bezrobotne, klienci ośrodka",
    startsOn: stage.day(firstStart - 60),
    endsOn: stage.day(firstStart + 457),
    plannedPersons: 60,
    socialThresholdPercent: 60,
    employmentThresholdPercent: 25,
    indicatorWindowDays: 90,
    minutesPerHour: 60,
    completionThresholdPercent: 80,
    contractRequired: true,
  });
  await radomCriteria(stage, projectId);
  await radomCard(stage, projectId, firstStart);
  await whyRadom(stage, projectId, firstStart - 55);
  await radomRooms(stage);
  const first = await group(stage, projectId, 1, firstStart, demoPeople("radom-a", 30));
  await held(stage, first, firstStart, secondStart - 1);
  await evaluate(stage, first, firstStart + 70, first.personIds.length);
  await evaluate(stage, first, firstStart + 160, first.personIds.length - 3);
  await widerEducation(stage, projectId, secondStart - 30);
  const second = await group(stage, projectId, 2, secondStart, demoPeople("radom-b", 30));
  await held(stage, first, secondStart, -14);
  await held(stage, second, secondStart, -1);
  await bakery(stage);
  await radomJobs(stage, first.personIds);
  await outcomes(stage, projectId, first);
  const wojciech = await joinWojciech(stage, projectId, first.id);
  const stayed = first.personIds.filter((_, i) => i % 4 !== 0 || i > 20);
  await held(stage, { ...first, personIds: stayed }, -13, -8);
  await held(stage, { ...first, personIds: [...stayed, wojciech] }, -7, -1);
  await meetToday(stage, second);
  await settleTasks(stage, "anna", 4);
}

/** The contracts of a group are looked at together; `count` of them, so that a few stay due. */
async function evaluate(stage: Stage, { personIds }: Group, on: number, count: number): Promise<void> {
  for (const [i, personId] of personIds.slice(0, count).entries()) {
    stage.at(on + Math.floor(i / 6), `${String(8 + (i % 6)).padStart(2, "0")}:30`);
    const contractId = stage.id(`contract ${personId}`);
    await stage.do("anna", "contract.evaluate", {
      evaluationId: stage.id(`evaluation ${contractId} ${on}`),
      contractId,
      heldOn: stage.day(on + Math.floor(i / 6)),
      results: contractDuties(stage, contractId).map((dutyId, at) => ({
        dutyId,
        result: (i + at) % 5 === 0 ? "PARTLY" : "KEPT",
      })),
      personSaid: i % 4 === 0 ? "Zajęcia pomagają, chcę już pracować." : null,
      conclusion: "Umowa jest dotrzymywana. Idziemy dalej.",
    });
  }
}

/** Wojciech comes to the club in the middle, in a place that became free. Answers his id. */
async function joinWojciech(stage: Stage, projectId: string, groupId: string): Promise<string> {
  const personId = stage.id("radom-ulica street 0");
  const enrolmentId = stage.id(`enrolment ${personId}`);
  stage.at(-8, "10:00");
  const caseId = await openCase(stage, "anna", "radom-kis", personId, stage.day(-8));
  for (const [colleague, part] of [
    ["grazyna", "GROUP_LEADER"],
    ["sylwia", "JOB_COACH"],
  ] as const)
    await joinTeam(stage, "anna", caseId, colleague, part, stage.day(-8));
  stage.at(-7, "06:30");
  const seen = { on: stage.day(-8), words: "zaświadczenie z urzędu pracy i z ośrodka, świadectwo" };
  await stage.do("beata", "enrolment.start", {
    enrolmentId,
    projectId,
    caseId,
    startedOn: stage.day(-7),
    confirmed: radomRules(stage, { wider: true }).map(({ ruleId }) => ({ ruleId, ...seen })),
  });
  const member = { memberId: stage.id(`member ${enrolmentId}`), enrolmentId, validFrom: stage.day(-7) };
  await stage.do("beata", "member.add", { groupId, members: [member] });
  return personId;
}

/** There is something to register on the day somebody first looks, also on a Sunday. */
async function meetToday(stage: Stage, { id, sessions }: Group): Promise<void> {
  if (sessions.some((session) => session.day === stage.today)) return;
  stage.at(-1, "12:00");
  await stage.do("beata", "session.add", {
    sessionId: stage.id("session today"),
    groupId: id,
    moduleId: stage.id("module 2 SUPPORT_MEETINGS"),
    day: stage.today,
    startsAt: "09:00",
    minutes: 240,
    roomId: stage.id("room hall"),
    leaderId: stage.accountId("grazyna"),
  });
}

type Group = {
  id: string;
  no: number;
  personIds: string[];
  enrolmentIds: string[];
  sessions: { id: string; day: PlainDate; minutes: number; no: number }[];
};

async function group(
  stage: Stage,
  projectId: string,
  no: number,
  start: number,
  people: readonly DemoPerson[],
): Promise<Group> {
  const groupId = stage.id(`group radom ${no}`);
  const personIds: string[] = [];
  const enrolmentIds: string[] = [];
  for (const [i, person] of people.entries()) {
    stage.at(start - 40 + Math.floor(i / 3), "08:00");
    const personId = await recordPerson(stage, "anna", "radom-rejon", person, {
      registrationStatus: "REGISTERED_CAN_LIVE",
      registrationTeryt: "1463011",
      registrationCommune: "Radom",
    });
    await addFact(stage, "anna", personId, "PUP_REGISTRATION", "REGISTERED", stage.day(start - 40 - 900 - i * 5));
    await addFact(stage, "anna", personId, "CLIENT_OF_OPS", "YES", stage.day(start - 40 - 700));
    const caseId = await openCase(stage, "anna", "radom-kis", personId, stage.day(start - 40 + Math.floor(i / 3)));
    for (const [colleague, part] of [
      ["ewa", "PSYCHOLOGIST"],
      ["robert", "VOCATIONAL_COUNSELLOR"],
      ["sylwia", "JOB_COACH"],
      ["grazyna", "GROUP_LEADER"],
    ] as const)
      await joinTeam(stage, "anna", caseId, colleague, part, stage.day(start - 30));
    stage.at(start - 20 + Math.floor(i / 3), "10:00");
    await concludeContract(
      stage,
      worker,
      { id: personId, caseId, name: `${person.firstName} ${person.lastName}` },
      stage.day(start - 20 + Math.floor(i / 3)),
    );
    personIds.push(personId);
    enrolmentIds.push(stage.id(`enrolment ${personId}`));
  }
  stage.at(start - 3, "12:00");
  await stage.do("beata", "group.record", {
    groupId,
    projectId,
    name: `Grupa ${no}`,
    groupNo: no,
    template: "radom-kis",
    startsOn: stage.day(start),
    weeks: 38,
    meetingsPerWeek: 3,
    minutesPerMeeting: 240,
    consultationsInside: true,
    capacity: 30,
    modules: RADOM_MODULES.map((module) => ({
      ...module,
      moduleId: stage.id(`module ${no} ${module.code}`),
      name: null,
      provider: null,
      optional: false,
    })),
    leaderIds: [stage.accountId("grazyna"), stage.accountId("zdzislaw")],
  });
  await radomOrder(stage, {
    groupId,
    weekdays: no === 1 ? [1, 3, 5] : [2, 4, 5],
    from: no === 1 ? 9 : 14,
    modules: RADOM_MODULES.map(({ code }) => ({ code, moduleId: stage.id(`module ${no} ${code}`) })),
  });
  await planClasses(stage, "beata", { unitId: stage.unitId("radom-kis"), groupId, fromOn: stage.day(start) });
  stage.at(start, "07:00");
  for (const [i, personId] of personIds.entries())
    await stage.do("beata", "enrolment.start", {
      enrolmentId: enrolmentIds[i],
      projectId,
      caseId: stage.id(`case ${personId} radom-kis`),
      startedOn: stage.day(start),
    });
  await stage.do("beata", "member.add", {
    groupId,
    members: enrolmentIds.map((enrolmentId) => ({
      memberId: stage.id(`member ${enrolmentId}`),
      enrolmentId,
      validFrom: stage.day(start),
    })),
  });
  const { sessions } = await stage.ask<{ sessions: { id: string; day: PlainDate; minutes: number }[] }>(
    "beata",
    "session.list-of-group",
    { groupId, from: stage.day(start), to: stage.day(start + 280) },
  );
  return { id: groupId, no, personIds, enrolmentIds, sessions: sessions.map((session, i) => ({ ...session, no: i })) };
}

const topics = [
  "Komunikacja i stres",
  "Mój budżet domowy",
  "Rozmowa z pracodawcą",
  "Mapa naszej dzielnicy",
  "List motywacyjny",
  "Prawa pracownika",
  "Zdrowie i badania",
  "Ćwiczenia przy komputerze",
];

async function held(stage: Stage, { sessions, personIds, no }: Group, from: number, to: number): Promise<void> {
  for (const session of sessions) {
    if (session.day < stage.day(from) || session.day > stage.day(to)) continue;
    stage.atDay(session.day, "15:30");
    await holdSession(stage, "grazyna", session, personIds, topics[(session.no + no) % topics.length] ?? "Zajęcia");
  }
}

/** The bakery that declares three places. */
async function bakery(stage: Stage): Promise<void> {
  stage.at(-17, "09:00");
  const employerId = stage.id("employer radom");
  await stage.do("sylwia", "employer.record", {
    employerId,
    name: "Piekarnia „Pod Żurawiem” Sp. z o.o.",
    nip: "1234563218",
    regon: "123456785",
    address: "ul. Chlebowa 7, Radom",
    size: "SMALL",
    contactPerson: "p. Żurawska",
    contactPhone: null,
    workplace: "Produkcja i sprzedaż pieczywa",
    conditions: "Zmiana od 4 rano, bez dźwigania powyżej 15 kg",
  });
  const declarationId = stage.id("declaration radom");
  await stage.do("sylwia", "declaration.record", {
    declarationId,
    employerId,
    signedOn: stage.day(-17),
    signedBy: "Ewa Żurawska",
    personsCount: 3,
    positions: "pomocnik piekarza, sprzedawca",
    workingTimeFraction: 0.75,
    weeklyHours: null,
    durationMonths: 12,
    durationUntil: null,
    indefinite: false,
    contractForm: "EMPLOYMENT_CONTRACT",
    conditions: null,
    fileId: null,
  });
}

/** Jobs found on the way, one with everything proved, one that waits, and social outcomes measured by Ewa. */
async function outcomes(stage: Stage, projectId: string, { personIds, enrolmentIds }: Group): Promise<void> {
  const declarationId = stage.id("declaration radom");
  const fileId = await stage.file("sylwia", "radom declaration", "Deklaracja pracodawcy – dokument demonstracyjny");
  const testId = await stage.file("ewa", "radom test", "Pomiar przed i po – dokument demonstracyjny");
  const rest = { placementId: null, specialistId: null };
  for (let i = 0; i < 6; i++) {
    const personId = personIds[i * 4] ?? "";
    const enrolmentId = enrolmentIds[i * 4];
    stage.at(-14, `16:${10 + i}`);
    await stage.do("beata", "enrolment.end", {
      enrolmentId,
      endedOn: stage.day(-14),
      reason: i < 3 ? "JOB" : "COMPLETED",
      accordingToPath: true,
      note: null,
    });
    stage.at(-14 + i, "17:00");
    await stage.do("ewa", "evidence.record", {
      evidenceId: stage.id(`evidence social ${personId}`),
      personId,
      projectId,
      dimension: "SOCIAL",
      outcomeType: "SELF_CONFIDENCE_SKILLS_UP",
      occurredOn: stage.day(-14 + i),
      observedOn: stage.day(-14 + i),
      evidenceKind: "PRE_POST_TEST",
      declarationId: null,
      measureBefore: 2,
      measureAfter: 3.5,
      fileId: testId,
      ...rest,
    });
    if (i < 3)
      await stage.do("sylwia", "evidence.record", {
        evidenceId: stage.id(`evidence job ${personId}`),
        personId,
        projectId,
        dimension: "EMPLOYMENT",
        outcomeType: "EMPLOYMENT_CONTRACT",
        occurredOn: stage.day(-14 + i),
        observedOn: stage.day(-14 + i),
        evidenceKind: "EMPLOYER_DECLARATION",
        declarationId,
        measureBefore: null,
        measureAfter: null,
        fileId,
        ...rest,
        placementId: i === 0 ? stage.id("placement radom 0") : null,
      });
  }
  stage.at(-5, "09:00");
  for (let i = 0; i < 5; i++) {
    const personId = personIds[i * 4] ?? "";
    await stage.do("beata", "evidence.verify", {
      evidenceId: stage.id(`evidence social ${personId}`),
      verdict: "VERIFIED",
      reason: null,
    });
    if (i < 2)
      await stage.do("beata", "evidence.verify", {
        evidenceId: stage.id(`evidence job ${personId}`),
        verdict: "VERIFIED",
        reason: null,
      });
  }
}
