import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, endOfMonth, type PlainDate, plainDate, weekday } from "../../../platform/time/plainDate.ts";
import { ATTENDANCE_STATUSES, type AttendanceStatus } from "../../attendance/rules.ts";
import { type BenefitLaw, generalLawOn } from "../law.ts";
import { benefitOf, refuseSpans } from "../rules.ts";
import type { MonthClass, MonthExcuse } from "./days.ts";
import { type LawFrom, type MonthInput, monthOf } from "./spans.ts";

const day = (text: string) => plainDate(text);

function lawFrom(from: string, changed: Partial<BenefitLaw> = {}, unexcusedByPart = false): LawFrom {
  const law = generalLawOn(day(from));
  if (!law) throw new Error(`no law on ${from}`);
  const whole = { ...law, ...changed };
  return {
    from: day(from),
    law: whole,
    reading: { sickInClassDays: whole.sickInClassDays, unexcusedByPart, fromApplication: true },
    unverified: ["CIS_SICK_BEYOND_DIVISOR", "CIS_TRIAL_SICK_DIVISOR", "CIS_EXCUSED_DIVISOR"],
  };
}

/** A class of six hours on every working day of some days, marked as said, else present. */
function workdays(from: string, to: string, marks: Record<string, AttendanceStatus | null> = {}): MonthClass[] {
  const classes: MonthClass[] = [];
  for (let at = day(from); at <= day(to); at = addDays(at, 1))
    if (weekday(at) <= 5) {
      const marked = marks[at];
      classes.push({ day: at, minutes: 360, status: marked === undefined ? "PRESENT" : marked, closed: true });
    }
  return classes;
}

const programme: MonthInput["programme"] = {
  trialFrom: day("2026-03-02"),
  trialTo: day("2026-04-01"),
  participationTo: day("2027-03-01"),
  lastDay: day("2027-03-01"),
  inTrial: false,
  endedOn: null,
  jobOn: null,
  appliedOn: day("2026-03-01"),
  capped: false,
  daysOffEntitled: 6,
};
const limits = {
  sickDaysLeft: 3,
  daysOffLeft: 2,
  trialNotice: 14,
  endNotice: 30,
  weekMin: 1800,
  weekMax: 2400,
  weekMaxDisability: 2100,
  dayMaxDisability: 420,
};
type Wish = Omit<Partial<MonthInput>, "programme"> & { programme?: Partial<MonthInput["programme"]> };
const november = (wish: Wish = {}) =>
  monthOf({
    month: day("2026-11-01"),
    today: day("2026-12-02"),
    laws: [lawFrom("2026-06-01")],
    limits,
    classes: workdays("2026-11-01", "2026-11-30"),
    excuses: [],
    daysOff: [],
    closedDays: new Set([day("2026-11-11")]),
    ...wish,
    programme: { ...programme, ...wish.programme },
  });
const sick = (from: string, to = from, accepted = true): MonthExcuse => {
  return { kind: "SICKNESS", from: day(from), to: day(to), accepted };
};
const counted = (found: ReturnType<typeof november>) =>
  found.spans.map(({ phase, from, to, unexcusedDays, sickDays, otherExcusedDays, daysOff }) => [
    phase,
    from,
    to,
    unexcusedDays,
    sickDays,
    otherExcusedDays,
    daysOff,
  ]);
const codes = (found: ReturnType<typeof november>) =>
  found.notes.map(({ code, count }) => `${code} ${count ?? ""}`.trim());
const inNovember = (marks: Record<string, AttendanceStatus | null>) => workdays("2026-11-01", "2026-11-30", marks);

describe("what a day counts as", () => {
  const twice = (one: AttendanceStatus | null, other: AttendanceStatus | null): Wish => ({
    classes: [
      ...workdays("2026-11-01", "2026-11-30").filter((it) => it.day !== "2026-11-03"),
      { day: day("2026-11-03"), minutes: 180, status: one, closed: true },
      { day: day("2026-11-03"), minutes: 180, status: other, closed: true },
    ],
  });
  const whole = ["PARTICIPATION", "2026-11-01", "2026-11-30"];
  it.each<[string, Wish, number[]]>([
    ["nobody away", {}, [0, 0, 0, 0]],
    ["a day unexcused", { classes: inNovember({ "2026-11-03": "ABSENT_UNEXCUSED" }) }, [1, 0, 0, 0]],
    ["two classes of a day unexcused are one day", twice("ABSENT_UNEXCUSED", "ABSENT_UNEXCUSED"), [1, 0, 0, 0]],
    ["there for one of two classes", twice("PRESENT", "ABSENT_UNEXCUSED"), [0, 0, 0, 0]],
    [
      "there for one of two classes, where a part is enough",
      { ...twice("PRESENT", "ABSENT_UNEXCUSED"), laws: [lawFrom("2026-06-01", {}, true)] },
      [1, 0, 0, 0],
    ],
    ["excused from one, not from the other", twice("ABSENT_EXCUSED", "ABSENT_UNEXCUSED"), [1, 0, 0, 0]],
    ["one class not held, away from the other", twice("NO_CLASS", "ABSENT_UNEXCUSED"), [1, 0, 0, 0]],
    ["no class was held", { classes: inNovember({ "2026-11-03": "NO_CLASS" }) }, [0, 0, 0, 0]],
    ["suspended", { classes: inNovember({ "2026-11-03": "SUSPENDED" }) }, [0, 0, 0, 0]],
    ["late", { classes: inNovember({ "2026-11-03": "LATE", "2026-11-04": "LEFT_EARLY" }) }, [0, 0, 0, 0]],
    ["another excuse by the mark", { classes: inNovember({ "2026-11-03": "ABSENT_EXCUSED" }) }, [0, 0, 1, 0]],
    [
      "another excuse by the manager",
      {
        classes: inNovember({ "2026-11-03": "ABSENT_UNEXCUSED", "2026-11-04": "PRESENT" }),
        excuses: [{ kind: "OTHER_EXCUSED", from: day("2026-11-01"), to: day("2026-11-04"), accepted: true }],
      },
      [0, 0, 1, 0],
    ],
    ["a day off", { daysOff: [day("2026-11-03")], classes: inNovember({ "2026-11-03": "DAY_OFF" }) }, [0, 0, 0, 1]],
    [
      "a day off, marked unexcused by mistake",
      { daysOff: [day("2026-11-03")], classes: inNovember({ "2026-11-03": "ABSENT_UNEXCUSED" }) },
      [0, 0, 0, 1],
    ],
    ["a day off that was not used", { daysOff: [day("2026-11-03")] }, [0, 0, 0, 0]],
    ["a day off on a Sunday", { daysOff: [day("2026-11-08")] }, [0, 0, 0, 0]],
    ["sickness over a weekend, calendar days", { excuses: [sick("2026-11-06", "2026-11-10")] }, [0, 5, 0, 0]],
    [
      "sickness over a weekend, class days",
      { excuses: [sick("2026-11-06", "2026-11-10")], laws: [lawFrom("2026-06-01", { sickInClassDays: true })] },
      [0, 3, 0, 0],
    ],
    [
      "sickness never doubles with an unexcused day",
      {
        excuses: [sick("2026-11-02", "2026-11-06")],
        classes: inNovember({ "2026-11-03": "ABSENT_UNEXCUSED", "2026-11-09": "ABSENT_UNEXCUSED" }),
      },
      [1, 5, 0, 0],
    ],
    ["sickness on a day off", { excuses: [sick("2026-11-03")], daysOff: [day("2026-11-03")] }, [0, 1, 0, 0]],
    ["a note that waits changes nothing", { excuses: [sick("2026-11-02", "2026-11-06", false)] }, [0, 0, 0, 0]],
    ["sickness from the month before", { excuses: [sick("2026-10-28", "2026-11-02")] }, [0, 2, 0, 0]],
  ])("%s", (_, wish, counts) => {
    expect(counted(november(wish))).toEqual([[...whole, ...counts]]);
  });
});

describe("which days are covered, and in which phase", () => {
  it.each<[string, Wish["programme"], unknown[][]]>([
    ["participation", {}, [["PARTICIPATION", "2026-11-01", "2026-11-30"]]],
    [
      "the trial ends inside the month, decided",
      { trialFrom: day("2026-10-16"), trialTo: day("2026-11-15") },
      [
        ["TRIAL", "2026-11-01", "2026-11-15"],
        ["PARTICIPATION", "2026-11-16", "2026-11-30"],
      ],
    ],
    [
      "the trial is over and nobody has decided",
      { trialFrom: day("2026-10-16"), trialTo: day("2026-11-15"), inTrial: true },
      [["TRIAL", "2026-11-01", "2026-11-15"]],
    ],
    [
      "begun on the tenth",
      { trialFrom: day("2026-11-10"), trialTo: day("2026-12-09") },
      [["TRIAL", "2026-11-10", "2026-11-30"]],
    ],
    [
      "extended inside the month",
      { participationTo: day("2026-11-14"), lastDay: day("2027-05-14") },
      [
        ["PARTICIPATION", "2026-11-01", "2026-11-14"],
        ["EXTENSION", "2026-11-15", "2026-11-30"],
      ],
    ],
    ["ended", { endedOn: day("2026-11-20") }, [["PARTICIPATION", "2026-11-01", "2026-11-20"]]],
    [
      "a job taken: without benefit from that day",
      { jobOn: day("2026-11-20") },
      [["PARTICIPATION", "2026-11-01", "2026-11-19"]],
    ],
    ["a job taken in the month before", { jobOn: day("2026-10-20") }, []],
    [
      "past its last day",
      { participationTo: day("2026-11-04"), lastDay: day("2026-11-04") },
      [["PARTICIPATION", "2026-11-01", "2026-11-04"]],
    ],
    ["no benefit was applied for", { appliedOn: null }, []],
  ])("%s", (_, wish, spans) => {
    expect(november({ programme: wish }).spans.map(({ phase, from, to }) => [phase, from, to])).toEqual(spans);
  });

  it("brings nothing before an application that came later, or from the first day, as the law is read", () => {
    const programme = { trialFrom: day("2026-11-02"), trialTo: day("2026-12-01"), appliedOn: day("2026-11-10") };
    const law = lawFrom("2026-06-01");
    const whole = { ...law, reading: { ...law.reading, fromApplication: false } };
    expect(november({ programme }).spans[0]?.from).toBe("2026-11-10");
    expect(november({ programme, laws: [whole] }).spans[0]?.from).toBe("2026-11-02");
  });

  it("days off of a later month leave the balance of this one as it is", () => {
    expect(november({ daysOff: [day("2026-11-03"), day("2026-12-03")] }).daysOffLeft).toBe(5);
  });

  it("cuts where the law changes inside the month, not where nothing of it changes (1 June)", () => {
    const may = lawFrom("2025-06-01");
    const june = lawFrom("2026-06-01");
    const month = { month: day("2026-06-30"), today: day("2026-07-02"), classes: workdays("2026-06-01", "2026-06-30") };
    expect(november({ ...month, laws: [may, june] }).spans).toHaveLength(1);
    expect(benefitOf(november({ ...month, laws: [may, june] }).spans, 0).benefitGrosze).toBe(214068);
    expect(november({ ...month, month: day("2026-05-05"), laws: [may, june] }).spans[0]?.law).toEqual(may.law);
    const own = { ...june, from: day("2026-06-16"), law: { ...june.law, sickDivisor: 20 } };
    const halves = november({ ...month, laws: [june, own], excuses: [sick("2026-06-15", "2026-06-16")] }).spans;
    expect(halves.map(({ to, sickDays, law }) => [to, sickDays, law.sickDivisor])).toEqual([
      ["2026-06-15", 1, 40],
      ["2026-06-30", 1, 20],
    ]);
    const unread = { ...june, from: day("2026-06-16"), unverified: [] };
    expect(november({ ...month, laws: [june, unread] }).spans).toHaveLength(1);
  });

  it("in the trial a day off marked by hand takes a thirtieth and is missing its consent", () => {
    const found = november({
      programme: { trialFrom: day("2026-10-16"), trialTo: day("2026-11-15") },
      classes: inNovember({ "2026-11-03": "DAY_OFF" }),
    });
    expect(found.spans[0]).toMatchObject({ phase: "TRIAL", otherExcusedDays: 1, daysOff: 0 });
    expect(codes(found)).toContain("DAY_OFF_NOT_GRANTED 1");
  });
});

describe("days of sickness used before the month", () => {
  const excuses = [
    sick("2026-03-10", "2026-03-14"),
    sick("2026-07-01", "2026-07-12"),
    sick("2026-11-02", "2026-11-11"),
  ];
  it("are those of the participation, without the trial", () => {
    const found = november({ excuses });
    expect(found.sickDaysUsedBefore).toBe(12);
    expect(benefitOf(found.spans, found.sickDaysUsedBefore).sickDaysUsed).toBe(21);
  });
  it("are at most the limit", () => {
    expect(november({ excuses: [sick("2026-07-01", "2026-08-30")] }).sickDaysUsedBefore).toBe(21);
  });
  it("count a mark without a note, and not a day of presence", () => {
    const earlier = workdays("2026-07-01", "2026-07-10", { "2026-07-01": "SICK", "2026-07-02": "SICK" });
    expect(november({ classes: [...earlier, ...workdays("2026-11-01", "2026-11-30")] }).sickDaysUsedBefore).toBe(2);
  });
  const each = [lawFrom("2026-06-01", { sickLimitPerSickness: true })];
  it.each<[string, MonthExcuse[], number, number]>([
    ["a sickness that began in the month", [sick("2026-07-01", "2026-07-20"), sick("2026-11-02", "2026-11-11")], 10, 0],
    ["one that goes on over the turn of the month", [sick("2026-10-20", "2026-11-12")], 9, 3],
    ["two, each within its own limit", [sick("2026-10-20", "2026-11-05"), sick("2026-11-09", "2026-11-30")], 26, 1],
    ["the whole month of one that began before", [sick("2026-10-02", "2026-11-30")], 0, 30],
  ])("for each sickness: %s", (_, own, within, beyond) => {
    const found = november({ laws: each, excuses: own, classes: [...workdays("2026-10-01", "2026-11-30")] });
    const { lines } = benefitOf(found.spans, found.sickDaysUsedBefore);
    const of = (kind: string) => lines.find((line) => line.kind === kind)?.days ?? 0;
    expect([of("SICK_WITHIN"), of("SICK_BEYOND")]).toEqual([within, beyond]);
  });
});

describe("what somebody has to look at", () => {
  it.each<[string, Wish, string[]]>([
    ["nothing", {}, []],
    [
      "a register that is open, and one that was closed without a mark",
      {
        classes: workdays("2026-11-02", "2026-11-27").map((it) =>
          it.day === "2026-11-03" ? { ...it, closed: false } : it.day === "2026-11-04" ? { ...it, status: null } : it,
        ),
      },
      ["REGISTER_OPEN 1", "MARK_MISSING 1"],
    ],
    [
      "sick without a note",
      { classes: inNovember({ "2026-11-03": "SICK", "2026-11-04": "SICK" }) },
      ["SICK_WITHOUT_NOTE 2"],
    ],
    [
      "excused by a mark alone, without the manager",
      { classes: inNovember({ "2026-11-03": "ABSENT_EXCUSED" }) },
      ["EXCUSED_WITHOUT_DECISION 1", "LAW_UNVERIFIED 1"],
    ],
    ["a note that waits", { excuses: [sick("2026-11-03", "2026-11-04", false)] }, ["EXCUSE_WAITS 1"]],
    [
      "three unexcused",
      {
        classes: inNovember({
          "2026-11-03": "ABSENT_UNEXCUSED",
          "2026-11-04": "ABSENT_UNEXCUSED",
          "2026-11-05": "ABSENT_UNEXCUSED",
        }),
      },
      ["UNEXCUSED_AT_MOST 3"],
    ],
    [
      "four unexcused",
      {
        classes: inNovember({
          "2026-11-03": "ABSENT_UNEXCUSED",
          "2026-11-04": "ABSENT_UNEXCUSED",
          "2026-11-05": "ABSENT_UNEXCUSED",
          "2026-11-06": "ABSENT_UNEXCUSED",
        }),
      },
      ["TOO_MANY_UNEXCUSED 4"],
    ],
    [
      "where four days took all of a part of the month, no reading of the law changes the amount",
      {
        classes: inNovember({
          "2026-11-03": "ABSENT_UNEXCUSED",
          "2026-11-04": "ABSENT_UNEXCUSED",
          "2026-11-05": "ABSENT_UNEXCUSED",
          "2026-11-06": "ABSENT_UNEXCUSED",
        }),
        programme: { endedOn: day("2026-11-20") },
      },
      ["TOO_MANY_UNEXCUSED 4"],
    ],
    ["eighteen of twenty-one sick days", { excuses: [sick("2026-07-01", "2026-07-18")] }, ["SICK_LIMIT_NEAR 3"]],
    ["seventeen are not near", { excuses: [sick("2026-07-01", "2026-07-17")] }, []],
    [
      "the limit is passed, and how such a day is counted is a reading",
      { excuses: [sick("2026-07-01", "2026-07-21"), sick("2026-11-03")] },
      ["CAME_THOUGH_EXCUSED 1", "SICK_LIMIT_NEAR 0", "LAW_UNVERIFIED 1"],
    ],
    [
      "two days off are left",
      { daysOff: ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"].map(day) },
      ["DAYS_OFF_NEAR 2"],
    ],
    ["came on a day off", { daysOff: [day("2026-11-03")] }, ["CAME_THOUGH_EXCUSED 1"]],
    ["no classes at all", { classes: [] }, ["NO_CLASSES"]],
    ["no application", { programme: { appliedOn: null } }, ["NOT_APPLIED"]],
    [
      "applied inside the month",
      { programme: { trialFrom: day("2026-11-02"), trialTo: day("2026-12-01"), appliedOn: day("2026-11-05") } },
      ["APPLIED_LATE"],
    ],
    [
      "the trial is over without a decision",
      { programme: { trialFrom: day("2026-10-16"), trialTo: day("2026-11-15"), inTrial: true } },
      ["TRIAL_ENDS"],
    ],
    [
      "the programme is over and nobody ended it",
      { programme: { lastDay: day("2026-11-20"), participationTo: day("2026-11-20") } },
      ["PROGRAMME_ENDS"],
    ],
    [
      "29.5 hours a week",
      { classes: workdays("2026-11-01", "2026-11-30").map((it) => ({ ...it, minutes: 354 })) },
      ["HOURS_TOO_LOW 29.5"],
    ],
    ["40 hours a week", { classes: workdays("2026-11-01", "2026-11-30").map((it) => ({ ...it, minutes: 480 })) }, []],
    [
      "41 hours a week",
      { classes: workdays("2026-11-01", "2026-11-30").map((it) => ({ ...it, minutes: 492 })) },
      ["HOURS_TOO_HIGH 41"],
    ],
    [
      "36 hours with a moderate disability",
      {
        programme: { capped: true },
        classes: workdays("2026-11-01", "2026-11-30").map((it) => ({ ...it, minutes: 432 })),
      },
      ["HOURS_TOO_HIGH 36", "DAY_TOO_LONG 7.2"],
    ],
  ])("%s", (_, wish, expected) => {
    expect(codes(november(wish))).toEqual(expected);
  });

  it("says ahead that the trial ends, and calls it missing only when it is over", () => {
    const trial = { trialFrom: day("2026-11-02"), trialTo: day("2026-12-01"), inTrial: true };
    const december = { month: day("2026-12-01"), programme: trial, classes: workdays("2026-12-01", "2026-12-31") };
    const at = (today: string) =>
      november({ ...december, today: day(today) }).notes.filter(({ code }) => code === "TRIAL_ENDS");
    expect(at("2026-12-01")).toEqual([{ weight: "ODD", code: "TRIAL_ENDS", day: "2026-12-01", count: null }]);
    expect(at("2026-12-02")).toMatchObject([{ weight: "MISSING" }]);
  });

  it("tells ahead of a trial and a programme that end soon, also beyond the month (J6.3)", () => {
    const trial = { trialFrom: day("2026-11-02"), trialTo: day("2026-12-01"), inTrial: true };
    const at = (today: string, programme: Wish["programme"]) =>
      november({ today: day(today), programme }).notes.flatMap(({ code, day: on }) =>
        /ENDS/.test(code) ? [code, on] : [],
      );
    expect(at("2026-11-17", trial)).toEqual(["TRIAL_ENDS", "2026-12-01"]);
    expect(at("2026-11-16", trial)).toEqual([]);
    const over = { participationTo: day("2026-12-20"), lastDay: day("2026-12-20") };
    expect(at("2026-11-20", over)).toEqual(["PROGRAMME_ENDS", "2026-12-20"]);
    expect(at("2026-11-19", over)).toEqual([]);
    expect(at("2026-12-02", over)).toEqual([]); // November is over: December tells of it
  });

  it("says nothing of days to come: a register of tomorrow is not open, a class of tomorrow not unmarked", () => {
    const classes = workdays("2026-11-01", "2026-11-30").map((it) =>
      it.day < "2026-11-16" ? it : { ...it, status: null, closed: false },
    );
    const found = november({ today: day("2026-11-16"), classes });
    expect(found.notes).toEqual([]);
    expect(found.days.filter(({ kind }) => kind === "PLANNED")).toHaveLength(11);
    expect(found.classDays).toBe(21);
    expect(found.presentDays).toBe(10);
  });
});

const anyMonth = fc.record({
  trialAt: fc.integer({ min: -400, max: 25 }),
  trialDays: fc.integer({ min: 27, max: 30 }),
  extension: fc.integer({ min: 0, max: 300 }),
  endsAt: fc.option(fc.integer({ min: -10, max: 40 }), { nil: null }),
  jobAt: fc.option(fc.integer({ min: -10, max: 40 }), { nil: null }),
  inTrial: fc.boolean(),
  marks: fc.array(
    fc.record({
      at: fc.integer({ min: -60, max: 29 }),
      status: fc.constantFrom(...ATTENDANCE_STATUSES, null),
      closed: fc.boolean(),
    }),
    { maxLength: 60 },
  ),
  excuses: fc.array(
    fc.record({
      at: fc.integer({ min: -60, max: 29 }),
      length: fc.integer({ min: 0, max: 25 }),
      sickness: fc.boolean(),
      accepted: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  daysOff: fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 6 }),
  changes: fc.record({ sickInClassDays: fc.boolean(), sickLimitPerSickness: fc.boolean() }),
  cutAt: fc.option(fc.integer({ min: 1, max: 29 }), { nil: null }),
});

describe("whatever the month", () => {
  const first = day("2026-11-01");
  const at = (days: number): PlainDate => addDays(first, days);
  const of = (month: typeof anyMonth extends fc.Arbitrary<infer T> ? T : never) => {
    const trialFrom = at(month.trialAt);
    const trialTo = addDays(trialFrom, month.trialDays);
    const participationTo = addDays(trialTo, 330);
    const law = lawFrom("2026-06-01", month.changes);
    return november({
      programme: {
        trialFrom,
        trialTo,
        participationTo,
        lastDay: addDays(participationTo, month.extension),
        inTrial: month.inTrial,
        endedOn: month.endsAt === null ? null : at(month.endsAt),
        jobOn: month.jobAt === null ? null : at(month.jobAt),
      },
      laws:
        month.cutAt === null ? [law] : [law, { ...law, from: at(month.cutAt), law: { ...law.law, sickDivisor: 30 } }],
      classes: month.marks.map((mark) => ({
        day: at(mark.at),
        minutes: 120,
        status: mark.status,
        closed: mark.closed,
      })),
      excuses: month.excuses.map((it) => ({
        kind: it.sickness ? "SICKNESS" : "OTHER_EXCUSED",
        from: at(it.at),
        to: at(it.at + it.length),
        accepted: it.accepted,
      })),
      daysOff: month.daysOff.map(at),
    });
  };

  it("spans are a month that can be reckoned, each covered day is in one of them, and the same facts give the same month", () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const found = of(month);
        if (found.spans.length > 0) {
          expect(refuseSpans(found.spans)).toBeNull();
          expect(benefitOf(found.spans, found.sickDaysUsedBefore).benefitGrosze).toBeGreaterThanOrEqual(0);
        }
        const covered = found.spans.reduce(
          (sum, { from, to }) => sum + (Number(to.slice(8)) - Number(from.slice(8)) + 1),
          0,
        );
        expect(covered).toBe(found.days.length);
        const away = found.spans.reduce(
          (sum, it) => sum + it.unexcusedDays + it.sickDays + it.otherExcusedDays + it.daysOff,
          0,
        );
        const kinds = ["UNEXCUSED", "SICK", "EXCUSED", "DAY_OFF"];
        expect(away).toBe(found.days.filter(({ kind }) => kinds.includes(kind)).length);
        expect(found.presentDays).toBeLessThanOrEqual(found.classDays);
        expect(found.spans.every(({ to }) => to <= endOfMonth(first))).toBe(true);
        expect(of(structuredClone(month))).toEqual(found);
      }),
      { numRuns: 1500 },
    );
  });

  it("an accepted sickness never adds an unexcused day, and a mark of presence never takes anything off", () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 0, max: 29 }), (month, on) => {
        const unexcused = (found: ReturnType<typeof november>) =>
          found.spans.reduce((sum, it) => sum + it.unexcusedDays, 0);
        const noted = of({
          ...month,
          excuses: [...month.excuses, { at: on, length: 3, sickness: true, accepted: true }],
        });
        expect(unexcused(noted)).toBeLessThanOrEqual(unexcused(of(month)));
        const marks = month.marks.filter((mark) => mark.at !== on);
        const came = of({ ...month, marks: [...marks, { at: on, status: "PRESENT", closed: true }] });
        expect(unexcused(came)).toBeLessThanOrEqual(unexcused(of(month)));
      }),
      { numRuns: 500 },
    );
  });
});
