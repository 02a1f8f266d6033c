import type { PlainDate } from "../../platform/time/plainDate.ts";

export const CONTRACT_OPENINGS = ["SHELTER", "CLUB", "CENTRE", "INSURANCE"] as const;
/** SHELTER: a decision on a shelter; CLUB: participation in a KIS; CENTRE: referral to a CIS; INSURANCE: the centre pays. */
export type ContractOpening = (typeof CONTRACT_OPENINGS)[number];

/** Where each opening stands in the law, for the small type. Source: docs/domain/rules.md R-LAD, R-SC-05, R-SC-06, R-CIS-03. */
export const openingSource: Record<ContractOpening, string> = {
  SHELTER: "art. 48a ust. 2 ustawy o pomocy społecznej",
  CLUB: "art. 18 ust. 4 ustawy o zatrudnieniu socjalnym",
  CENTRE: "art. 12 ustawy o zatrudnieniu socjalnym",
  INSURANCE: "art. 108 ust. 3 ustawy o pomocy społecznej",
};

/**
 * What a contract opens while it holds, and what its end closes again: possibilities that people decide on, never
 * decisions. A shelter for who is homeless, insurance for who is unemployed.
 * Source: docs/domain/rules.md R-SC-05, R-SC-06; docs/domain/journeys.md J3 step 11.
 */
export function contractOpens(contract: { homeless: boolean; unemployed: boolean }): ContractOpening[] {
  return CONTRACT_OPENINGS.filter((one) => {
    if (one === "SHELTER") return contract.homeless;
    if (one === "INSURANCE") return contract.unemployed;
    return true;
  });
}

/** Who has to learn of it: the social worker, or those who lead the clubs or centres that work with the person. */
export type OpeningReader = "WORKER" | "CLUB" | "CENTRE";
export type OpeningTask = { kind: string; reader: OpeningReader; on: PlainDate };

/**
 * Tasks of the day on which a contract begins, beside those of insurance: somebody decides on the shelter, and the club and
 * the centre that work with the person learn that it holds. They say what is possible from that day, never what to decide.
 * Source: docs/domain/rules.md R-SC-05, R-SC-06, R-CIS-03; docs/domain/journeys.md J3 step 11.
 */
export function openingTasks(opens: readonly ContractOpening[], activeFrom: PlainDate): OpeningTask[] {
  const tasks: Record<ContractOpening, Omit<OpeningTask, "on"> | null> = {
    SHELTER: { kind: "contract.decide_shelter", reader: "WORKER" },
    CLUB: { kind: "contract.begins_for_club", reader: "CLUB" },
    CENTRE: { kind: "contract.begins_for_centre", reader: "CENTRE" },
    INSURANCE: null, // `insuranceTasks`: it ends too
  };
  return opens.flatMap((opening) => {
    const task = tasks[opening];
    return task ? [{ ...task, on: activeFrom }] : [];
  });
}
