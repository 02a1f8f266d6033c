import { composePesel } from "../../platform/identifiers/pesel.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { addFact, concludeContract, joinTeam, openCase } from "./acts.ts";
import { annexes } from "./annexes.ts";
import type { Stage } from "./loadDemo.ts";
import { wojciechProfile } from "./wojciechProfile.ts";

/** What the vocational counsellor noted of the medical check. */
const vocational = (stage: Stage) => ({
  skills: [{ kind: "SKILL", name: "Murowanie", level: 3 }],
  preferenceTest: null,
  barriers: ["NO_QUALIFICATION_PROOF"],
  barriersNote: "",
  preferredJobs: "Prace wykończeniowe",
  preferredHours: null,
  areaKm: 20,
  fitness: {
    on: stage.day(-28),
    until: stage.day(337),
    result: "FIT_WITH_LIMITS",
    avoid: ["HEIGHTS"],
    limits: "",
  },
});

/** One person's way, step by step: alias at the station, name, three assessments, plan, three-party contract. */
export async function wojciech(stage: Stage): Promise<void> {
  const personId = stage.id("radom-ulica street 0");
  const born = plainDate("1974-05-19");

  stage.at(-38, "10:00");
  const { version } = await stage.do("anna", "person.identify", {
    personId,
    firstName: "Wojciech",
    lastName: "Żółtaszek",
    birthDate: born,
    sex: "M",
    pesel: composePesel(born, "M", 417),
    personKnows: true,
  });
  await stage.do(
    "anna",
    "person.change",
    {
      personId,
      fields: {
        citizenship: "PL",
        education: "BASIC_VOCATIONAL",
        occupation: "murarz",
        registrationStatus: "NOT_REGISTERED",
        registrationTeryt: "0662011",
        registrationCommune: "Chełm",
      },
    },
    { base: version },
  );
  await addFact(stage, "anna", personId, "HOUSING", "1", stage.day(-400));
  await addFact(stage, "anna", personId, "HOMELESSNESS", "STATUTORY", stage.day(-400));
  await addFact(stage, "anna", personId, "LABOUR", "UNEMPLOYED_REGISTERED", stage.day(-900));
  await addFact(stage, "anna", personId, "PUP_REGISTRATION", "REGISTERED", stage.day(-900));
  await stage.do("anna", "consent.record", {
    consentId: stage.id("wojciech notice"),
    personId,
    kind: "NOTICE_GIVEN",
    purpose: "Informacja o przetwarzaniu danych",
    recipients: [],
    textVersion: "2026-01",
    givenAt: stage.now(),
    channel: "ORAL_NOTED",
    signedFileId: null,
  });
  const caseId = await openCase(stage, "anna", "radom-rejon", personId, stage.day(-38));
  for (const [colleague, part] of [
    ["ewa", "PSYCHOLOGIST"],
    ["robert", "VOCATIONAL_COUNSELLOR"],
    ["teresa", "ADDICTION_THERAPIST"],
    ["sylwia", "JOB_COACH"],
  ] as const)
    await joinTeam(stage, "anna", caseId, colleague, part, stage.day(-38));
  await stage.do("anna", "stage.move", { caseId, act: "attend_regularly" });
  await stage.do("anna", "stage.move", { caseId, act: "start_assessment" });

  const assessment = (login: string, kind: string, area: string, conclusion: string, conditions: string[] = []) =>
    stage.do(login, "assessment.record", {
      assessmentId: stage.id(`wojciech ${kind}`),
      caseId,
      kind,
      startedOn: stage.day(-34),
      content: {
        reason: "Wejście na etap zaawansowany",
        methods: "Rozmowa, obserwacja w warsztacie",
        strengths: "Fach w ręku, punktualność",
        areas: [{ area, level: 3, note: "" }],
        riskSuicide: kind === "PSYCHOLOGICAL" ? "LOW" : null,
        riskViolence: kind === "PSYCHOLOGICAL" ? "LOW" : null,
        proposedSupport: kind === "VOCATIONAL" ? ["COURSE", "WORKSHOP_VOCATIONAL"] : kind === "SOCIAL" ? ["LEGAL"] : [],
        vocational: kind === "VOCATIONAL" ? vocational(stage) : null,
      },
      conclusion,
      recommendation: {
        verdict: conditions.length > 0 ? "CONDITIONAL" : "POSITIVE",
        conditions: conditions.map((text) => ({ conditionId: stage.id(`wojciech condition ${text}`), text })),
      },
    });
  stage.at(-30, "11:00");
  await assessment(
    "ewa",
    "PSYCHOLOGICAL",
    "MOTIVATION",
    "Pomaga jasny plan dnia i jedna osoba prowadząca. Unikać pośpiechu.",
  );
  await stage.do("ewa", "assessment.write-note", {
    noteId: stage.id("wojciech note"),
    caseId,
    text: "Notatka robocza: wracamy do rozmowy o bracie.",
  });
  stage.at(-28, "12:00");
  await assessment(
    "anna",
    "SOCIAL",
    "HOUSING",
    "Bez meldunku od dwóch lat, ostatnio Chełm. Trzeba odtworzyć dokumenty i uzgodnić kontrakt z OPS w Chełmie.",
  );
  stage.at(-27, "13:00");
  const condition = "Aktualne badanie lekarskie przed warsztatem";
  await assessment(
    "robert",
    "VOCATIONAL",
    "WORK_HISTORY",
    "Murarz z piętnastoletnim stażem, brak aktualnych uprawnień.",
    [condition],
  );
  stage.at(-24, "09:00");
  await stage.do("robert", "condition.meet", {
    conditionId: stage.id(`wojciech condition ${condition}`),
    metOn: stage.day(-24),
    evidence: "Orzeczenie z poradni medycyny pracy: zdolny",
  });
  stage.at(-23, "10:00");
  await stage.do("anna", "gate.decide", { decisionId: stage.id("wojciech gate"), caseId, verdict: "RECOMMENDED" });
  await stage.do("anna", "stage.move", { caseId, act: "start_analysis" });

  stage.at(-22, "10:00");
  await wojciechProfile(stage, personId, caseId);

  stage.at(-20, "10:00");
  await stage.do("henryk", "plan-template.save", {
    templateId: stage.id("template out of the shelter"),
    kind: "IPWB",
    name: "Ze schroniska do własnego mieszkania",
    validFrom: stage.day(-300),
    validUntil: null,
    goals: [
      {
        sphere: "HOUSING",
        text: "Chcę mieszkać u siebie",
        measure: "Umowa najmu albo mieszkanie treningowe",
        dueAfterDays: 300,
      },
      { sphere: "VOCATIONAL", text: "Chcę pracować na umowie", measure: "Umowa na pół etatu", dueAfterDays: 240 },
    ],
    tasks: [
      { side: "PERSON", what: "Wniosek o lokal z zasobu gminy", dueAfterDays: 30 },
      { side: "OPS", what: "Zgłoszenie do ubezpieczenia zdrowotnego", dueAfterDays: 7 },
      { side: "LEAD_ORGANISATION", what: "Miejsce w warsztacie", dueAfterDays: null },
    ],
  });
  const planId = stage.id("wojciech plan");
  await stage.do("anna", "plan.draft", {
    planId,
    caseId,
    kind: "IPWB",
    preparedSide: "OPS",
    implementer: "OPS",
    startOn: stage.day(-18),
    endOn: stage.day(347),
    beyondShelterMeans: false,
    healthInsuranceNeeded: true,
    provisions: [
      { provision: "HEALTH_INSURANCE", body: "Miejski Ośrodek Pomocy Społecznej w Radomiu" },
      { provision: "SOCIAL_WORK", body: "Miejski Ośrodek Pomocy Społecznej w Radomiu" },
      { provision: "VOCATIONAL_COUNSELLING", body: "Stowarzyszenie „Krok dalej”" },
      { provision: "GROUP_CLASSES", body: "Stowarzyszenie „Krok dalej”" },
      { provision: "HEALTH_CARE", body: "Poradnia leczenia ran" },
    ],
    supportMeans: ["SOCIAL_WORK", "VOCATIONAL_COUNSELLING", "GROUP_CLASSES", "HEALTH_CARE"],
    situation: "Dwa lata na ulicy po rozwodzie. Od miesiąca w schronisku, przychodzi na warsztaty.",
    commitments: "Przychodzę na zajęcia i do lekarza, mówię wcześniej, kiedy nie dam rady.",
    noHousingGoalReason: null,
    noWorkGoalReason: null,
  });
  const goal = (sphere: string, text: string, measure: string, days: number) => ({
    goalId: stage.id(`wojciech goal ${sphere}`),
    base: null,
    sphere,
    text,
    measure,
    dueOn: stage.day(days),
  });
  await stage.do("anna", "plan.set-goals", {
    planId,
    goals: [
      goal("HOUSING", "Chcę mieć swój pokój i klucz", "Umowa najmu albo mieszkanie treningowe", 300),
      goal("VOCATIONAL", "Chcę znowu murować, na umowie", "Umowa na co najmniej pół etatu", 240),
      goal("HEALTH", "Noga ma się wygoić", "Kontrola u chirurga bez opatrunku", 60),
      goal("FAMILY", "Chcę zadzwonić do córki", "Rozmowa, list albo spotkanie", 120),
    ],
    removed: [],
  });
  const task = (side: string, what: string, days: number) => ({
    taskId: stage.id(`wojciech plan task ${what}`),
    base: null,
    side,
    what,
    dueOn: stage.day(days),
  });
  await stage.do("anna", "plan.set-tasks", {
    planId,
    tasks: [
      task("PERSON", "Wizyta u chirurga we wtorki", 12),
      task("OPS", "Zgłoszenie do ubezpieczenia zdrowotnego", -10),
      task("OPS", "Wniosek o odpis aktu urodzenia do dowodu", 5),
      task("LEAD_ORGANISATION", "Miejsce w warsztacie remontowym", 9),
      task("PARTNER", "Miejsce w schronisku do końca zimy", 100),
    ],
    removed: [],
  });
  await stage.do("anna", "plan.agree", { planId, personAgrees: true, words: "Dam radę, jeśli noga przestanie boleć." });
  stage.at(-19, "12:00");
  await stage.do("henryk", "plan.approve", { planId });
  stage.at(-18, "09:00");
  await stage.do("anna", "plan.activate", { planId });
  await addFact(stage, "anna", personId, "CLIENT_OF_OPS", "YES", stage.day(-700));
  stage.at(-15, "10:00");
  await stage.do("anna", "interview.need", {
    interviewId: stage.id("wojciech interview"),
    personId,
    triggerOn: stage.day(-15),
    urgency: "NORMAL_14WD",
    socialWorkerId: stage.accountId("anna"),
  });
  stage.at(-12, "10:00");
  await concludeContract(
    stage,
    {
      login: "anna",
      name: "Anna Kowalczyk",
      unit: "radom-rejon",
      centre: "Miejski Ośrodek Pomocy Społecznej w Radomiu",
      commune: "1463011",
    },
    { id: personId, caseId, name: "Wojciech Żółtaszek" },
    stage.day(-12),
    "Stowarzyszenie „Krok dalej”",
    { centre: "Miejski Ośrodek Pomocy Rodzinie w Chełmie", commune: "0662011", on: stage.day(-14) },
  );
  await annexes(stage, planId);
  stage.at(-2, "09:00");
  await stage.do("anna", "task.add", {
    taskId: stage.id("wojciech task papers"),
    personId,
    text: "Odebrać odpis aktu urodzenia i złożyć wniosek o dowód",
    dueOn: stage.day(5),
    ownerId: null,
  });
}
