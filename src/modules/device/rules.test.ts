import { expect, test } from "vitest";
import type { Role } from "../../platform/access.ts";
import {
  bothStandings,
  idsIn,
  idsUnder,
  isIdle,
  isTooOld,
  offsetTold,
  type RightsHistory,
  type Standing,
  standingAt,
} from "./rules.ts";

const papers = ["AUTHORISATION", "PLEDGE"].map((kind) => ({
  kind,
  validFrom: "2026-01-01",
  validUntil: null,
  withdrawnAt: null,
}));
const history: RightsHistory = {
  validFrom: "2026-01-01",
  validUntil: null,
  endedAt: null,
  papers,
  standings: [
    { since: "2026-11-20T10:00:00Z", roles: ["JOB_COACH"], unitIds: ["club"] },
    { since: null, roles: ["OUTREACH_WORKER"], unitIds: ["team"] },
  ],
  now: { roles: ["JOB_COACH"], unitIds: ["club"] },
};
const at = (over: Partial<RightsHistory>, instant: string) =>
  standingAt({ ...history, ...over }, instant, instant.slice(0, 10));

test("rights are those of the instant: the last change before it counts, the first known one before all changes", () => {
  expect(at({}, "2026-11-20T09:59:00Z")).toEqual({ roles: ["OUTREACH_WORKER"], unitIds: ["team"], authorised: true });
  expect(at({}, "2026-11-20T10:00:00Z").roles).toEqual(["JOB_COACH"]);
  expect(at({ standings: [] }, "2026-02-01T10:00:00Z").roles).toEqual(["JOB_COACH"]);
});

test.each<[string, Partial<RightsHistory>]>([
  ["one paper alone", { papers: papers.slice(0, 1) }],
  ["a paper that ended the day before", { papers: papers.map((one) => ({ ...one, validUntil: "2026-11-18" })) }],
  ["a paper withdrawn before", { papers: papers.map((one) => ({ ...one, withdrawnAt: "2026-11-19T08:00:00Z" })) }],
  ["an appointment that ended before", { endedAt: "2026-11-19T08:00:00Z" }],
  ["an appointment that begins later", { validFrom: "2026-11-20" }],
])("%s gives no authority at that time", (_, over) => {
  expect(at(over, "2026-11-19T09:00:00Z").authorised).toBe(false);
});

test("what was withdrawn later held then", () => {
  const withdrawn = papers.map((one) => ({ ...one, withdrawnAt: "2026-11-19T12:00:00Z" }));
  expect(at({ papers: withdrawn, endedAt: "2026-11-19T12:00:00Z" }, "2026-11-19T09:00:00Z").authorised).toBe(true);
});

test("only what is allowed then and now is left, and any difference is told", () => {
  const of = (roles: Role[], unitIds: string[], authorised = true): Standing => ({ roles, unitIds, authorised });
  const then = of(["OUTREACH_WORKER"], ["team"]);
  expect(bothStandings(then, then)).toEqual({ ...then, differs: false });
  expect(bothStandings(then, of(["OUTREACH_WORKER", "JOB_COACH"], ["team"]))).toEqual({ ...then, differs: true });
  expect(bothStandings(then, of(["JOB_COACH"], ["team", "club"]))).toEqual({
    roles: [],
    unitIds: ["team"],
    authorised: true,
    differs: true,
  });
  expect(bothStandings(then, of(["OUTREACH_WORKER"], ["team"], false))).toMatchObject({
    authorised: false,
    differs: true,
  });
});

test("ninety days, thirty days, five minutes: the last moment still counts", () => {
  const now = "2026-11-22T10:00:00Z";
  expect([isTooOld("2026-08-24T10:00:00Z", now), isTooOld("2026-08-24T09:59:59Z", now)]).toEqual([false, true]);
  expect([isIdle("2026-10-23T10:00:00Z", now), isIdle("2026-10-23T09:59:59Z", now)]).toEqual([false, true]);
  expect([
    offsetTold("2026-11-22T09:55:00Z", now),
    offsetTold("2026-11-22T10:05:01Z", now),
    offsetTold(undefined, now),
  ]).toEqual([null, -301_000, null]);
});

test("ids are found wherever they stand in a payload", () => {
  const [a, b] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
  expect([...idsIn({ person: { personId: a }, rows: [{ id: b }, "text"], n: 1, none: null })]).toEqual([a, b]);
  expect([...idsIn({ personId: a.toUpperCase() })]).toEqual([a]);
});

test("ids under given names are found at any depth", () => {
  const [a, b] = ["0190a000-0000-7000-8000-000000000001", "0190a000-0000-7000-8000-000000000002"];
  const payload = { contactId: a, shiftId: b, rows: [{ contactId: b }, null], card: { contactId: "none" } };
  expect(idsUnder(payload, ["contactId"])).toEqual([a, b]);
  expect(idsUnder({ contactId: a.toUpperCase() }, ["contactId"])).toEqual([a]);
});
