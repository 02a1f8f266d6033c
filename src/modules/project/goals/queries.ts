import { z } from "zod";
import { defineQuery } from "../../../platform/command.ts";
import { goalsAccess } from "./access.ts";
import { ProjectGoals } from "./contract.ts";
import { readGoals } from "./store.ts";

export const goalsQueries = [
  defineQuery({
    name: "project-goals.read",
    method: "GET",
    path: "/projects/:projectId/goals",
    summary: "Aims of a project with the classes that serve them, their hours, and the indicators that measure them",
    input: z.strictObject({ projectId: z.uuid() }),
    answer: ProjectGoals,
    verb: goalsAccess["project-goals.read"],
    audit: null, // numbers of hours, nobody named
    run: (context, { projectId }) => readGoals(context, projectId),
  }),
];
