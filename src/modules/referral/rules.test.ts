import { expect, test } from "vitest";
import { roles } from "../../platform/access.ts";
import { plainDate } from "../../platform/time/plainDate.ts";
import { referralAccess } from "./access.ts";
import { askedNeeds, type Decision, type ReferralState, referralActs, referralStates } from "./codes.ts";
import { SendReferral } from "./contract.ts";
import {
  answerClass,
  type CountedReport,
  feedbackDue,
  letterState,
  median,
  missingOfReferral,
  monthTable,
  percentile,
  referralState,
  refuseAct,
  refuseDecision,
  refuseLinkEnd,
  refuseReport,
  refuseSending,
  reportDue,
  reportState,
  roughPoint,
  tellsHealth,
} from "./rules.ts";

const now = "2026-11-22T18:00:00.000Z";
const report = { urgency: "TODAY", called112: false, placeText: "za kioskiem", geo: null, seenAt: now } as const;

test.each([
  ["a place in words is enough", {}, []],
  ["a point is enough", { placeText: null, geo: { lat: 51.4, lon: 21.1 } }, []],
  ["no place at all", { placeText: null }, ["notification.place_missing"]],
  ["an emergency without 112", { urgency: "EMERGENCY_112" }, ["notification.call_112_first"]],
  ["an emergency after 112", { urgency: "EMERGENCY_112", called112: true }, []],
  ["a clock that is an hour ahead", { seenAt: "2026-11-22T19:00:00Z" }, []],
  ["tomorrow", { seenAt: "2026-11-23T18:00:00Z" }, ["notification.seen_in_future"]],
  ["three days ago", { seenAt: "2026-11-19T18:00:00Z" }, []],
  ["four days ago", { seenAt: "2026-11-18T18:00:00Z" }, ["notification.seen_long_ago"]],
] as const)("a report: %s (F-10, R-OUT-06)", (_, more, refusals) => {
  expect(refuseReport({ ...report, ...more }, now)).toEqual(refusals);
});

test.each([
  ["EMERGENCY_112", "2026-11-22"],
  ["TODAY", "2026-11-22"],
  ["3_DAYS", "2026-11-25"],
  ["ROUTINE", "2026-11-29"],
] as const)("%s is due %s", (urgency, due) => {
  expect(reportDue(urgency, plainDate("2026-11-22"))).toBe(due);
});

test("a point is kept to about 100 metres", () => {
  expect(roughPoint({ lat: 51.402749, lon: 21.147133 })).toEqual({ lat: 51.403, lon: 21.147 });
  expect(roughPoint(null)).toBeNull();
});

test("that somebody was taken to hospital stays with the team; the other classes go back as they are (R-OUT-09)", () => {
  expect(answerClass("TAKEN_TO_HOSPITAL")).toBe("FOUND");
  for (const outcome of ["FOUND", "TALK_HELD", "ACCEPTED_BED", "REFUSED", "NOT_FOUND"] as const)
    expect(answerClass(outcome)).toBe(outcome);
});

test.each([
  ["PARTNER", null, false, false, "WAITING"],
  ["LINK", null, true, false, "ACCEPTED"],
  ["PUBLIC", null, false, false, "AWAITS_VERDICT"],
  ["PUBLIC", "PASSED", false, false, "WAITING"],
  ["PUBLIC", "ABUSE", false, false, "TURNED_DOWN"],
  ["PUBLIC", "PASSED", true, true, "ANSWERED"],
  ["PARTNER", null, false, true, "ANSWERED"],
] as const)(
  "a report from %s with verdict %s, accepted %s, answered %s is %s",
  (source, verdict, accepted, answered, state) => {
    expect(reportState({ source, verdict, accepted, answered })).toBe(state);
  },
);

test.each([
  ["2026-11-22T18:00:00Z", "shift-link.over_already"],
  ["2026-11-23T06:00:00Z", null],
  ["2026-11-23T10:00:00Z", null],
  ["2026-11-23T10:00:01Z", "shift-link.too_long"],
])("a link until %s: %s", (end, refusal) => {
  expect(refuseLinkEnd(end, now)).toBe(refusal);
});

test.each([
  [[], null, null],
  [[7], 7, 7],
  [[10, 20], 15, 20],
  [[10, 20, 60], 20, 60],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 5.5, 9],
])("of %j half lie within %s and 90%% within %s", (sorted, half, most) => {
  expect(median(sorted)).toBe(half);
  expect(percentile(sorted, 90)).toBe(most);
});

test("the month counts by district and service, with the last outcome and the first answer (RP-13)", () => {
  const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();
  const one = (area: string, minutes: number | null, lastOutcome: CountedReport["lastOutcome"]): CountedReport => ({
    area,
    service: "CITY_GUARD",
    receivedAt: now,
    firstAnswerAt: minutes === null ? null : at(minutes),
    lastOutcome,
  });
  const { lines, total } = monthTable([
    one("Wola", 30, "TAKEN_TO_HOSPITAL"),
    one("Wola", 90, "NOT_FOUND"),
    one("Ochota", null, null),
  ]);
  expect(lines).toMatchObject([
    { area: "Ochota", reports: 1, answered: 0, medianMinutes: null, p90Minutes: null },
    {
      area: "Wola",
      reports: 2,
      answered: 2,
      medianMinutes: 60,
      p90Minutes: 90,
      outcomes: { FOUND: 1, NOT_FOUND: 1, REFUSED: 0 },
    },
  ]);
  expect(total).toMatchObject({ reports: 3, answered: 2, medianMinutes: 60 });
});

test.each([
  ["STATUTORY", "TODAY", "2026-11-16", "2026-11-23"],
  ["STATUTORY", "ROUTINE", "2026-12-18", "2026-12-28"],
  ["COOPERATIVE", "TODAY", "2026-11-22", "2026-11-23"],
  ["COOPERATIVE", "3_DAYS", "2026-11-22", "2026-11-25"],
  ["SELF", "ROUTINE", "2026-12-18", "2026-12-28"],
] as const)("feedback on a %s referral, %s, sent on %s is due %s (R-INF-01)", (kind, urgency, sent, due) => {
  expect(feedbackDue(kind, urgency, plainDate(sent))).toBe(due);
});

test("the state follows from the steps; after the end nothing changes it", () => {
  const of = (...steps: [string, string?][]) =>
    referralState(steps.map(([kind, decision]) => ({ kind, decision: decision ?? null })));
  expect(of()).toBe("SENT");
  expect(of(["RECEIVED"])).toBe("RECEIVED");
  expect(of(["RECEIVED"], ["DECIDED", "WAITLIST"])).toBe("WAITLIST");
  expect(of(["DECIDED", "WAITLIST"], ["DECIDED", "ACCEPTED"], ["APPEARED"])).toBe("APPEARED");
  expect(of(["DECIDED", "ACCEPTED"], ["NOT_APPEARED"])).toBe("NOT_APPEARED");
  expect(of(["APPEARED"], ["OUTCOME"])).toBe("ANSWERED");
  expect(of(["OUTCOME"], ["CLOSED"], ["APPEARED"])).toBe("CLOSED");
  expect(of(["WITHDRAWN"])).toBe("WITHDRAWN");
  // who confirms the receipt late takes nothing back
  expect(of(["DECIDED", "ACCEPTED"], ["RECEIVED"])).toBe("ACCEPTED");
});

test.each([
  ["the service began", ["SERVICE_STARTED"], [], "APPEARED"],
  ["the service began, and the sender closed it", ["SERVICE_STARTED"], ["CLOSED"], "APPEARED"],
  ["a mistake was put right: it began", ["NO_PLACE", "SERVICE_STARTED"], [], "APPEARED"],
  ["no place", ["NO_PLACE"], [], "ANSWERED"],
  ["it began, and then not", ["SERVICE_STARTED", "REFUSED_BY_PERSON"], [], "ANSWERED"],
  ["taken back", ["SERVICE_STARTED"], ["WITHDRAWN"], "WITHDRAWN"],
  ["closed without an answer", [], ["CLOSED"], "CLOSED"],
])("a letter is turned down by an answer, never by a good one: %s (R-CIS-03)", (_, outcomes, ends, state) => {
  const step = (kind: string, outcome: string | null = null) => ({ kind, decision: null, outcome });
  expect(
    letterState([step("RECEIVED"), ...outcomes.map((one) => step("OUTCOME", one)), ...ends.map((one) => step(one))]),
  ).toBe(state);
});

/** In each state, what may be done, and else why not. */
const open = {
  receive: null,
  decide: null,
  "note-appearance": "referral.accept_first",
  "note-outcome": null,
  close: null,
  withdraw: null,
} as const;
const accepted = { ...open, decide: "referral.decided_already", "note-appearance": null } as const;
const over = Object.fromEntries(referralActs.map((act) => [act, "referral.over"]));
const possible: Record<ReferralState, Readonly<Record<string, string | null>>> = {
  SENT: open,
  RECEIVED: open,
  WAITLIST: open,
  DECLINED: open,
  REDIRECTED: open,
  ACCEPTED: accepted,
  APPEARED: accepted,
  NOT_APPEARED: accepted,
  ANSWERED: accepted,
  CLOSED: over,
  WITHDRAWN: over,
};
/** Source: docs/domain/rules.md R-ACC, drills/access/table.csv; senders by the person's unit, receivers for the whole organisation. */
const senders = [
  "OUTREACH_COORDINATOR",
  "SOCIAL_WORKER",
  "SOCIAL_WORK_MANAGER",
  "REINTEGRATION_SOCIAL_WORKER",
  "CIS_MANAGER",
  "KIS_COORDINATOR",
];
const receivers = senders.filter((role) => role !== "OUTREACH_COORDINATOR");

test("every act at every state by every role is possible where the table says so, and nowhere else (F-10)", () => {
  const told = referralStates.flatMap((state) =>
    referralActs.flatMap((act) =>
      roles.map((role) => {
        const may = role in referralAccess[`referral.${act}`];
        return `${state} ${act} ${role}: ${may ? (refuseAct(state, act) ?? "possible") : "not theirs"}`;
      }),
    ),
  );
  const expected = referralStates.flatMap((state) =>
    referralActs.flatMap((act) =>
      roles.map((role) => {
        const theirs: readonly string[] = act === "close" || act === "withdraw" ? senders : receivers;
        return `${state} ${act} ${role}: ${theirs.includes(role) ? (possible[state][act] ?? "possible") : "not theirs"}`;
      }),
    ),
  );
  expect(told).toEqual(expected);
  expect(told.length).toBe(referralStates.length * 6 * roles.length);
});

test("a referral is asked for needs of the code list alone; what was asked before is still read (F-10)", () => {
  expect(askedNeeds).toEqual(
    "WARMTH FOOD CLOTHING HYGIENE SLEEPING_PLACE MEDICAL DETOX DOCUMENTS MONEY WORK LEGAL PSYCHOLOGICAL CONTACT_FAMILY SAFETY INFORMATION".split(
      " ",
    ),
  );
  const said = (need: string) => SendReferral.shape.needs.safeParse([need]).success;
  expect(["WARMTH", "ADDICTION_HELP", "NONE"].map(said)).toEqual([true, true, false]);
  for (const need of ["DETOX", "PSYCHOLOGICAL", "ADDICTION_HELP"])
    expect([need, tellsHealth({ needs: [need], sections: [] })]).toEqual([need, true]);
});

test.each([
  ["STATUTORY", null, ["ground"]],
  ["STATUTORY", "SA_ART_48A", []],
  ["COOPERATIVE", null, []],
  ["SELF", null, []],
] as const)("of a %s referral on %s these are missing: %j (F-10)", (kind, ground, missing) => {
  expect(missingOfReferral({ kind, ground })).toEqual(missing);
});

type Facts = Omit<Parameters<typeof refuseDecision>[1], "decision">;
const facts: Facts = { reason: null, takenBy: null, confirmed: false, homeless: true, tied: false };
const refused: [ReferralState, Decision, Partial<Facts>, string[]][] = [
  ["RECEIVED", "WAITLIST", {}, []],
  ["SENT", "ACCEPTED", { tied: true }, []],
  ["RECEIVED", "ACCEPTED", {}, ["referral.tie_first"]],
  ["RECEIVED", "DECLINED", {}, ["referral.reason_missing"]],
  ["RECEIVED", "DECLINED", { reason: "NOT_OUR_SERVICE" }, []],
  ["RECEIVED", "DECLINED", { reason: "NO_PLACE" }, ["referral.no_place_waits"]],
  ["RECEIVED", "DECLINED", { reason: "NO_PLACE", homeless: false }, []],
  ["RECEIVED", "DECLINED", { reason: "OTHER_BODY_OBLIGED", homeless: false }, ["referral.obliged_is_no_reason"]],
  ["RECEIVED", "REDIRECTED", {}, ["referral.redirect_unconfirmed"]],
  ["RECEIVED", "REDIRECTED", { takenBy: "Noclegownia św. Brata Alberta" }, ["referral.redirect_unconfirmed"]],
  ["RECEIVED", "REDIRECTED", { takenBy: "Noclegownia św. Brata Alberta", confirmed: true }, []],
  ["WAITLIST", "ACCEPTED", { tied: true }, []],
  ["ACCEPTED", "DECLINED", { reason: "OTHER" }, ["referral.decided_already"]],
  ["CLOSED", "ACCEPTED", { tied: true }, ["referral.over"]],
];
test.each(refused)("at %s, %s with %j: %j (R-JUR-05)", (state, decision, more, refusals) => {
  expect(refuseDecision(state, { ...facts, decision, ...more })).toEqual(refusals);
});

type Sending = Parameters<typeof refuseSending>[0];
test.each([
  ["nothing special", {}, []],
  ["an emergency without 112", { urgency: "EMERGENCY_112" }, ["referral.call_112_first"]],
  ["an emergency after 112", { urgency: "EMERGENCY_112", called112: true }, []],
  ["a need that tells of health", { needs: ["ADDICTION_HELP"] }, ["referral.health_basis_missing"]],
  ["a section that tells of health", { sections: ["CORE", "HEALTH"] }, ["referral.health_basis_missing"]],
  ["the same at the person's wish", { kind: "SELF", needs: ["MEDICAL"] }, ["referral.health_basis_missing"]],
  ["the same by statute", { kind: "STATUTORY", needs: ["MEDICAL"] }, []],
  ["the same with its basis", { needs: ["MEDICAL"], healthBasis: "ART_9_2_C" }, []],
  ["a file of a shared section", { attachments: [{ section: "CORE" }] }, []],
  ["a file of another section", { attachments: [{ section: "SOCIAL" }] }, ["referral.attachment_not_shared"]],
] satisfies [string, Partial<Sending>, string[]][])("a referral with %s (F-10)", (_, more, refusals) => {
  const plain: Sending = {
    kind: "COOPERATIVE",
    needs: ["FOOD"],
    sections: ["CORE"],
    urgency: "TODAY",
    called112: false,
    healthBasis: null,
    attachments: [],
  };
  expect(refuseSending({ ...plain, ...more })).toEqual(refusals);
});
