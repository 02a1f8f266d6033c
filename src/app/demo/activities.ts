import { standardItems } from "../../modules/activity/standard/codes.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

const unit = "radom-kis";

/** What the club in Radom does beside the timetable: evenings, a course, meetings, volunteers, a review of its standard (J9). */
export async function radomActivities(stage: Stage): Promise<void> {
  const ids = demoPeople("radom-b", 8).map(({ key }) => stage.id(`person ${key}`));
  const known = (place: number): string => ids[place] ?? "";
  await volunteers(stage);
  await evenings(stage, known);
  await course(stage, known);
  await meetings(stage, known);
  await standard(stage);
  await mostActive(stage, known);
}

async function volunteers(stage: Stage): Promise<void> {
  const details = { birthDate: null, phone: "600 100 200", email: "", address: "Radom, ul. Lipowa 5", guardian: "" };
  for (const [login, firstName, lastName, tasks, weekday] of [
    ["aniela", "Aniela", "Gawrońska-Brzęczyszczykiewicz", "Język angielski dla chętnych, dwa razy w tygodniu.", 2],
    ["tomek", "Tomasz", "Lis", "Pomoc przy wyjściach i w kawiarence internetowej.", 4],
  ] as const) {
    const volunteerId = stage.id(`volunteer ${login}`);
    const agreementId = stage.id(`agreement ${login}`);
    stage.at(-70, "09:00");
    const volunteer = { volunteerId, unitId: stage.unitId(unit), firstName, lastName, details };
    await stage.do("beata", "volunteer.record", volunteer);
    await stage.do("beata", "volunteer-agreement.conclude", {
      agreementId,
      volunteerId,
      number: `W/${login === "aniela" ? 1 : 2}`,
      startsOn: stage.day(-70),
      endsOn: login === "aniela" ? stage.day(200) : null,
      written: true,
      signedOn: login === "aniela" ? stage.day(-70) : null,
      pledgedOn: stage.day(-70),
      guardianConsentOn: null,
      insurance: login === "aniela" ? "ACCIDENT_BY_LAW" : "NOT_ARRANGED",
      tasks,
    });
    const slots = [{ weekday, startsAt: "16:00", endsAt: "18:00" }];
    const availabilityId = stage.id(`availability ${login}`);
    await stage.do("beata", "volunteer.set-availability", { availabilityId, volunteerId, slots });
    for (const [at, minutes] of [
      [-60, 120],
      [-40, 90],
      [-20, 120],
      [-6, 120],
    ] as const) {
      stage.at(at, "18:30");
      const hoursId = stage.id(`hours ${login} ${at}`);
      const task = login === "aniela" ? "angielski" : "wyjście";
      await stage.do("grazyna", "volunteer-hours.log", { hoursId, agreementId, day: stage.day(at), minutes, task });
    }
  }
  stage.at(-5, "09:00");
  await stage.do("beata", "volunteer.certify", {
    certificateId: stage.id("certificate aniela"),
    agreementId: stage.id("agreement aniela"),
    number: "WZ/1",
    issuedOn: stage.day(-5),
  });
}

async function evenings(stage: Stage, known: (place: number) => string): Promise<void> {
  const blank = { personId: null, newcomer: null, people: 1, minutes: null, sessionId: null };
  const broda = stage.id("person open offer");
  for (const [evening, at] of [-27, -24, -20, -17, -13, -10, -6, -3].entries()) {
    stage.at(at, "17:30");
    const visit = (what: string) => ({ ...blank, visitId: stage.id(`visit ${evening} ${what}`) });
    await stage.do("grazyna", "offer-visit.record", {
      unitId: stage.unitId(unit),
      day: stage.day(at),
      visits: [
        { ...visit("internet"), service: "INTERNET", people: 4 + (evening % 3) },
        { ...visit("press"), service: "PRESS", people: 2 + (evening % 2) },
        { ...visit("known"), service: "INTEGRATION", personId: known(evening % 5), minutes: 90 },
        evening === 0
          ? { ...visit("broda"), service: "READING_ROOM", newcomer: { personId: broda, alias: "Sąsiad z klatki B" } }
          : { ...visit("broda"), service: "READING_ROOM", personId: broda, minutes: 60 },
      ],
    });
  }
}

async function course(stage: Stage, known: (place: number) => string): Promise<void> {
  const courseId = stage.id("course forklift");
  stage.at(-50, "09:00");
  await stage.do("beata", "course.record", {
    courseId,
    unitId: stage.unitId(unit),
    projectId: null,
    moduleId: null,
    name: "Operator wózka widłowego",
    kind: "VOCATIONAL",
    provider: "Zakład Doskonalenia Zawodowego w Radomiu",
    edition: "II",
    programmeHours: 54,
    startsOn: stage.day(-48),
    endsOn: stage.day(-8),
    withExam: true,
    qualification: true,
    costGrosze: 960_000,
  });
  for (const [place, attendedHours, examPassed] of [
    [0, 54, true],
    [1, 48.5, true],
    [2, 30, false],
    [3, null, null],
  ] as const) {
    const participantId = stage.id(`on course ${place}`);
    stage.at(-48, "09:00");
    const basis = place === 2 ? "OWN_REQUEST" : "CONTRACT";
    const enrol = { courseId, participantId, personId: known(place), basis, planId: null, lacksDocument: place < 2 };
    await stage.do("beata", "course.enrol", { ...enrol, joinedOn: stage.day(-48) });
    const item = { receiptId: stage.id(`receipt ${place}`), participantId, item: "podręcznik i obuwie robocze" };
    await stage.do("beata", "course.issue", { ...item, receivedOn: stage.day(-48) });
    if (attendedHours === null) continue;
    stage.at(-7, "10:00");
    await stage.do("beata", "course.note-result", {
      resultId: stage.id(`result ${place}`),
      participantId,
      attendedMinutes: attendedHours * 60,
      examOn: stage.day(-7),
      examPassed,
    });
    const certificate = { certificateId: stage.id(`course certificate ${place}`), number: `KW/${place + 1}` };
    if (place === 0)
      await stage.do("beata", "course.certify", { ...certificate, participantId, issuedOn: stage.day(-7) });
  }
}

async function meetings(stage: Stage, known: (place: number) => string): Promise<void> {
  const held = async (name: string, at: number, more: object) => {
    stage.at(at, "19:00");
    await stage.do("grazyna", "gathering.record", {
      gatheringId: stage.id(`gathering ${name}`),
      unitId: stage.unitId(unit),
      day: stage.day(at),
      startsAt: "16:00",
      minutes: 120,
      lead: "STAFF",
      leaderName: "Grażyna Opałka",
      volunteerId: null,
      place: "",
      partner: "",
      topic: "",
      need: "",
      costGrosze: null,
      namesAgreed: false,
      counted: 0,
      participants: [],
      ...more,
    });
  };
  const people = (places: readonly number[], helpedMinutes: number | null = null) =>
    places.map((place) => ({ personId: known(place), helpedMinutes }));
  const selfRun = { kind: "SELF_HELP", lead: "SELF_RUN", leaderName: "", place: "sala klubu" };
  await held("self-help 1", -26, { ...selfRun, counted: 9, topic: "Jak prosić o pomoc" });
  await held("self-help 2", -12, { ...selfRun, counted: 7, topic: "Zima i samotność" });
  const square = { kind: "COMMUNITY", place: "skwer przy ul. Młodzianowskiej", partner: "rada osiedla Planty" };
  await held("square", -18, {
    ...square,
    minutes: 240,
    topic: "Porządkowanie skweru",
    need: "Zaniedbane miejsce spotkań sąsiadów",
    participants: people([0, 1, 4], 240),
    counted: 2,
  });
  const museum = { kind: "LEISURE", minutes: 180, place: "Muzeum im. Jacka Malczewskiego", topic: "Wystawa" };
  const led = { lead: "VOLUNTEER", leaderName: "", volunteerId: stage.id("volunteer tomek") };
  await held("museum", -9, { ...museum, ...led, costGrosze: 14_000, participants: people([0, 2, 3]), counted: 5 });
  const visit = { kind: "STUDY_VISIT", minutes: 300, place: "Kozienice", partner: "Spółdzielnia socjalna „Razem”" };
  await held("cooperative", -4, { ...visit, costGrosze: 42_000, participants: people([0, 1, 2, 5]) });
  // every month an outing; nobody has written down the last one yet
  const plan = async (name: string, on: number, more: object) => {
    stage.at(-15, "12:00");
    const outing = { kind: "LEISURE", place: "Radom", leaderName: "Grażyna Opałka", lead: "STAFF", volunteerId: null };
    await stage.do("grazyna", "gathering.record", {
      gatheringId: stage.id(`gathering ${name}`),
      unitId: stage.unitId(unit),
      day: stage.day(on),
      startsAt: "15:00",
      minutes: 180,
      partner: "",
      topic: "",
      need: "",
      costGrosze: null,
      namesAgreed: false,
      counted: 0,
      participants: [],
      ...outing,
      ...more,
    });
  };
  await plan("walk", -1, { topic: "Spacer po starym mieście" });
  await plan("cinema", 12, { place: "Kino „Helios”", topic: "Kino", costGrosze: 30_000 });
  stage.at(-3, "18:00");
  for (const [name, giver, receiver, minutes, what] of [
    ["hair", 0, 1, 60, "strzyżenie"],
    ["bike", 1, 0, 90, "naprawa roweru"],
    ["shelf", 2, null, 120, "półka do świetlicy"],
  ] as const)
    await stage.do("grazyna", "exchange.record", {
      exchangeId: stage.id(`exchange ${name}`),
      unitId: stage.unitId(unit),
      day: stage.day(-3),
      giverId: known(giver),
      receiverId: receiver === null ? null : known(receiver),
      minutes,
      what,
    });
}

async function standard(stage: Stage): Promise<void> {
  stage.at(-2, "12:00");
  const lacking: Readonly<Record<string, string>> = {
    LEGAL: "Dyżur prawnika tylko co dwa tygodnie.",
    MOST_ACTIVE: "Nie wybrano jeszcze grupy.",
  };
  await stage.do("beata", "standard.review", {
    reviewId: stage.id("standard review"),
    unitId: stage.unitId(unit),
    reviewedOn: stage.day(-2),
    items: standardItems.map((code) => {
      const missing = lacking[code] ?? "";
      const dueOn = missing ? stage.day(60) : null;
      return { code, state: missing ? "PARTLY" : "MET", evidence: missing ? "" : "grafik i umowy", missing, dueOn };
    }),
  });
}

async function mostActive(stage: Stage, known: (place: number) => string): Promise<void> {
  const activeGroupId = stage.id("active group");
  stage.at(-2, "13:00");
  await stage.do("beata", "active-group.begin", {
    activeGroupId,
    unitId: stage.unitId(unit),
    name: "Grupa najaktywniejsza, jesień",
    preparedFor: "Staż w piekarni i prace społecznie użyteczne.",
    criteria: [
      "Przychodzi na zajęcia i uprzedza o nieobecności.",
      "Pomaga innym.",
      "Chce pracować w ciągu trzech miesięcy.",
    ],
    from: stage.day(-60),
    to: stage.day(-2),
  });
  for (const [place, reason] of [
    [0, "Skończył kurs, pyta o staż."],
    [1, "Prowadzi porządki na skwerze, umawia sąsiadów."],
    [4, "Bywa rzadziej, ale sama szuka ogłoszeń."],
  ] as const)
    await stage.do("grazyna", "active-group.propose", {
      candidateId: stage.id(`active candidate ${place}`),
      activeGroupId,
      personId: known(place),
      reason,
    });
  await stage.do("beata", "active-group.decide", {
    decisionId: stage.id("active decision"),
    candidateId: stage.id("active candidate 0"),
    chosen: true,
    reason: "Gotowość i uprawnienia; omówione z zespołem.",
  });
}
