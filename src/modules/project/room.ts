import { z } from "zod";
import { defineCommand, defineQuery, type Room } from "../../platform/command.ts";
import { findOpenCase, requirePerson } from "../casework/public.ts";
import { areWhereaboutsHidden } from "../person/public.ts";
import { projectAccess } from "./access.ts";
import { endEnrolment, recordProject, startEnrolment } from "./commands.ts";
import {
  EndEnrolment,
  EnrolmentLine,
  PersonEnrolments,
  ProjectCard,
  ProjectLine,
  RecordProject,
  StartEnrolment,
} from "./contract.ts";
import { criteriaCommands } from "./criteria/commands.ts";
import { explainedAmong } from "./criteria/enrolmentChecks.ts";
import { criteriaQueries } from "./criteria/queries.ts";
import { goalsCommands } from "./goals/commands.ts";
import { goalsDownloads } from "./goals/document.ts";
import { goalsQueries } from "./goals/queries.ts";
import { needsCommands } from "./needs/commands.ts";
import { needsDownloads } from "./needs/document.ts";
import { needsQueries } from "./needs/queries.ts";
import { planCommands } from "./plan/commands.ts";
import { planQueries } from "./plan/queries.ts";
import { enrolmentsOfPerson } from "./public.ts";
import { listEnrolments, listProjects, readProject } from "./queries.ts";

const NoCriteria = z.looseObject({ criteria: z.tuple([]) });

/** Format 2 of a card from format 1. */
function withoutNoCriteria(payload: unknown): unknown {
  const known = NoCriteria.safeParse(payload);
  if (!known.success) return payload;
  const { criteria: _, ...card } = known.data;
  return card;
}

export const projectRoom: Room = {
  name: "project",
  commands: [
    ...criteriaCommands,
    ...planCommands,
    ...goalsCommands,
    ...needsCommands,
    defineCommand({
      type: "project.record",
      v: 2,
      // criteria are set by a command of their own; a list that is not empty is refused, never lost
      upcasts: { 1: withoutNoCriteria },
      summary: "Records a project card, or edits one",
      payload: RecordProject,
      verb: projectAccess["project.record"],
      run: recordProject,
    }),
    defineCommand({
      type: "enrolment.start",
      v: 1,
      summary: "Takes a person's case into a project",
      payload: StartEnrolment,
      verb: projectAccess["enrolment.start"],
      run: startEnrolment,
    }),
    defineCommand({
      type: "enrolment.end",
      v: 1,
      summary: "Ends somebody's part in a project",
      payload: EndEnrolment,
      verb: projectAccess["enrolment.end"],
      run: endEnrolment,
    }),
  ],
  queries: [
    ...criteriaQueries,
    ...planQueries,
    ...goalsQueries,
    ...needsQueries,
    defineQuery({
      name: "project.list",
      method: "GET",
      path: "/projects",
      summary: "Projects with their numbers of participants, newest first",
      input: z.strictObject({}),
      answer: z.object({ projects: z.array(ProjectLine) }),
      verb: projectAccess["project.read"],
      audit: null,
      run: async (context) => ({ projects: await listProjects(context) }),
    }),
    defineQuery({
      name: "project.read",
      method: "GET",
      path: "/projects/:projectId",
      summary: "A project card",
      input: z.strictObject({ projectId: z.uuid() }),
      answer: ProjectCard,
      verb: projectAccess["project.read"],
      audit: null,
      run: (context, { projectId }) => readProject(context, projectId),
    }),
    defineQuery({
      name: "enrolment.list",
      method: "GET",
      path: "/projects/:projectId/enrolments",
      summary: "Everybody who started in a project",
      input: z.strictObject({ projectId: z.uuid() }),
      answer: z.object({ enrolments: z.array(EnrolmentLine), hidden: z.int() }),
      verb: projectAccess["enrolment.read"],
      audit: ({ projectId }) => ({ objectType: "project", objectId: projectId }),
      run: (context, { projectId }) => listEnrolments(context, projectId),
    }),
    defineQuery({
      name: "enrolment.read-person",
      method: "GET",
      path: "/people/:personId/enrolments",
      summary: "Projects in which a person takes or took part",
      input: z.strictObject({ personId: z.uuid() }),
      answer: PersonEnrolments,
      verb: projectAccess["enrolment.read-person"],
      audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId }),
      run: async (context, { personId }) => {
        await requirePerson(context, projectAccess["enrolment.read-person"], personId);
        const hidden = await areWhereaboutsHidden(context, personId);
        const enrolments = hidden ? [] : await enrolmentsOfPerson(context, personId);
        const explained = await explainedAmong(context, enrolments);
        return {
          hidden,
          openCaseId: (await findOpenCase(context, personId)) ?? null,
          enrolments: enrolments.map(({ enrolmentId, ...enrolment }) => ({
            ...enrolment,
            id: enrolmentId,
            explained: explained.has(enrolmentId),
          })),
        };
      },
    }),
  ],
  downloads: [...needsDownloads, ...goalsDownloads],
};
