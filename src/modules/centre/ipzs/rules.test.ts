import { describe, expect, test } from "vitest";
import { type Actor, may, roles } from "../../../platform/access.ts";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { ipzsAccess } from "./access.ts";
import { endsByManager, ipzsEnds } from "./codes.ts";
import {
  actVerbs,
  daysOf,
  daysOffEntitled,
  dueOf,
  extendedTo,
  graduateUntil,
  IPZS_ACTS,
  IPZS_STATES,
  type IpzsLimits,
  moveIpzs,
  participationMax,
  refuseAdmission,
  refuseAfterJob,
  refuseDailyHours,
  refuseDayOff,
  refuseEnding,
  refuseExtension,
  refuseParticipation,
  refuseSubstance,
  refuseTrialDecision,
  refuseWayIn,
  refuseWeeklyHours,
  trialEnd,
  type WayIn,
} from "./rules.ts";
import { withKind } from "./withKind.ts";

const limits: IpzsLimits = {
  trialMonths: 1,
  participationMonths: 11,
  extensionMonths: 12,
  weekMin: 30,
  weekMax: 40,
  weekMaxDisability: 35,
  dayMaxDisability: 7,
  daysOff: 6,
  daysOffPerYear: 6,
  daysOffRoundUp: true,
  afterJobMonths: 6,
  graduateMonths: 6,
  graduateStatusMonths: 6,
};
const actorOf = (role: (typeof roles)[number]): Actor => ({
  accountId: "a",
  organisationId: "o",
  displayName: "Ktoś",
  roles: [role],
  unitIds: [],
  personId: null,
  authorised: true,
  sessionId: null,
});

test.each([
  ["2026-03-02", "2026-04-01", "2027-03-01", "2028-03-01"],
  ["2026-11-16", "2026-12-15", "2027-11-15", "2028-11-15"],
  ["2027-02-01", "2027-02-28", "2028-01-31", "2029-01-31"],
  ["2026-01-31", "2026-02-27", "2027-01-30", "2028-01-30"],
])("a trial from %s ends %s, participation lasts to %s and extended to %s (R-CIS-06)", (from, trial, max, extended) => {
  const trialFrom = day(from);
  expect(trialEnd(trialFrom, limits)).toBe(trial);
  expect(participationMax(trialFrom, limits)).toBe(max);
  expect(extendedTo(participationMax(trialFrom, limits), 12)).toBe(extended);
  const written = { trialFrom, participationTo: null, extendedMonths: 12, job: null };
  expect(daysOf(written, limits)).toEqual({ trialFrom, trialTo: trial, participationTo: max, lastDay: extended });
});

test.each([
  ["2027-03-01", null],
  ["2027-03-02", "ipzs.participation_too_long"],
  ["2026-04-02", null],
  ["2026-04-01", "ipzs.participation_within_trial"],
])("a participation to %s after a trial from 2 March 2026 is answered with %s (R-CIS-06)", (to, answer) => {
  expect(refuseParticipation(day("2026-03-02"), day(to), limits)).toBe(answer);
});

test.each([
  [29, false, "ipzs.week_too_short"],
  [29.5, false, "ipzs.week_too_short"],
  [30, false, null],
  [40, false, null],
  [41, false, "ipzs.week_too_long"],
  [40.25, false, "ipzs.week_too_long"],
  [36, true, "ipzs.week_too_long_disability"],
  [35, true, null],
  [30, true, null],
  [29, true, "ipzs.week_too_short"],
])("%d hours a week, capped for a disability %s: %s (R-CIS-07)", (hours, capped, answer) => {
  expect(refuseWeeklyHours(hours, capped, limits)).toBe(answer);
});

const whole = {
  socialScope: [{ form: "Grupa wsparcia" }],
  vocationalScope: [{ name: "Warsztat stolarski" }],
  responsible: [{ name: "Kazimierz Hebel", area: "warsztat" }],
  trialFrom: day("2026-12-01"),
  participationTo: null,
  weeklyHours: 35,
  dailyHours: null,
  capped: false,
  obligations: "Prawa i obowiązki",
  benefitApplied: true,
  benefitAppliedOn: day("2026-11-20"),
};
test.each([
  ["whole", {}, []],
  ["no social reintegration", { socialScope: [] }, ["ipzs.social_scope_missing"]],
  ["a form without words", { socialScope: [{ form: " " }] }, ["ipzs.social_scope_missing"]],
  ["no vocational reintegration", { vocationalScope: [] }, ["ipzs.vocational_scope_missing"]],
  ["nobody responsible", { responsible: [] }, ["ipzs.responsible_missing"]],
  ["somebody for nothing", { responsible: [{ name: "Ktoś", area: "" }] }, ["ipzs.responsible_missing"]],
  ["no trial day", { trialFrom: null }, ["ipzs.trial_missing"]],
  ["too long", { participationTo: day("2027-12-01") }, ["ipzs.participation_too_long"]],
  ["no hours", { weeklyHours: null }, ["ipzs.hours_missing"]],
  ["29 hours", { weeklyHours: 29 }, ["ipzs.week_too_short"]],
  ["capped for a disability, no hours of a day", { capped: true }, ["ipzs.day_hours_missing"]],
  ["capped for a disability, 7 hours a day", { capped: true, dailyHours: 7 }, []],
  ["capped for a disability, 8 hours a day", { capped: true, dailyHours: 8 }, ["ipzs.day_too_long_disability"]],
  ["no rights and duties", { obligations: "" }, ["ipzs.obligations_missing"]],
  ["applied on no day", { benefitAppliedOn: null }, ["ipzs.benefit_day_missing"]],
  ["did not apply", { benefitApplied: false, benefitAppliedOn: null }, []],
])("a programme, %s (R-CIS-04, F-29)", (_what, wish, missing) => {
  expect(refuseSubstance({ ...whole, ...wish }, limits)).toEqual(missing);
});

test.each([
  ["2026-11-20", "2026-11-20", "2026-11-20", null],
  ["2026-11-20", "2026-11-22", "2026-12-01", null],
  ["2026-11-21", "2026-11-20", "2026-12-01", "ipzs.signed_before_admission"],
  ["2026-11-20", "2026-11-22", "2026-11-21", "ipzs.trial_before_admission"],
  ["2026-11-20", "2026-11-23", "2026-12-01", "ipzs.day_in_future"],
])("signed %s, admitted %s, trial from %s: %s (R-CIS-03)", (signedOn, admittedOn, trialFrom, answer) => {
  const days = { signedOn: day(signedOn), admittedOn: day(admittedOn), trialFrom: day(trialFrom) };
  expect(refuseAdmission(days, day("2026-11-22"))).toBe(answer);
});

test.each([
  ["2026-11-22", "w porządku", null],
  ["2026-11-23", "w porządku", "ipzs.day_in_future"],
  ["2026-10-31", "w porządku", "ipzs.before_trial"],
  ["2026-11-22", " ", "ipzs.reason_missing"],
])("a decision after the trial of %s with the reason »%s«: %s (R-CIS-06)", (decidedOn, reason, answer) => {
  const trial = { trialFrom: day("2026-11-01") };
  expect(refuseTrialDecision({ decidedOn: day(decidedOn), reason }, trial, day("2026-11-22"))).toBe(answer);
});

test.each([
  [12, 0, "2027-03-01", null],
  [13, 0, "2027-03-01", "ipzs.extension_too_long"],
  [0, 0, "2027-03-01", "ipzs.extension_too_long"],
  [6, 6, "2027-03-01", null],
  [7, 6, "2027-03-01", "ipzs.extension_too_long"],
  [6, 0, "2027-03-02", "ipzs.extension_after_end"],
])("%d months after %d, decided %s: %s (R-CIS-06)", (months, extended, decidedOn, answer) => {
  const asked = { months, extended, decidedOn: day(decidedOn) };
  expect(refuseExtension(asked, { lastDay: day("2027-03-01") }, limits)).toBe(answer);
});

test("before 2022 the law knew six months of extension: the figure is a parameter of its day (R-CIS-06)", () => {
  const asked = { months: 7, extended: 0, decidedOn: day("2021-03-01") };
  const days = { lastDay: day("2021-04-01") };
  expect(refuseExtension(asked, days, { extensionMonths: 6 })).toBe("ipzs.extension_too_long");
  expect(refuseExtension({ ...asked, months: 6 }, days, { extensionMonths: 6 })).toBe(null);
});

test.each([
  ["2026-11-01", "2027-04-30", null],
  ["2026-11-01", "2027-05-01", "ipzs.after_job_too_long"],
  ["2026-11-01", "2026-10-31", "ipzs.job_ends_before_start"],
  ["2026-11-23", "2027-01-01", "ipzs.day_in_future"],
  ["2026-02-28", "2026-03-01", "ipzs.before_trial"],
])("a job from %s, the programme to %s: %s (R-CIS-09)", (takenOn, until, answer) => {
  const job = { takenOn: day(takenOn), until: day(until) };
  expect(refuseAfterJob(job, { trialFrom: day("2026-03-02") }, limits, day("2026-11-22"))).toBe(answer);
});

test("a programme that goes on after a job ends when that ends (R-CIS-09)", () => {
  const job = { until: day("2027-04-30") };
  const written = { trialFrom: day("2026-03-02"), participationTo: null, extendedMonths: 0, job };
  expect(daysOf(written, limits).lastDay).toBe("2027-04-30");
});

test.each([
  ["RESIGNED", "2026-11-20", "", null],
  ["OTHER", "2026-11-23", "", "ipzs.day_in_future"],
  ["OTHER", "2026-03-01", "", "ipzs.before_trial"],
  ["PERSISTENT_BREACH", "2026-11-20", "", "ipzs.facts_missing"],
  ["ABANDONED_CLASSES", "2026-11-20", " ", "ipzs.facts_missing"],
  ["ABANDONED_CLASSES", "2026-11-20", "od 2 listopada nie przychodzi", null],
  ["COMPLETED_PERIOD", "2026-11-19", "", "ipzs.period_not_over"],
  ["COMPLETED_PERIOD", "2026-11-20", "", null],
  ["TOOK_JOB", "2026-11-21", "", "ipzs.ends_after_last_day"],
] as const)("an end for %s on %s with the facts »%s«: %s (R-CIS-09)", (reason, endedOn, words, answer) => {
  const days = { trialFrom: day("2026-03-02"), lastDay: day("2026-11-20") };
  expect(refuseEnding({ reason, endedOn: day(endedOn), words }, days, day("2026-11-22"))).toBe(answer);
});

test("the manager ends for every reason but those that are acts of their own (R-CIS-09)", () => {
  expect(ipzsEnds.filter((end) => !endsByManager.includes(end))).toEqual(["RESIGNED", "NOT_QUALIFIED_AFTER_TRIAL"]);
});

test.each([
  [0, 6, 6],
  [12, 12, 12],
  [6, 9, 9],
  [5, 9, 8],
  [1, 7, 6],
])("extended by %d months: %d days off, %d where a part of a day falls away (R-CIS-11)", (months, up, down) => {
  expect(daysOffEntitled(months, limits)).toBe(up);
  expect(daysOffEntitled(months, { ...limits, daysOffRoundUp: false })).toBe(down);
});

test.each([
  ["2026-04-01", 0, "ipzs.day_off_in_trial"],
  ["2026-04-02", 0, null],
  ["2027-03-01", 5, null],
  ["2027-03-01", 6, "ipzs.days_off_used"],
  ["2027-03-02", 0, "ipzs.day_off_after_end"],
  ["2026-05-01", 1, "ipzs.day_off_twice"],
])("a day off on %s after %d others: %s (R-CIS-11)", (asked, taken, answer) => {
  const days = { trialFrom: day("2026-03-02"), trialTo: day("2026-04-01"), lastDay: day("2027-03-01") };
  const others = Array.from({ length: taken }, (_, at) => day(`2026-05-0${at + 1}`));
  expect(refuseDayOff({ day: day(asked), taken: others, entitled: 6 }, days)).toBe(answer);
});

test.each([
  ["2026-03-02", "2026-09-01", true, "2027-03-01"],
  ["2026-03-02", "2026-08-31", true, null],
  ["2026-03-02", "2026-09-01", false, null],
])("from %s to %s, certificate %s: a graduate until %s (R-CIS-10)", (from, to, certificate, until) => {
  expect(graduateUntil({ from: day(from), to: day(to), certificate }, limits)).toBe(until);
});

describe("which act is possible when, and to whom", () => {
  const common = (state: string): [string, string][] => [
    [`${state} amend`, state],
    [`${state} provide`, state],
    [`${state} ask-extension`, state],
    [`${state} extend`, "EXTENDED"],
    [`${state} refuse-extension`, state],
    [`${state} ask-days-off`, state],
    [`${state} answer-day-off`, state],
    [`${state} record-job`, "AFTER_JOB"],
    [`${state} resign`, "ENDED"],
    [`${state} end`, "ENDED"],
  ];
  const allowed = new Map<string, string>([
    ["DRAFT change", "DRAFT"],
    ["DRAFT agree", "AGREED"],
    ["DRAFT withdraw", "WITHDRAWN"],
    ["AGREED redraft", "DRAFT"],
    ["AGREED sign", "SIGNED"],
    ["AGREED withdraw", "WITHDRAWN"],
    ["SIGNED redraft", "DRAFT"],
    ["SIGNED admit", "TRIAL"],
    ["SIGNED withdraw", "WITHDRAWN"],
    ["TRIAL amend", "TRIAL"],
    ["TRIAL provide", "TRIAL"],
    ["TRIAL qualify", "PARTICIPATION"],
    ["TRIAL disqualify", "ENDED"],
    ["TRIAL resign", "ENDED"],
    ["TRIAL end", "ENDED"],
    ...common("PARTICIPATION"),
    ...common("EXTENDED"),
    ["AFTER_JOB amend", "AFTER_JOB"],
    ["AFTER_JOB provide", "AFTER_JOB"],
    ["AFTER_JOB resign", "ENDED"],
    ["AFTER_JOB end", "ENDED"],
    ["ENDED certify", "ENDED"],
  ]);
  const ofManager = [
    "admit",
    "qualify",
    "disqualify",
    "extend",
    "refuse-extension",
    "answer-day-off",
    "record-job",
    "end",
    "certify",
  ];
  const ofEither = ["ask-days-off", "provide", "resign"];
  const cases = IPZS_STATES.flatMap((state) => IPZS_ACTS.map((act) => [state, act] as const));
  test.each(cases)("in %s: %s, by every role", (state, act) => {
    const expected = allowed.get(`${state} ${act}`);
    const move = moveIpzs(state, act);
    expect(move.state).toBe(expected ?? null);
    expect(move.refusal === null).toBe(expected !== undefined);
    const verb = ipzsAccess[actVerbs[act]];
    const of = (relation: { unit?: boolean }) => roles.filter((role) => may(actorOf(role), verb, relation));
    const worker = ofManager.includes(act) ? [] : ["REINTEGRATION_SOCIAL_WORKER"];
    const manager = ofManager.includes(act) || ofEither.includes(act) ? ["CIS_MANAGER"] : [];
    expect(of({ unit: true })).toEqual([...worker, ...manager]);
    expect(of({})).toEqual([]);
  });
  test("a refused act says why", () => {
    expect(moveIpzs("AGREED", "admit").refusal).toBe("ipzs.signed_before_admission");
    expect(moveIpzs("TRIAL", "ask-days-off").refusal).toBe("ipzs.day_off_in_trial");
    expect(moveIpzs("ENDED", "extend").refusal).toBe("ipzs.over");
    expect(moveIpzs("DRAFT", "qualify").refusal).toBe("ipzs.step_not_possible");
  });
});

const notices = { trialNotice: 14, endNotice: 30 };

test.each([
  ["SIGNED", "2026-12-31", "2027-11-30", { what: "admit", on: null }],
  ["TRIAL", "2026-12-06", "2027-11-30", { what: "trial", on: "2026-12-06" }],
  ["TRIAL", "2026-12-07", "2027-11-30", null],
  ["TRIAL", "2026-11-01", "2027-11-30", { what: "trial", on: "2026-11-01" }],
  ["PARTICIPATION", "2026-04-01", "2026-12-22", { what: "end", on: "2026-12-22" }],
  ["EXTENDED", "2026-04-01", "2026-12-23", null],
  ["ENDED", "2026-04-01", "2026-11-22", null],
] as const)("in %s with the trial to %s and the last day %s: %o is due", (state, trialTo, lastDay, due) => {
  expect(dueOf({ state, trialTo: day(trialTo), lastDay: day(lastDay) }, notices, day("2026-11-22"))).toEqual(due);
});

test.each([
  [7, true, null],
  [7.25, true, "ipzs.day_too_long_disability"],
  [8, true, "ipzs.day_too_long_disability"],
  [8, false, null],
])("%d hours a day, capped for a disability %s: %s (R-CIS-07)", (hours, capped, answer) => {
  expect(refuseDailyHours(hours, capped, limits)).toBe(answer);
});

test.each([
  ["Warsztat", "Warsztat stolarski", "Warsztat stolarski"],
  ["Warsztat", "warsztat stolarski", "warsztat stolarski"],
  ["Warsztat", "Stolarnia", "Warsztat: Stolarnia"],
])("the kind %s and the name %s read as %s", (kind, name, text) => {
  expect(withKind(kind, name)).toBe(text);
});

test.each<[WayIn["state"] | null, string | null, string | null, string | null]>([
  [null, "ipzs.no_way_in", "ipzs.no_way_in", "ipzs.no_way_in"],
  ["APPLIED", "entry.not_referred", "entry.not_referred", "entry.not_referred"],
  ["OPINED", "entry.not_referred", "entry.not_referred", "entry.not_referred"],
  ["REFERRED", "entry.programme_not_signed", null, "entry.ops_agreement_missing"],
  ["SIGNED", "entry.ops_agreement_missing", null, "entry.ops_agreement_missing"],
  ["AGREED", null, null, null],
  ["ADMITTED", null, null, null],
  ["NOT_REFERRED", "ipzs.no_way_in", "ipzs.no_way_in", "ipzs.no_way_in"],
  ["NOT_ADMITTED", "ipzs.no_way_in", "ipzs.no_way_in", "ipzs.no_way_in"],
  ["WITHDRAWN", "ipzs.no_way_in", "ipzs.no_way_in", "ipzs.no_way_in"],
])(
  "a way in that is %s: kept by the OPS %s, on paper %s, on paper without its agreement %s (R-CIS-03)",
  (state, here, paper, bare) => {
    const opsAgreedOn = day("2026-11-18");
    const answer = (onPaper: boolean, agreed: typeof opsAgreedOn | null) =>
      refuseWayIn(state && { state, onPaper, opsAgreedOn: agreed });
    expect([answer(false, opsAgreedOn), answer(true, opsAgreedOn), answer(true, null)]).toEqual([here, paper, bare]);
  },
);
