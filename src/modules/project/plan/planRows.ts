import { isTeryt } from "../../../platform/identifiers/teryt.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { Frequency, IndicatorUnit } from "./codes.ts";
import type { ProjectPlan, RecordProjectPlan } from "./contract.ts";

/** The lists as typed; empty texts and "" days become null or nothing when they are sent. */
export type PlanRows = {
  budgetRef: string;
  partners: readonly { name: string; part: string }[];
  communes: readonly { teryt: string; name: string }[];
  tasks: readonly { title: string; startsOn: string; endsOn: string; result: string }[];
  indicators: readonly {
    indicatorId: string;
    code: string;
    definition: string;
    target: number | undefined;
    unit: IndicatorUnit;
    source: string;
    frequency: Frequency;
  }[];
  reports: readonly {
    reportId: string;
    title: string;
    from: string;
    until: string;
    dueOn: string;
    sentOn: string | null;
  }[];
  documents: readonly { title: string; number: string; datedOn: string; keptAt: string }[];
};

/** A new, empty line of each list. */
export const emptyLines = {
  partners: () => ({ name: "", part: "" }),
  communes: () => ({ teryt: "", name: "" }),
  tasks: () => ({ title: "", startsOn: "", endsOn: "", result: "" }),
  indicators: () => ({
    indicatorId: uuidv7(),
    code: "",
    definition: "",
    target: undefined,
    unit: "PERSONS" as const,
    source: "",
    frequency: "QUARTERLY" as const,
  }),
  reports: () => ({ reportId: uuidv7(), title: "", from: "", until: "", dueOn: "", sentOn: null }),
  documents: () => ({ title: "", number: "", datedOn: "", keptAt: "" }),
};
export type ListName = keyof typeof emptyLines;

export function rowsOf(plan: ProjectPlan): PlanRows {
  return {
    budgetRef: plan.budgetRef ?? "",
    partners: plan.partners,
    communes: plan.communes,
    tasks: plan.tasks.map((task) => ({ ...task, startsOn: task.startsOn ?? "", endsOn: task.endsOn ?? "" })),
    indicators: plan.indicators.map((each) => ({ ...each, target: each.target ?? undefined })),
    reports: plan.reports.map(({ reference: _, ...report }) => report),
    documents: plan.documents.map((each) => ({ ...each, datedOn: each.datedOn ?? "" })),
  };
}

/** The payload; days have been checked by `missingIn`, which the form asks first. */
export function payloadOf(projectId: string, rows: PlanRows): Record<keyof RecordProjectPlan, unknown> {
  return {
    projectId,
    budgetRef: rows.budgetRef.trim() || null,
    partners: rows.partners,
    communes: rows.communes.map(({ teryt, name }) => ({ teryt: teryt.trim(), name })),
    tasks: rows.tasks.map((task) => ({ ...task, startsOn: task.startsOn || null, endsOn: task.endsOn || null })),
    indicators: rows.indicators.map((each) => ({ ...each, target: each.target ?? null })),
    reports: rows.reports.map(({ sentOn: _, ...report }) => report),
    documents: rows.documents.map((each) => ({ ...each, datedOn: each.datedOn || null })),
  };
}

/** What each line lacks to be one. */
export function missingIn(rows: PlanRows): { path: string; code: string }[] {
  const required = <R extends object>(list: ListName, lines: readonly R[], names: readonly (keyof R & string)[]) =>
    lines.flatMap((line, at) =>
      names
        .filter((name) => String(line[name] ?? "").trim() === "")
        .map((name) => ({ path: `${list}.${at}.${name}`, code: "field.required" })),
    );
  const communes = rows.communes.flatMap(({ teryt }, at) =>
    teryt.trim() === "" || isTeryt(teryt) ? [] : [{ path: `communes.${at}.teryt`, code: "project-plan.badTeryt" }],
  );
  return [
    ...required("partners", rows.partners, ["name"]),
    ...required("communes", rows.communes, ["teryt"]),
    ...communes,
    ...required("tasks", rows.tasks, ["title"]),
    ...required("indicators", rows.indicators, ["code", "definition"]),
    ...required("reports", rows.reports, ["title", "from", "until", "dueOn"]),
    ...required("documents", rows.documents, ["title"]),
  ];
}
