import type { Stage } from "./loadDemo.ts";

/** The rules of R-REC-01; at first without lower secondary schools, which the second call let in. */
export function radomRules(stage: Stage, { wider = false } = {}) {
  const rule = (name: string, what: Record<string, unknown>) => ({
    ruleId: stage.id(`criterion ${name}`),
    paper: null,
    ...what,
  });
  return [
    rule("ltu", { field: "REGISTERED_UNEMPLOYED", test: "LONGER_THAN", months: 24, gapDays: 0 }),
    wider
      ? rule("education 2", {
          field: "EDUCATION",
          test: "ONE_OF",
          values: ["PRIMARY", "LOWER_SECONDARY_GIMNAZJUM", "BASIC_VOCATIONAL"],
        })
      : rule("education 1", { field: "EDUCATION", test: "ONE_OF", values: ["PRIMARY", "BASIC_VOCATIONAL"] }),
    rule("age", { field: "AGE", test: "OVER", years: 35 }),
    rule("client", { field: "CLIENT_OF_CENTRE", test: "LONGER_THAN", months: 12 }),
  ];
}

export async function radomCriteria(stage: Stage, projectId: string): Promise<void> {
  await stage.do("beata", "criteria.set", {
    projectId,
    seenNo: 0,
    rules: radomRules(stage),
    exceptionsAllowed: false,
    reason: "",
  });
}

/** The second edition, before the second group. */
export async function widerEducation(stage: Stage, projectId: string, on: number): Promise<void> {
  stage.at(on, "09:00");
  await stage.do("beata", "criteria.set", {
    projectId,
    seenNo: 1,
    rules: radomRules(stage, { wider: true }),
    exceptionsAllowed: false,
    reason: "Instytucja finansująca zgodziła się na osoby po gimnazjum (pismo z naboru na drugą grupę).",
  });
}
