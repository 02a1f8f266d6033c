import { addFact, concludeContract, openCase, recordPerson, settleTasks } from "./acts.ts";
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
