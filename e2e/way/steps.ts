import { enrol, keepRegister, markByHand, openTheClubCase } from "./club.ts";
import { openTheGate, recommend } from "./gate.ts";
import type { Newcomer } from "./newcomer.ts";
import { openTheCase } from "./office.ts";
import { approveThePlan, beginThePlan, reviewThePlan, writeThePlan, writeTheProfile } from "./plan.ts";
import { sendTheReport } from "./report.ts";
import { concludeTheContract } from "./socialContract.ts";
import { meetInTheStreet } from "./street.ts";
import type { Walker } from "./walker.ts";
import { confirmTheJob, endThePart, findWork, proveTheJob } from "./work.ts";

const condition = "Trzy wizyty w poradni";

type Step = [login: string, what: string, work: () => Promise<void>];

/** What a phone shows otherwise than a desk: the shift and its card, a person's file, a register. */
export function stepsByThumb(it: Walker, who: Newcomer): Step[] {
  return [
    ["marta", "meets", () => meetInTheStreet(it, who)],
    ["anna", "opens the case", () => openTheCase(it, who)],
    ["grazyna", "keeps the register", () => keepRegister(it, "Grupa 1", "Rozmowa z pracodawcą", markByHand)],
  ];
}

/** The whole way in order: who does it, what it is, and the doing. */
export function steps(it: Walker, who: Newcomer): Step[] {
  return [
    ["marta", "meets", () => meetInTheStreet(it, who)],
    ["anna", "opens the case", () => openTheCase(it, who)],
    [
      "ewa",
      "recommends on a condition",
      () => recommend(it, who, { specialist: "Psycholog", verdict: "Za, pod warunkiem", condition }),
    ],
    ["robert", "recommends", () => recommend(it, who, { specialist: "Doradca zawodowy", verdict: "Za" })],
    ["anna", "opens the gate", () => openTheGate(it, who, condition)],
    ["anna", "writes the profile", () => writeTheProfile(it, who)],
    ["anna", "writes the plan", () => writeThePlan(it, who)],
    ["henryk", "approves the plan", () => approveThePlan(it, who)],
    ["anna", "has the plan signed and begins it", () => beginThePlan(it, who)],
    ["anna", "reviews the plan", () => reviewThePlan(it, who)],
    ["anna", "concludes the contract", () => concludeTheContract(it, who)],
    ["anna", "opens the club case", () => openTheClubCase(it, who)],
    ["beata", "enrols", () => enrol(it, who)],
    ["grazyna", "keeps the register", () => keepRegister(it, "Grupa 1", "Rozmowa z pracodawcą", markByHand)],
    ["sylwia", "finds work", () => findWork(it, who)],
    ["beata", "ends the part", () => endThePart(it, who)],
    ["sylwia", "proves the job", () => proveTheJob(it, who)],
    ["beata", "confirms the job", () => confirmTheJob(it, who)],
    ["marek", "sends the report", () => sendTheReport(it)],
  ];
}
