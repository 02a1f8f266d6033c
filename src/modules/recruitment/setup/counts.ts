import { isOpen } from "../candidates/rules.ts";
import type { CandidateState } from "../codes.ts";
import type { RecruitmentCounts } from "./contract.ts";

/** How many stand where. Who withdrew or went on elsewhere counts among all and there, and nowhere else; an admitted person is accepted too. */
export function countsOf(
  candidates: readonly { state: CandidateState; formal: "pass" | "fail" | "missing" }[],
): RecruitmentCounts {
  const inside = candidates.filter(({ state }) => isOpen(state));
  const formal = (wanted: string) => inside.filter((one) => one.formal === wanted).length;
  const at = (...states: CandidateState[]) => inside.filter(({ state }) => states.includes(state)).length;
  return {
    all: candidates.length,
    pass: formal("pass"),
    fail: formal("fail"),
    missing: formal("missing"),
    carried: candidates.filter(({ state }) => state === "CARRIED").length,
    withdrawn: candidates.filter(({ state }) => state === "WITHDRAWN").length,
    accepted: at("ACCEPTED", "ADMITTED", "STARTED"),
    reserve: at("RESERVE", "OFFERED"),
    rejected: at("REJECTED"),
    admitted: at("ADMITTED", "STARTED"),
    started: at("STARTED"),
    offers: at("OFFERED"),
  };
}
