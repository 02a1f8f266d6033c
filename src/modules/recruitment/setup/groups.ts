import type { WorkContext } from "../../../platform/command.ts";

/** Groups of a project that the actor may see, by their start; the room of timetables knows them, and `app` connects it. */
export const projectGroups: {
  of: (context: WorkContext, projectId: string) => Promise<readonly { id: string; name: string }[]>;
} = { of: () => Promise.resolve([]) };
