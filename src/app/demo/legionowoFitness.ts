import { joinTeam } from "./acts.ts";
import type { Stage } from "./loadDemo.ts";

type Check = { result: "FIT" | "FIT_WITH_LIMITS"; avoid?: readonly string[]; until?: number };

/** Who has something of their own, by their place in the list; whoever is not here was found fit. Null: the check is not there yet. */
const told: Readonly<Record<number, Check | null>> = {
  0: null,
  5: { result: "FIT_WITH_LIMITS", avoid: ["LIFTING"] },
  8: { result: "FIT", until: -3 },
  9: { result: "FIT_WITH_LIMITS", avoid: ["LIFTING", "HEIGHTS"] },
  10: null,
  12: null,
  22: { result: "FIT_WITH_LIMITS", avoid: ["LIFTING"] },
  24: { result: "FIT", until: -1 },
};

const unit = "legionowo-cis";

/**
 * The counsellor of the centre writes down what the medical checks said, before people go to the machine: fit or not, until when, never why.
 * Source: docs/domain/forms.md F-23 (medicalExam)
 */
export async function legionowoFitness(stage: Stage, personIds: readonly string[]): Promise<void> {
  stage.at(-95, "11:00");
  for (const [at, personId] of personIds.entries()) {
    const check = told[at] === undefined ? ({ result: "FIT" } as const satisfies Check) : told[at];
    if (check) await noteCheck(stage, personId, check);
  }
}

async function noteCheck(stage: Stage, personId: string, { result, avoid = [], until = 270 }: Check): Promise<void> {
  const caseId = stage.id(`case ${personId} ${unit}`);
  await joinTeam(stage, "iwona", caseId, "renata", "VOCATIONAL_COUNSELLOR", stage.day(-95));
  await stage.do("renata", "assessment.record", {
    assessmentId: stage.id(`${caseId} VOCATIONAL`),
    caseId,
    kind: "VOCATIONAL",
    startedOn: stage.day(-95),
    content: {
      reason: "Wejście do warsztatu",
      methods: "Rozmowa",
      strengths: "",
      areas: [],
      riskSuicide: null,
      riskViolence: null,
      vocational: {
        skills: [],
        preferenceTest: null,
        barriers: [],
        barriersNote: "",
        preferredJobs: "",
        preferredHours: null,
        areaKm: null,
        fitness: { on: stage.day(-96), until: stage.day(until), result, avoid, limits: "" },
      },
    },
    conclusion: null,
    recommendation: null,
  });
}
