import { exclusions } from "../../modules/centre/entry/codes.ts";
import { addFact, concludeContract, holdSession, openCase, recordPerson, settleTasks, signIpzs } from "./acts.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

/** Stella in Żmudź: twelve women, a project that has ended with eight social outcomes, two jobs and one that waits for its working time. */
export async function stella(stage: Stage): Promise<void> {
  const projectId = stage.id("project stella");
  stage.at(-230);
  await stage.do("artur", "project.record", {
    ...emptyProject,
    projectId,
    unitId: stage.unitId("stella-kis"),
    kind: "KIS",
    title: "Partnerstwa przeciw wykluczeniu – KIS Stella",
    leadPartner: "Stowarzyszenie „Stella”",
    area: "Gmina Żmudź",
    targetGroup: "Kobiety z gminy Żmudź, w kontrakcie socjalnym",
    startsOn: stage.day(-230),
    endsOn: stage.day(-16),
    plannedPersons: 12,
    socialThresholdPercent: 60,
    employmentThresholdPercent: 25,
    contractRequired: true,
  });
  const worker = {
    login: "maria",
    name: "Maria Gminna",
    unit: "stella-gops",
    centre: "Gminny Ośrodek Pomocy Społecznej w Żmudzi",
    commune: "0603142",
  };
  const people = demoPeople("stella", 12, { womenOnly: true });
  const ids: string[] = [];
  for (const [i, person] of people.entries()) {
    stage.at(-225 + i, "09:00");
    const personId = await recordPerson(stage, "maria", "stella-kis", person, {
      registrationStatus: "REGISTERED_CAN_LIVE",
      registrationCommune: "Żmudź",
      registrationTeryt: "0603142",
    });
    const caseId = await openCase(stage, "maria", "stella-kis", personId, stage.day(-225 + i));
    await concludeContract(
      stage,
      worker,
      { id: personId, caseId, name: `${person.firstName} ${person.lastName}` },
      stage.day(-225 + i),
      "Stowarzyszenie „Stella”",
    );
    await stage.do("artur", "enrolment.start", {
      enrolmentId: stage.id(`enrolment ${personId}`),
      projectId,
      caseId,
      startedOn: stage.day(-225 + i),
    });
    ids.push(personId);
  }
  stage.at(-15, "09:00");
  for (const [i, personId] of ids.entries())
    await stage.do("artur", "enrolment.end", {
      enrolmentId: stage.id(`enrolment ${personId}`),
      endedOn: stage.day(-16),
      reason: i < 3 ? "JOB" : i === 11 ? "RESIGNED" : "COMPLETED",
      accordingToPath: i !== 11,
      note: null,
    });
  const employerId = stage.id("employer stella");
  await stage.do("artur", "employer.record", {
    ...emptyEmployer,
    employerId,
    name: "Gospodarstwo Ogrodnicze „Bug”",
    nip: null,
    regon: null,
    address: "Żmudź 3",
  });
  const declaration = (n: number, persons: number, fraction: number | null) =>
    stage.do("artur", "declaration.record", {
      declarationId: stage.id(`declaration stella ${n}`),
      employerId,
      signedOn: stage.day(-15),
      signedBy: "Jan Ogrodnik",
      personsCount: persons,
      positions: "pracownica ogrodu",
      workingTimeFraction: fraction,
      weeklyHours: null,
      durationMonths: 12,
      durationUntil: null,
      indefinite: false,
      contractForm: "EMPLOYMENT_CONTRACT",
      conditions: null,
      fileId,
    });
  const fileId = await stage.file("artur", "stella declaration", "Deklaracja pracodawcy – dokument demonstracyjny");
  await declaration(1, 2, 0.75);
  await declaration(2, 1, null);
  const testFile = await stage.file("maria", "stella test", "Pomiar przed i po – dokument demonstracyjny");
  const base = {
    projectId,
    observedOn: stage.day(-15),
    occurredOn: stage.day(-16),
    placementId: null,
    specialistId: null,
  };
  for (let i = 0; i < 8; i++)
    await stage.do("maria", "evidence.record", {
      ...base,
      evidenceId: stage.id(`stella social ${i}`),
      personId: ids[i],
      dimension: "SOCIAL",
      outcomeType: i % 2 ? "SELF_CONFIDENCE_SKILLS_UP" : "MOTIVATION_TO_WORK_UP",
      evidenceKind: "PRE_POST_TEST",
      fileId: testFile,
      declarationId: null,
      measureBefore: 2,
      measureAfter: 3 + (i % 2),
    });
  for (let i = 0; i < 3; i++)
    await stage.do("maria", "evidence.record", {
      ...base,
      evidenceId: stage.id(`stella job ${i}`),
      personId: ids[i],
      dimension: "EMPLOYMENT",
      outcomeType: "EMPLOYMENT_CONTRACT",
      evidenceKind: "EMPLOYER_DECLARATION",
      fileId: null,
      declarationId: stage.id(`declaration stella ${i < 2 ? 1 : 2}`),
      measureBefore: null,
      measureAfter: null,
    });
  stage.at(-10, "10:00");
  for (let i = 0; i < 8; i++)
    await stage.do("artur", "evidence.verify", {
      evidenceId: stage.id(`stella social ${i}`),
      verdict: "VERIFIED",
      reason: null,
    });
  for (let i = 0; i < 2; i++)
    await stage.do("artur", "evidence.verify", {
      evidenceId: stage.id(`stella job ${i}`),
      verdict: "VERIFIED",
      reason: null,
    });
  await settleTasks(stage, "maria", 2);
}

/** The CIS of Legionowo: eleven people in two workshops. */
export async function legionowo(stage: Stage): Promise<void> {
  const projectId = stage.id("project legionowo");
  stage.at(-150);
  await stage.do("hanna", "project.record", {
    ...emptyProject,
    projectId,
    unitId: stage.unitId("legionowo-cis"),
    kind: "CIS",
    title: "Nowe horyzonty – warsztaty CIS",
    leadPartner: "PCIS w Legionowie",
    area: "Powiat legionowski",
    targetGroup: "Osoby długotrwale bezrobotne z powiatu legionowskiego",
    startsOn: stage.day(-150),
    endsOn: stage.day(180),
    plannedPersons: 11,
    contractRequired: false,
  });
  const people = demoPeople("legionowo", 11);
  const workshops = [
    { name: "Warsztat opiekuńczy", people: people.slice(0, 5), weekdays: [1, 2, 3, 4, 5] },
    { name: "Warsztat stolarski", people: people.slice(5), weekdays: [1, 2, 3, 4, 5] },
  ];
  for (const [no, workshop] of workshops.entries()) {
    const ids: string[] = [];
    for (const [i, person] of workshop.people.entries()) {
      stage.at(-120 + i, "09:00");
      const personId = await recordPerson(stage, "iwona", "legionowo-cis", person);
      await addFact(stage, "iwona", personId, "LABOUR", "UNEMPLOYED_REGISTERED", stage.day(-900));
      const caseId = await openCase(stage, "iwona", "legionowo-cis", personId, stage.day(-120 + i));
      await stage.do("hanna", "enrolment.start", {
        enrolmentId: stage.id(`enrolment ${personId}`),
        projectId,
        caseId,
        startedOn: stage.day(-100 + i),
      });
      ids.push(personId);
    }
    const groupId = stage.id(`group legionowo ${no}`);
    stage.at(-94, "09:00");
    await stage.do("hanna", "group.record", {
      groupId,
      projectId,
      name: workshop.name,
      groupNo: no + 1,
      template: null,
      startsOn: stage.day(-28),
      weeks: 12,
      meetingsPerWeek: 5,
      minutesPerMeeting: 360,
      consultationsInside: true,
      capacity: 10,
      modules: [
        {
          moduleId: stage.id(`module legionowo ${no}`),
          code: "OWN",
          name: workshop.name,
          form: "GROUP",
          plannedHours: 360,
          cadence: null,
          provider: null,
          optional: false,
        },
      ],
      leaderIds: [stage.accountId("kazimierz")],
    });
    await stage.do("hanna", "member.add", {
      groupId,
      members: ids.map((id) => ({
        memberId: stage.id(`member ${id}`),
        enrolmentId: stage.id(`enrolment ${id}`),
        validFrom: stage.day(-94),
      })),
    });
    await stage.do("hanna", "programme.generate-sessions", {
      generationId: stage.id(`generation legionowo ${no}`),
      groupId,
      fromOn: stage.day(-28),
      weekdays: workshop.weekdays,
      startsAt: "08:00",
      room: workshop.name,
      leaderId: null,
      replace: false,
    });
    const { sessions } = await stage.ask<{
      sessions: { id: string; day: ReturnType<Stage["day"]>; minutes: number }[];
    }>("hanna", "session.list-of-group", { groupId, from: stage.day(-28), to: stage.day(-1) });
    for (const [i, session] of sessions.entries()) {
      stage.atDay(session.day, "15:00");
      await holdSession(stage, "kazimierz", { ...session, no: i }, ids, workshop.name);
    }
    if (no === 0) await legionowoProgrammes(stage, ids);
  }
}

/** The referral of the OPS in Legionowo, that came to the centre on paper; `on`: the day on which it came. */
async function referredOnPaper(
  stage: Stage,
  login: string,
  { personId, no, on }: { personId: string; no: number; on: number },
): Promise<void> {
  const paper = (before: number) => stage.day(on - before);
  await stage.do(login, "centre-entry.record-paper", {
    entryId: stage.id(`entry ${personId}`),
    personId,
    service: "CIS",
    applicantKind: "SELF",
    appliedOn: paper(14),
    issuer: "OPS",
    issuerName: "Ośrodek Pomocy Społecznej w Legionowie",
    referralNo: `CIS/${no}/${paper(2).slice(0, 4)}`,
    referredOn: paper(2),
    interviewOn: paper(9),
    opinion: "POSITIVE",
    opinionOn: paper(7),
    found: [
      {
        criterion: "LONG_TERM_UNEMPLOYED",
        finding: "MET",
        source: "DOCUMENT",
        evidence: "zaświadczenie urzędu pracy",
      },
      { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "opinia ośrodka" },
      ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
    ],
  });
}

/** Where the programmes of the first people of the centre stand: before admission, in the trial, taking part with a day off that waits, before an extension. */
async function legionowoProgrammes(stage: Stage, personIds: readonly string[]): Promise<void> {
  const stories = [
    { trialFrom: -24, qualified: false, ask: null },
    { trialFrom: -90, qualified: true, ask: "DAYS_OFF" },
    { trialFrom: -345, qualified: true, ask: "EXTENSION" },
    { trialFrom: 4, qualified: false, ask: null },
  ] as const;
  for (const [i, story] of stories.entries()) {
    const personId = personIds[i];
    if (!personId) continue;
    const ipzsId = stage.id(`ipzs ${personId}`);
    const trialFrom = stage.day(story.trialFrom);
    const before = Math.min(story.trialFrom, 0) - 1;
    // what is older than the files of these people was written down when they were made
    const written = (day: number) => stage.at(Math.max(day, -100), "10:00");
    written(before);
    await referredOnPaper(stage, "iwona", { personId, no: i + 1, on: before });
    await stage.do("iwona", "ipzs.begin", { ipzsId, caseId: stage.id(`case ${personId} legionowo-cis`) });
    const fields = {
      socialScope: [
        {
          id: stage.id(`${ipzsId} social 1`),
          form: "Grupa wsparcia i trening budżetowy",
          hours: 5,
          leader: "Iwona Stróż",
        },
      ],
      vocationalScope: [
        { id: stage.id(`${ipzsId} vocational 1`), kind: "WORKSHOP", name: "Warsztat opiekuńczy", hours: 30 },
      ],
      responsible: [
        { id: stage.id(`${ipzsId} person 1`), name: "Kazimierz Hebel, instruktor", area: "warsztat" },
        {
          id: stage.id(`${ipzsId} person 2`),
          name: "Iwona Stróż, pracownica socjalna",
          area: "reintegracja społeczna",
        },
      ],
      trialFrom,
      weeklyHours: 35,
      benefitApplied: true,
      benefitAppliedOn: stage.day(before),
      obligations:
        "Uczestnik przychodzi na zajęcia w ustalonych godzinach i uprzedza o nieobecności. Centrum zapewnia zajęcia, szkolenie, odzież roboczą i posiłek.",
    };
    await stage.do("iwona", "ipzs.change", { ipzsId, fields }, { base: 1 });
    await stage.do("iwona", "ipzs.agree", { ipzsId, agreedOn: stage.day(before), words: "kierownik OPS w Legionowie" });
    await signIpzs(stage, "iwona", ipzsId, stage.day(before));
    if (story.trialFrom > 0) continue;
    await stage.do("hanna", "ipzs.admit", { ipzsId, admittedOn: stage.day(before) });
    written(story.trialFrom);
    for (const kind of ["SAFETY_TRAINING", "WORK_CLOTHES_AND_SHOES", "DAILY_MEAL"])
      await stage.do("hanna", "ipzs.provide", {
        provisionId: stage.id(`${ipzsId} ${kind}`),
        ipzsId,
        kind,
        givenOn: trialFrom,
        until: null,
      });
    if (!story.qualified) continue;
    written(story.trialFrom + 28);
    await stage.do("hanna", "ipzs.decide-trial", {
      ipzsId,
      qualified: true,
      decidedOn: stage.day(story.trialFrom + 28),
      reason: "Przychodzi punktualnie, pracuje starannie, chce się uczyć dalej.",
    });
    stage.at(-1, "11:00");
    if (story.ask === "DAYS_OFF")
      await stage.do("iwona", "ipzs.ask-days-off", {
        ipzsId,
        askedOn: stage.day(-1),
        days: [{ dayOffId: stage.id(`${ipzsId} day off`), day: stage.day(6) }],
      });
    else
      await stage.do("iwona", "ipzs.ask-extension", {
        extensionId: stage.id(`${ipzsId} extension`),
        ipzsId,
        askedBy: "PARTICIPANT",
        askedOn: stage.day(-1),
        months: 6,
        opinion: "W marcu kończy kurs opiekunki. Przedłużenie pozwoli jej zdać egzamin i odbyć praktykę.",
      });
  }
}

/** Agenda: residents of the night shelter and the open workshops; the street is told in another story. */
export async function agendaHouse(stage: Stage): Promise<void> {
  for (const [i, person] of demoPeople("agenda", 70).entries()) {
    stage.at(-90 + i, "18:30");
    const personId = await recordPerson(
      stage,
      "magda",
      i % 2 ? "agenda-dom" : "agenda-centrum",
      person,
      i % 5 === 0 ? { alias: `Lokator ${i}` } : {},
    );
    await addFact(stage, "magda", personId, "HOUSING", i % 3 === 0 ? "2" : "3", stage.day(-90 + i));
    if (i % 3 !== 2)
      await openCase(stage, "magda", i % 2 ? "agenda-dom" : "agenda-centrum", personId, stage.day(-90 + i));
    if (i % 4 === 0)
      await stage.do("magda", "task.add", {
        taskId: stage.id(`agenda task ${i}`),
        personId,
        text: "Rozmowa o warsztacie i dokumentach",
        dueOn: stage.day((i % 21) - 4),
        ownerId: null,
      });
  }
}

const emptyProject = {
  number: null,
  funder: null,
  edition: null,
  socialThresholdPercent: null,
  employmentThresholdPercent: null,
  indicatorWindowDays: 90,
  minutesPerHour: 60,
  completionThresholdPercent: null,
};
const emptyEmployer = { size: null, contactPerson: null, contactPhone: null, workplace: null, conditions: null };
