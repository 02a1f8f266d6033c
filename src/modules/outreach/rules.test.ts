import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../platform/time/plainDate.ts";
import {
  type ContactCardMinimum,
  type CountedCard,
  callsForAmbulance,
  contactKind,
  countDistinctPersons,
  flagExpiresOn,
  frostEffects,
  isFlagShown,
  minorEvent,
  placePrecision,
  refuseCard,
  refuseFlagRenewal,
  refuseCorrection,
  refusePhoto,
  refusePlanChange,
  refuseRecordingAlone,
  warnPatrol,
  workReport,
} from "./rules.ts";

describe("only time, place, worker, sex with age band and actions block a card (R-OUT-01)", () => {
  const whole: ContactCardMinimum = {
    contactAt: "2026-11-22T20:10:00Z",
    siteId: "station",
    workerIds: ["ola", "piotr"],
    sex: "UNKNOWN",
    ageBand: "UNKNOWN",
    actions: ["CONVERSATION"],
  };
  test.each<[Partial<ContactCardMinimum>, string[]]>([
    [{}, []],
    [{ contactAt: null }, ["outreach.time_missing"]],
    [{ siteId: null }, ["outreach.place_missing"]],
    [{ workerIds: [] }, ["outreach.worker_missing"]],
    [{ sex: null, ageBand: null }, ["outreach.sex_missing", "outreach.age_band_missing"]],
    [{ actions: [] }, ["outreach.actions_missing"]],
  ])("%o: %o", (change, refusals) => {
    expect(refuseCard({ ...whole, ...change })).toEqual(refusals);
  });
  test("a single worker is a warning only (R-OUT-02)", () => {
    expect(warnPatrol(["ola"])).toBe("outreach.single_worker");
    expect(warnPatrol(["ola", "ola"])).toBe("outreach.single_worker");
    expect(warnPatrol(["ola", "piotr"])).toBeNull();
    expect(refuseCard({ ...whole, workerIds: ["ola"] })).toEqual([]);
  });
});

test("a known person is met again, an anonymous one always first (R-OUT-04)", () => {
  const earlier = [{ personNo: "P-1" }, { personNo: null }];
  expect(contactKind("P-1", earlier)).toBe("REPEAT");
  expect(contactKind("P-2", earlier)).toBe("FIRST");
  expect(contactKind(null, earlier)).toBe("FIRST");
});

describe("distinct persons are counted in two parts (R-OUT-05)", () => {
  const known = (personNo: string): CountedCard => ({ personNo, notSeenBefore: false });
  const anonymous = (notSeenBefore: boolean): CountedCard => ({ personNo: null, notSeenBefore });
  const march: CountedCard[] = [
    ...Array.from({ length: 31 }, (_, i) => known(`named-${i % 12}`)),
    ...Array.from({ length: 6 }, (_, i) => known(`alias-${i % 4}`)),
    anonymous(true),
    anonymous(true),
    anonymous(false),
  ];

  test("March: 40 cards are 16 known persons, 2 unknown", () => {
    expect(march).toHaveLength(40);
    expect(countDistinctPersons(march)).toEqual({ known: 16, unknown: 2 });
  });
  test("five anonymous cards not seen before are 0 known, 5 unknown", () => {
    expect(countDistinctPersons(Array.from({ length: 5 }, () => anonymous(true)))).toEqual({ known: 0, unknown: 5 });
  });
  test("an alias that later gives the name is one person", () => {
    expect(countDistinctPersons([known("P-7"), known("P-7")])).toEqual({ known: 1, unknown: 0 });
  });
  test("Broda and Brodaty are two before the merge and one after it", () => {
    const cards = [known("Broda"), known("Brodaty")];
    expect(countDistinctPersons(cards).known).toBe(2);
    expect(countDistinctPersons(cards, new Map([["Brodaty", "Broda"]])).known).toBe(1);
    const chain = new Map([
      ["a", "b"],
      ["b", "c"],
    ]);
    expect(countDistinctPersons([known("a"), known("b"), known("c")], chain).known).toBe(1);
  });
  test("the work report counts cards by kind (R-OUT-03)", () => {
    const cards = [
      { ...known("P-1"), kind: "FIRST" as const },
      { ...known("P-1"), kind: "REPEAT" as const },
      { ...anonymous(true), kind: "FIRST" as const },
    ];
    expect(workReport(cards)).toEqual({ contactsFirst: 2, contactsRepeat: 1, known: 1, unknown: 1 });
  });
});

test("in an emergency 112 comes first (R-OUT-06)", () => {
  expect(callsForAmbulance(["WOUND", "HYPOTHERMIA"])).toBe(true);
  expect(callsForAmbulance(["WOUND"])).toBe(false);
});

test.each([
  [-0.1, 0, true],
  [0, 0, false],
  [-12, 0, true],
  [-4, -5, false],
  [2, 3, true],
])("at %d degrees with a threshold of %d the frost alert is %s (R-OUT-07)", (lowest, threshold, alert) => {
  expect(frostEffects(lowest, threshold).length > 0).toBe(alert);
});

test("a minor without a guardian gets an event and alerts, no card (R-OUT-08)", () => {
  expect(minorEvent("UNDER_18", false)).toEqual({
    refusal: "outreach.minor_without_guardian",
    record: "EVENT_ONLY",
    alert: ["COORDINATOR", "POLICE_112", "OPS"],
  });
  expect(minorEvent("UNDER_18", true)).toBeNull();
  expect(minorEvent("UNKNOWN", false)).toBeNull();
});

test("partners see the area unless the person agreed or life is at risk (R-OUT-09)", () => {
  const partner = { ofOutreachTeam: false, personAgreed: false, lifeAtRisk: false };
  expect(placePrecision(partner)).toBe("AREA");
  expect(placePrecision({ ...partner, personAgreed: true })).toBe("EXACT");
  expect(placePrecision({ ...partner, lifeAtRisk: true })).toBe("EXACT");
  expect(placePrecision({ ...partner, ofOutreachTeam: true })).toBe("EXACT");
});

test("only a selected, trained and authorised worker records alone (R-OUT-10)", () => {
  const ready = {
    selected: true,
    passedTraining: ["SOCIAL_ASSISTANCE", "LAW", "WORK_STANDARD", "FIRST_AID"],
    authorisedFrom: day("2026-01-01"),
    authorisedTo: day("2026-11-22"),
  };
  const today = day("2026-11-22");
  expect(refuseRecordingAlone(ready, today)).toEqual([]);
  expect(refuseRecordingAlone(ready, day("2026-11-23"))).toEqual(["outreach.worker_not_authorised"]);
  expect(refuseRecordingAlone({ ...ready, authorisedTo: null }, day("2026-11-23"))).toEqual([]);
  expect(refuseRecordingAlone({ ...ready, passedTraining: ["LAW"] }, today)).toEqual(["outreach.training_incomplete"]);
  expect(refuseRecordingAlone({ ...ready, selected: false, authorisedFrom: null }, today)).toEqual([
    "outreach.worker_not_selected",
    "outreach.worker_not_authorised",
  ]);
});

test("a safety flag of 2026-11-22 expires on 2027-05-22 and is renewed with a reason (R-OUT-11)", () => {
  const flag = { setOn: day("2026-11-22") };
  expect(flagExpiresOn(flag.setOn)).toBe("2027-05-22");
  expect(isFlagShown(flag, day("2027-05-21"))).toBe(true);
  expect(isFlagShown(flag, day("2027-05-22"))).toBe(false);
  expect(refuseFlagRenewal("  ")).toBe("outreach.flag_renewal_without_reason");
  expect(refuseFlagRenewal("the dog is still there")).toBeNull();
});

test.each([
  [{ isPicture: true, count: 11 }, null],
  [{ isPicture: true, count: 12 }, "site-photo.enough"],
  [{ isPicture: false, count: 0 }, "site-photo.no_picture"],
])("a picture for a place: %o is %s", (photo, answer) => expect(refusePhoto(photo)).toBe(answer));

test.each([
  [true, "2026-11-22", null],
  [true, "2025-11-22", null],
  [false, "2026-10-24", "contact.not_own"],
  [false, "2026-10-22", null],
])("a card, own: %s, of %s corrected on 22 November: %s", (own, on, answer) => {
  expect(refuseCorrection({ own, contactAt: `${on}T20:00:00Z` }, "2026-11-22T20:00:00Z")).toBe(answer);
});

test.each([
  [{}, "2026-11-22", null],
  [{}, "2026-11-21", "assistance.before_today"],
  [{}, null, null],
  [{ recorded: true }, null, "assistance.already_recorded"],
  [{ calledOff: true }, "2026-11-23", "assistance.called_off"],
])("a plan that is %o, put off to %s on 22 November: %s", (plan, plannedOn, answer) => {
  const on = plannedOn === null ? null : day(plannedOn);
  expect(refusePlanChange({ recorded: false, calledOff: false, ...plan }, on, day("2026-11-22"))).toBe(answer);
});
