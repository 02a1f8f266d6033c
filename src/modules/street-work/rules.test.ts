import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  countBroughtIn,
  countDocuments,
  daysOfMonth,
  hoursBetween,
  isNight,
  personsBy,
  type ReckonedCard,
  rateOf,
  reckonShift,
  refuseFreeze,
  refuseJudging,
  refuseOpenMonth,
  refuseSave,
  refuseSubmit,
  refuseTraining,
  sharesOf,
  stateOf,
} from "./rules.ts";

const card = (over: Partial<ReckonedCard> = {}): ReckonedCard => ({
  personId: null,
  notSeenBefore: false,
  repeat: false,
  contactAt: "2026-11-22T19:00:00.000Z",
  siteId: null,
  actions: ["CONVERSATION"],
  aid: [],
  accompanimentHours: null,
  ...over,
});
const nothing = { cards: [], visits: [], assistanceHours: [], interventions: 0, incidents: 0 };

describe("the report counts itself (R-OUT-03, R-OUT-05)", () => {
  test("an empty shift is zero everywhere", () => {
    expect(reckonShift(nothing)).toMatchObject({ contactsFirst: 0, known: 0, unknown: 0, sites: [], aid: [] });
  });
  test("one person met twice is one person, two cards; anonymous ones stand apart", () => {
    const cards = [
      card({ personId: "P-1" }),
      card({ personId: "P-1", repeat: true, accompanimentHours: 1.5 }),
      card({ notSeenBefore: true, aid: [{ item: "SOUP", quantity: 2 }] }),
      card({ aid: [{ item: "SOUP", quantity: 1 }], actions: ["REFERRAL", "CONTACT_REFUSED"] }),
    ];
    expect(reckonShift({ ...nothing, cards, assistanceHours: [2] })).toMatchObject({
      contactsFirst: 3,
      contactsRepeat: 1,
      known: 1,
      unknown: 1,
      aid: [{ item: "SOUP", quantity: 3 }],
      referrals: 1,
      refusals: 1,
      accompaniments: 2,
      accompanimentHours: 3.5,
    });
  });
  test("a place is from the first to the last sign of us there; empty when nobody was", () => {
    const visit = { siteId: "a", visitedAt: "2026-11-22T18:00:00.000Z", leftAt: "2026-11-22T18:20:00.000Z" };
    const visits = [{ ...visit, people: 0, men: null, women: null, children: null }];
    expect(reckonShift({ ...nothing, visits }).sites).toMatchObject([{ people: 0, empty: true, leftAt: visit.leftAt }]);
    const { sites } = reckonShift({ ...nothing, visits, cards: [card({ siteId: "a" })] });
    expect(sites).toMatchObject([{ people: 1, empty: false, arrivedAt: visit.visitedAt }]);
    expect(sites[0]?.leftAt).toBe("2026-11-22T19:00:00.000Z");
  });
});

test("a report is a draft, handed in, returned and handed in again, accepted for good (F-03)", () => {
  expect(stateOf([])).toBe("DRAFT");
  expect(stateOf([{ step: "SUBMITTED" }, { step: "RETURNED" }])).toBe("RETURNED");
  expect((["DRAFT", "RETURNED", "SUBMITTED", "ACCEPTED"] as const).map(refuseSave)).toEqual([
    null,
    null,
    "work_report.not_open",
    "work_report.not_open",
  ]);
  const hours = { actualStart: "2026-11-22T17:00:00Z", actualEnd: "2026-11-22T21:00:00Z" };
  expect(refuseSubmit("DRAFT", hours)).toBeNull();
  expect(refuseSubmit("DRAFT", { ...hours, actualEnd: null })).toBe("work_report.hours_missing");
  expect(refuseSubmit("DRAFT", { ...hours, actualEnd: hours.actualStart })).toBe("work_report.ends_before_start");
  expect(refuseSubmit("ACCEPTED", hours)).toBe("work_report.not_open");
  expect(refuseJudging("SUBMITTED", "marta", "joanna")).toBeNull();
  expect(refuseJudging("SUBMITTED", "joanna", "joanna")).toBe("work_report.own");
  expect(refuseJudging("RETURNED", "marta", "joanna")).toBe("work_report.not_submitted");
});

test.each([
  [8, 16, false],
  [5, 9, true],
  [18, 21, false],
  [18, 22, true],
])("from %d to %d: night work is %s", (from, to, night) => {
  const on = day("2026-11-22");
  expect(isNight({ day: on, hour: from }, { day: on, hour: to })).toBe(night);
  expect(isNight({ day: on, hour: from }, { day: day("2026-11-23"), hour: 1 })).toBe(true);
});

describe("brought into the system: a first service within 90 days of the first card, the 90th included (RP-13)", () => {
  const first = [{ personId: "a", on: day("2026-07-01") }];
  const served = (on: string) => [{ personId: "a", on: day(on) }];
  test.each([
    ["2026-07-01", 1],
    ["2026-09-29", 1],
    ["2026-09-30", 0],
    ["2026-06-30", 0],
  ])("a service on %s brings %d", (on, broughtIn) => {
    expect(countBroughtIn(first, served(on), 90, day("2026-12-01"))).toEqual({
      firstMet: 1,
      broughtIn,
      openUntil: null,
    });
  });
  test("while the days run the number is not final; two services are one person", () => {
    const twice = [...served("2026-07-02"), ...served("2026-07-03")];
    const at = (today: string) => countBroughtIn(first, twice, 90, day(today));
    expect(at("2026-09-29")).toEqual({ firstMet: 1, broughtIn: 1, openUntil: "2026-09-29" });
    expect(at("2026-09-30").openUntil).toBeNull();
  });
});

test("a month is given out after its last day, and corrected with a reason", () => {
  expect(daysOfMonth("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(refuseOpenMonth("2026-11", day("2026-11-30"))).toBe("street_month.not_over");
  expect(refuseOpenMonth("2026-11", day("2026-12-01"))).toBeNull();
  expect([refuseFreeze(1, null), refuseFreeze(2, null), refuseFreeze(2, "x")]).toEqual([
    null,
    "street_month.correction_reason_missing",
    null,
  ]);
});

test("9 referrals, 7 answered, 4 started: 77.8 % and 44.4 % of sent; of none there is no rate (RP-13)", () => {
  expect([rateOf(7, 9), rateOf(4, 9), rateOf(0, 9), rateOf(9, 9)]).toEqual([77.8, 44.4, 0, 100]);
  expect([rateOf(0, 0), rateOf(null, 9), rateOf(1, null)]).toEqual([null, null, null]);
});

test("a document is obtained when it is valid now and was missing or expired on the card before", () => {
  const of = (personId: string | null, documentsBefore: string[], documents: string[]) => ({
    personId,
    documentsBefore,
    documents,
  });
  const got = of("a", ["ID_MISSING", "RESIDENCE_CARD_EXPIRED"], ["ID_VALID", "RESIDENCE_CARD_VALID"]);
  expect(countDocuments([got])).toBe(2);
  expect(countDocuments([got, got])).toBe(2);
  expect(countDocuments([of("a", ["ID_EXPIRED"], ["ID_VALID"]), of("b", ["ID_MISSING"], ["ID_VALID"])])).toBe(2);
  expect(
    countDocuments([
      of("a", [], ["ID_VALID"]),
      of("a", ["ID_VALID"], ["ID_VALID"]),
      of("a", ["ID_IN_DEPOSIT"], ["ID_VALID"]),
      of("a", ["ID_MISSING"], ["ID_MISSING"]),
      of(null, ["ID_MISSING"], ["ID_VALID"]),
    ]),
  ).toBe(0);
});

test("people by a code add up to known and unknown: a known one stands under the newest card (R-OUT-05)", () => {
  const met = (personId: string | null, contactAt: string, code: string, notSeenBefore = false) => ({
    personId,
    contactAt,
    code,
    notSeenBefore,
  });
  const cards = [
    met("a", "2026-11-02", "M"),
    met("a", "2026-11-01", "UNKNOWN"),
    met("b", "2026-11-01", "F"),
    met(null, "2026-11-01", "F", true),
    met(null, "2026-11-01", "F"),
  ];
  expect(Object.fromEntries(personsBy(cards))).toEqual({ M: 1, F: 2 });
});

test("training is written down once it was held", () => {
  expect([
    refuseTraining(day("2026-11-22"), day("2026-11-22")),
    refuseTraining(day("2026-11-23"), day("2026-11-22")),
  ]).toEqual([null, "street_training.in_future"]);
});

test("codes are counted, most first; hours have two decimals", () => {
  expect(sharesOf(["F", "M", "M"])).toEqual([
    { code: "M", cards: 2 },
    { code: "F", cards: 1 },
  ]);
  expect(hoursBetween("2026-11-22T17:00:00Z", "2026-11-22T17:20:00Z")).toBe(0.33);
});
