import { z } from "zod";
import { defineQuery } from "../../../platform/command.ts";
import { planOfProjectAccess } from "./access.ts";
import { ProjectPlan } from "./contract.ts";
import { readPlan } from "./store.ts";

export const planQueries = [
  defineQuery({
    name: "project-plan.read",
    method: "GET",
    path: "/projects/:projectId/plan",
    summary: "Partners, communes, tasks, indicators, reports and papers of a project",
    input: z.strictObject({ projectId: z.uuid() }),
    answer: ProjectPlan,
    verb: planOfProjectAccess["project-plan.read"],
    audit: null,
    run: (context, { projectId }) => readPlan(context, projectId),
  }),
];
