import type { Stage } from "./loadDemo.ts";

const nothingReady = {
  agreementNo: null,
  agreementOn: null,
  medicalExamOn: null,
  medicalExamUntil: null,
  safetyTrainingOn: null,
  insuredFrom: null,
  mentor: null,
  disclosureAgreed: false,
  disclosure: null,
};

/** A second employer with places left, and four placements: one that runs, one just begun, one that waits for papers, one ended in a job. */
export async function radomJobs(stage: Stage, personIds: readonly string[]): Promise<void> {
  const employerId = stage.id("employer radom garden");
  stage.at(-60, "09:00");
  await stage.do("sylwia", "employer.record", {
    employerId,
    name: "Zakład Zieleni Miejskiej „Platan”",
    nip: null,
    regon: null,
    address: "ul. Ogrodowa 18, Radom",
    size: "MEDIUM",
    contactPerson: "p. Lipiński",
    contactPhone: "48 600 100 200",
    workplace: "Parki i skwery, brygady po cztery osoby",
    conditions: "Praca od 6 do 14, odzież robocza od zakładu",
  });
  await stage.do("sylwia", "declaration.record", {
    declarationId: stage.id("declaration radom garden"),
    employerId,
    signedOn: stage.day(-61),
    signedBy: "Adam Lipiński",
    personsCount: 2,
    positions: "pracownik utrzymania zieleni",
    workingTimeFraction: null,
    weeklyHours: 30,
    durationMonths: null,
    durationUntil: null,
    indefinite: true,
    contractForm: "EMPLOYMENT_CONTRACT",
    conditions: "Po trzech miesiącach możliwy pełny etat",
    fileId: null,
  });
  const bakery = stage.id("employer radom");
  const plan = (at: number, kind: string, employer: string, startsOn: number, ready: boolean, until: number | null) =>
    stage.do("sylwia", "placement.plan", {
      placementId: stage.id(`placement radom ${at}`),
      personId: personIds[at],
      employerId: employer,
      kind,
      financing: kind === "WORKPLACE_TRAINING" ? "PROJECT" : "EMPLOYER",
      startsOn: stage.day(startsOn),
      untilOn: until === null ? null : stage.day(until),
      shorterReason: until !== null && kind === "WORKPLACE_TRAINING" ? "Zakład zatrudnia po dwóch miesiącach" : null,
      weeklyHours: 30,
      programme: "Pierwszy tydzień z opiekunem, potem samodzielne stanowisko",
      coachId: stage.accountId("sylwia"),
      ...nothingReady,
      ...(ready
        ? {
            agreementNo: `UP/${at + 1}/KIS`,
            agreementOn: stage.day(startsOn - 3),
            medicalExamOn: stage.day(startsOn - 5),
            medicalExamUntil: stage.day(startsOn + 700),
            safetyTrainingOn: stage.day(startsOn - 1),
            insuredFrom: stage.day(startsOn),
            mentor: "brygadzista",
            disclosureAgreed: true,
            disclosure: "Można powiedzieć o udziale w zajęciach Klubu",
          }
        : {}),
    });
  const start = (at: number, on: number) =>
    stage.do("sylwia", "placement.start", {
      placementId: stage.id(`placement radom ${at}`),
      startedOn: stage.day(on),
    });
  const log = (name: string, person: number, activity: string, on: number, note: string, nextOn: number | null) =>
    stage.do("sylwia", "coach-log.write", {
      logId: stage.id(`coach log ${name}`),
      personId: personIds[person],
      employerId: null,
      activity,
      doneOn: stage.day(on),
      minutes: 60,
      disclosureAgreed: false,
      note,
      nextOn: nextOn === null ? null : stage.day(nextOn),
    });

  stage.at(-58, "10:00");
  await plan(2, "WORKPLACE_TRAINING", employerId, -55, true, 5);
  await plan(3, "WORKPLACE_TRAINING", employerId, -55, true, null);
  stage.at(-55, "07:30");
  await start(2, -55);
  await start(3, -55);
  await log("first", 3, "WORKPLACE_VISIT", -55, "Pierwszy dzień razem. Poznaliśmy brygadę i szatnię.", -20);
  stage.at(-17, "14:00");
  await plan(0, "OPEN_MARKET_JOB", bakery, -14, true, 350);
  stage.at(-14, "07:00");
  await start(0, -14);
  stage.at(-4, "12:00");
  await stage.do("sylwia", "placement.end", {
    placementId: stage.id("placement radom 2"),
    endedOn: stage.day(-4),
    result: "EMPLOYED_THERE",
    reason: "Zakład zatrudnił wcześniej",
    opinion: "Punktualny, dobrze pracuje w brygadzie.",
  });
  stage.at(-3, "13:00");
  await log("visit", 0, "ON_JOB_SUPPORT", -3, "Praca idzie dobrze, pobudka o trzeciej jest trudna.", 4);
  await plan(8, "OPEN_MARKET_JOB", bakery, 6, false, 370);
}
