import { exclusions } from "../../modules/centre/entry/codes.ts";
import { isWorkingDay } from "../../platform/time/calendar.ts";
import { addDays, addMonths, daysBetween, type PlainDate, startOfMonth } from "../../platform/time/plainDate.ts";
import { addFact, openCase, recordPerson, signIpzs } from "./acts.ts";
import { legionowoClasses } from "./legionowoClasses.ts";
import { legionowoFitness } from "./legionowoFitness.ts";
import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";
import { planClasses, workshopOrder } from "./timetable.ts";

const unit = "legionowo-cis";

/** Where somebody stands in the centre; days are relative to today. Whoever has no story takes part quietly. */
type StoryOfPerson = {
  /** First day of the trial; null: no programme yet. */
  trialFrom: number | null;
  qualified?: boolean;
  asks?: "DAYS_OFF" | "EXTENSION";
  capped?: boolean;
  benefitApplied?: boolean;
  jobOn?: number;
  resignsOn?: number;
  /** Last day of the programme. */
  until?: number;
};

/** Those who have something of their own; by their place in the list. */
const told: Readonly<Record<number, StoryOfPerson>> = {
  0: { trialFrom: -24, qualified: false },
  1: { trialFrom: -90, asks: "DAYS_OFF" },
  2: { trialFrom: -345, asks: "EXTENSION" },
  3: { trialFrom: 4, qualified: false },
  6: { trialFrom: -130, capped: true },
  10: { trialFrom: null },
  11: { trialFrom: -40, qualified: false },
  12: { trialFrom: -10, qualified: false },
  13: { trialFrom: -120 },
  14: { trialFrom: -75, benefitApplied: false },
  17: { trialFrom: -220, jobOn: -12 },
  18: { trialFrom: -160, resignsOn: -8 },
  19: { trialFrom: -300, until: 10 },
};
const storyOf = (at: number): StoryOfPerson => told[at] ?? { trialFrom: -60 - ((at * 37) % 240) };

type Person = { at: number; personId: string; ipzsId: string; story: StoryOfPerson };
type Away = ReadonlyMap<string, "ABSENT_UNEXCUSED" | "ABSENT_EXCUSED" | "SICK" | "DAY_OFF" | "LATE">;

/** The CIS of Legionowo: twenty-eight participants in two workshops and a month that lives. */
export async function legionowo(stage: Stage): Promise<void> {
  const projectId = stage.id("project legionowo");
  stage.at(-150);
  await stage.do("hanna", "project.record", {
    number: null,
    funder: null,
    edition: null,
    socialThresholdPercent: null,
    employmentThresholdPercent: null,
    indicatorWindowDays: 90,
    minutesPerHour: 60,
    completionThresholdPercent: null,
    projectId,
    unitId: stage.unitId(unit),
    kind: "CIS",
    title: "Nowe horyzonty – warsztaty CIS",
    leadPartner: "PCIS w Legionowie",
    area: "Powiat legionowski",
    targetGroup: "Osoby długotrwale bezrobotne z powiatu legionowskiego",
    startsOn: stage.day(-150),
    endsOn: stage.day(180),
    plannedPersons: 30,
    contractRequired: false,
  });
  const people: Person[] = [];
  for (const [at, person] of demoPeople("legionowo", 30).entries()) {
    stage.at(-120 + (at % 20), "09:00");
    const personId = await recordPerson(stage, "iwona", unit, person);
    await addFact(stage, "iwona", personId, "LABOUR", "UNEMPLOYED_REGISTERED", stage.day(-900));
    const caseId = await openCase(stage, "iwona", unit, personId, stage.day(-120 + (at % 20)));
    await stage.do("hanna", "enrolment.start", {
      enrolmentId: stage.id(`enrolment ${personId}`),
      projectId,
      caseId,
      startedOn: stage.day(-100 + (at % 5)),
    });
    people.push({ at, personId, ipzsId: stage.id(`ipzs ${personId}`), story: storyOf(at) });
  }
  await legionowoFitness(
    stage,
    people.map(({ personId }) => personId),
  );
  const month = livingMonth(stage);
  const away = awayIn(people, month);
  for (const person of people) await makeProgramme(stage, person);
  await grantDayOff(stage, people[13], month[5]);
  for (const [no, name] of ["Warsztat opiekuńczy", "Warsztat stolarski"].entries())
    await makeWorkshop(stage, projectId, {
      no,
      name,
      people: people.filter(({ at }) => (at < 5 || at > 19 ? 0 : 1) === no),
      away,
    });
  await tellAbsences(stage, people, month);
  await legionowoClasses(stage);
}

/** A day off that the manager consented to before it came. */
async function grantDayOff(stage: Stage, person: Person | undefined, day: PlainDate | undefined): Promise<void> {
  if (!person || !day) return;
  const dayOffId = stage.id(`${person.ipzsId} day off`);
  stage.atDay(addDays(day, -3), "10:00");
  const askedOn = addDays(day, -3);
  await stage.do("iwona", "ipzs.ask-days-off", { ipzsId: person.ipzsId, askedOn, days: [{ dayOffId, day }] });
  await stage.do("hanna", "ipzs.answer-day-off", { dayOffId, granted: true, reason: "" });
}

/** Past working days of the month that has enough of them: this one, or early in it the one before. */
function livingMonth(stage: Stage): PlainDate[] {
  const yesterday = stage.day(-1);
  const daysOf = (first: PlainDate) =>
    Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter(
      (day) => startOfMonth(day) === first && day <= yesterday && isWorkingDay(day),
    );
  const first = startOfMonth(stage.today);
  const own = daysOf(first);
  return own.length >= 8 ? own : daysOf(addMonths(first, -1));
}

/** Who was away on which day, by `person day`: the cases that a month of benefits has. */
function awayIn(people: readonly Person[], month: readonly PlainDate[]): Away {
  const away = new Map<string, "ABSENT_UNEXCUSED" | "ABSENT_EXCUSED" | "SICK" | "DAY_OFF" | "LATE">();
  const mark = (
    at: number,
    days: readonly number[],
    status: "ABSENT_UNEXCUSED" | "ABSENT_EXCUSED" | "SICK" | "DAY_OFF",
  ) => {
    for (const no of days) away.set(`${people[at]?.personId} ${month[no]}`, status);
  };
  mark(4, [1, 2, 4, 6], "ABSENT_UNEXCUSED");
  mark(7, [3, 4], "SICK");
  mark(8, [2], "ABSENT_UNEXCUSED");
  mark(9, [1, 2, 3], "ABSENT_UNEXCUSED");
  mark(13, [5], "DAY_OFF");
  mark(15, [0, 3], "ABSENT_UNEXCUSED");
  mark(16, [1, 4, 5], "ABSENT_UNEXCUSED");
  mark(21, [6], "ABSENT_EXCUSED");
  return away;
}

/** Programme, trial and what came after as far as the story goes, by the product's own commands. */
export async function makeProgramme(stage: Stage, { at, personId, ipzsId, story }: Person): Promise<void> {
  const { trialFrom: from, capped = false, benefitApplied = true } = story;
  if (from === null) return;
  const trialFrom = stage.day(from);
  const before = Math.min(from, 0) - 1;
  // what is older than the files of these people was written down when they were made
  const written = (day: number) => stage.at(Math.max(day, -100), "10:00");
  written(before);
  await referredOnPaper(stage, { personId, no: at + 1, on: before });
  await stage.do("iwona", "ipzs.begin", { ipzsId, caseId: stage.id(`case ${personId} ${unit}`) });
  const workshop = at < 5 || at > 19 ? "Warsztat opiekuńczy" : "Warsztat stolarski";
  const fields = {
    socialScope: [
      {
        id: stage.id(`${ipzsId} social 1`),
        form: "Grupa wsparcia i trening budżetowy",
        hours: 5,
        leader: "Iwona Stróż",
      },
    ],
    vocationalScope: [{ id: stage.id(`${ipzsId} vocational 1`), kind: "WORKSHOP", name: workshop, hours: 30 }],
    responsible: [
      { id: stage.id(`${ipzsId} person 1`), name: "Kazimierz Hebel, instruktor", area: "warsztat" },
      { id: stage.id(`${ipzsId} person 2`), name: "Iwona Stróż, pracownica socjalna", area: "reintegracja społeczna" },
    ],
    trialFrom,
    weeklyHours: 35,
    capped,
    ...(capped ? { dailyHours: 7 } : {}),
    ...(story.until === undefined ? {} : { participationTo: stage.day(story.until) }),
    benefitApplied,
    benefitAppliedOn: benefitApplied ? stage.day(before) : null,
    obligations:
      "Uczestnik przychodzi na zajęcia w ustalonych godzinach i uprzedza o nieobecności. Centrum zapewnia zajęcia, szkolenie, odzież roboczą i posiłek.",
  };
  await stage.do("iwona", "ipzs.change", { ipzsId, fields }, { base: 1 });
  await stage.do("iwona", "ipzs.agree", { ipzsId, agreedOn: stage.day(before), words: "kierownik OPS w Legionowie" });
  await signIpzs(stage, "iwona", ipzsId, stage.day(before));
  if (from > 0) return;
  await stage.do("hanna", "ipzs.admit", { ipzsId, admittedOn: stage.day(before) });
  written(from);
  for (const kind of at < 5 ? ["SAFETY_TRAINING", "WORK_CLOTHES_AND_SHOES", "DAILY_MEAL"] : ["SAFETY_TRAINING"])
    await stage.do("hanna", "ipzs.provide", {
      provisionId: stage.id(`${ipzsId} ${kind}`),
      ipzsId,
      kind,
      givenOn: trialFrom,
      until: null,
    });
  if (story.qualified === false) return;
  written(from + 28);
  await stage.do("hanna", "ipzs.decide-trial", {
    ipzsId,
    qualified: true,
    decidedOn: stage.day(from + 28),
    reason: "Przychodzi punktualnie, pracuje starannie, chce się uczyć dalej.",
  });
}

/** The referral of the OPS in Legionowo, that came to the centre on paper; `on`: the day on which it came. */
async function referredOnPaper(
  stage: Stage,
  { personId, no, on }: { personId: string; no: number; on: number },
): Promise<void> {
  const paper = (before: number) => stage.day(on - before);
  await stage.do("iwona", "centre-entry.record-paper", {
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
      { criterion: "LONG_TERM_UNEMPLOYED", finding: "MET", source: "DOCUMENT", evidence: "zaświadczenie urzędu pracy" },
      { criterion: "NEEDS_NOT_MET", finding: "MET", source: "DOCUMENT", evidence: "opinia ośrodka" },
      ...exclusions.map((criterion) => ({ criterion, finding: "NOT_MET", source: "DOCUMENT", evidence: "" })),
    ],
  });
}

type WorkshopOfDemo = { no: number; name: string; people: readonly Person[]; away: Away };

/** A workshop with its classes since the month before; the register of yesterday is open still. */
async function makeWorkshop(
  stage: Stage,
  projectId: string,
  { no, name, people, away }: WorkshopOfDemo,
): Promise<void> {
  const groupId = stage.id(`group legionowo ${no}`);
  const first = addMonths(startOfMonth(stage.today), -1);
  const since = daysBetween(stage.today, first);
  const weeks = 16;
  stage.at(-94, "09:00");
  await stage.do("hanna", "group.record", {
    groupId,
    projectId,
    name,
    groupNo: no + 1,
    template: null,
    startsOn: first,
    weeks,
    meetingsPerWeek: 5,
    minutesPerMeeting: 360,
    consultationsInside: true,
    capacity: 20,
    modules: [
      {
        moduleId: stage.id(`module legionowo ${no}`),
        code: "OWN",
        name,
        form: "GROUP",
        plannedHours: weeks * 30,
        cadence: null,
        provider: null,
        optional: false,
      },
    ],
    leaderIds: [stage.accountId("kazimierz")],
  });
  await stage.do("hanna", "member.add", {
    groupId,
    members: people.map(({ personId, story }) => ({
      memberId: stage.id(`member ${personId}`),
      enrolmentId: stage.id(`enrolment ${personId}`),
      validFrom: stage.day(Math.max(-94, story.trialFrom ?? -94)),
    })),
  });
  for (const { personId, story } of people)
    if (story.resignsOn !== undefined)
      await stage.do("hanna", "member.end", {
        memberId: stage.id(`member ${personId}`),
        validUntil: stage.day(story.resignsOn),
      });
  const moduleId = stage.id(`module legionowo ${no}`);
  await workshopOrder(stage, { groupId, moduleId, name, from: 480, minutes: 360 });
  await planClasses(stage, "hanna", { unitId: stage.unitId("legionowo-cis"), groupId, fromOn: first });
  const { sessions } = await stage.ask<{ sessions: { id: string; day: PlainDate; minutes: number }[] }>(
    "hanna",
    "session.list-of-group",
    { groupId, from: stage.day(since), to: stage.day(-1) },
  );
  for (const [i, session] of sessions.entries()) {
    stage.atDay(session.day, "15:00");
    const present = people.filter(
      ({ story }) =>
        stage.day(Math.max(-94, story.trialFrom ?? -94)) <= session.day &&
        (story.resignsOn === undefined || session.day <= stage.day(story.resignsOn)),
    );
    const marks = present.map(({ personId, at }) => {
      const late = (at * 31 + i * 17) % 29 === 0;
      const status = away.get(`${personId} ${session.day}`) ?? (late ? "LATE" : "PRESENT");
      return { personId, status, minutesLate: status === "LATE" ? 20 : 0, minutesLeftEarly: 0 };
    });
    await stage.do("kazimierz", "attendance.mark", { sessionId: session.id, marks, reason: null });
    if (no === 0 && i === sessions.length - 1) continue;
    await stage.do("kazimierz", "register.close", {
      sessionId: session.id,
      topic: name,
      content: null,
      leaderId: null,
      substituteId: null,
      heldMinutes: session.minutes,
      lateReason: null,
    });
  }
}

/** Requests, notes and their answers, and what ended. */
async function tellAbsences(stage: Stage, people: readonly Person[], month: readonly PlainDate[]): Promise<void> {
  const one = (at: number): Person => {
    const found = people[at];
    if (!found) throw new Error(`no participant ${at}`);
    return found;
  };
  const excuse = async (
    at: number,
    no: number,
    wish: { kind: string; from: PlainDate; to: PlainDate; reason?: string; note?: boolean; accepted?: boolean },
  ) => {
    const { ipzsId } = one(at);
    const excuseId = stage.id(`${ipzsId} absence ${no}`);
    const { kind, from, to, reason = null, note = true, accepted = true } = wish;
    stage.atDay(to < stage.day(-1) ? to : stage.day(-1), "12:00");
    const askedOn = stage.now().slice(0, 10);
    await stage.do("iwona", "absence.ask", {
      excuseId,
      ipzsId,
      kind,
      from,
      to,
      reason,
      askedOn,
      documentOn: note ? askedOn : null,
    });
    if (accepted) await stage.do("hanna", "absence.answer", { excuseId, accepted: true, reason: "" });
  };
  const [second = stage.day(-2), third = stage.day(-1)] = [month[1], month[2]];
  await excuse(5, 1, { kind: "SICKNESS", from: stage.day(-63), to: stage.day(-46) });
  await excuse(9, 1, { kind: "SICKNESS", from: second, to: addDays(second, 4) });
  await excuse(8, 1, { kind: "OTHER_EXCUSED", from: third, to: third, reason: "OFFICE_OR_COURT", accepted: false });
  stage.at(-1, "11:00");
  const waits = one(1).ipzsId;
  await stage.do("iwona", "ipzs.ask-days-off", {
    ipzsId: waits,
    askedOn: stage.day(-1),
    days: [{ dayOffId: stage.id(`${waits} day off`), day: stage.day(6) }],
  });
  const extended = one(2).ipzsId;
  await stage.do("iwona", "ipzs.ask-extension", {
    extensionId: stage.id(`${extended} extension`),
    ipzsId: extended,
    askedBy: "PARTICIPANT",
    askedOn: stage.day(-1),
    months: 6,
    opinion: "W marcu kończy kurs opiekunki. Przedłużenie pozwoli jej zdać egzamin i odbyć praktykę.",
  });
  for (const { ipzsId, story } of people) {
    const { jobOn, resignsOn } = story;
    if (jobOn !== undefined)
      await stage.do("hanna", "ipzs.record-job", { ipzsId, takenOn: stage.day(jobOn), until: stage.day(jobOn + 90) });
    if (resignsOn !== undefined) {
      const [statedOn, endedOn] = [stage.day(resignsOn), stage.day(resignsOn)];
      await stage.do("iwona", "ipzs.resign", {
        ipzsId,
        statedOn,
        endedOn,
        words: "Wraca do rodziny w innym powiecie.",
      });
    }
  }
}
