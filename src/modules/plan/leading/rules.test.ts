import { expect, test } from "vitest";
import { PLAN_STATES } from "../rules.ts";
import { leadingCall, mayChangeLeader, refuseLeadingChange } from "./rules.ts";

const change = {
  state: "ACTIVE" as const,
  actorId: "leader",
  isManager: false,
  leaderId: "leader",
  planLeaderId: "leader",
  caseLeaderId: "case" as string | null,
  toId: "other",
  candidates: ["leader", "other", "case"],
};

test.each([
  ["who leads it", {}, null],
  ["who leads the case", { actorId: "case" }, null],
  ["the manager", { actorId: "manager", isManager: true }, null],
  ["who leads the programme of an annex", { leaderId: "counsellor" }, null],
  ["a colleague of the same unit", { actorId: "other" }, "plan.led_by_another"],
  ["a colleague where nobody leads the case", { actorId: "other", caseLeaderId: null }, "plan.led_by_another"],
  ["to the one who leads it", { toId: "leader" }, "plan.leads_already"],
  ["to somebody who cannot lead it", { toId: "stranger" }, "plan.leader_cannot"],
  ["from a leader who can no longer lead it", { candidates: ["other"] }, null],
])("a programme is handed over by %s: %#", (_who, over, refusal) => {
  expect(refuseLeadingChange({ ...change, ...over })).toBe(refusal);
});

test("nobody changes who leads what has ended; every other state can be handed over", () => {
  const ended = ["COMPLETED", "INTERRUPTED", "TRANSFERRED"];
  for (const state of PLAN_STATES) {
    const refusal = ended.includes(state) ? "plan.closed" : null;
    expect([state, refuseLeadingChange({ ...change, state })]).toEqual([state, refusal]);
    expect([state, mayChangeLeader({ ...change, state, isManager: true })]).toEqual([state, refusal === null]);
  }
});

test.each([
  [{}, "OFFERED"],
  [{ caseLeaderId: "leader" }, null],
  [{ caseLeaderId: null }, null],
  [{ caseLeaderId: "stranger" }, null],
  [{ candidates: ["case"] }, "NEEDED"],
  [{ candidates: [] as string[] }, "NEEDED"],
  [{ candidates: ["case"], state: "COMPLETED" as const }, null],
])("another leader is asked for: %#", (over, call) => {
  expect(leadingCall({ ...change, ...over })).toBe(call);
});
