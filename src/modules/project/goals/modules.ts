import type { WorkContext } from "../../../platform/command.ts";
import type { ProjectModule } from "./contract.ts";

/** What rooms above know of the classes of a project; none until the composition says so. */
export const projectModules: { of: (context: WorkContext, projectId: string) => Promise<ProjectModule[]> } = {
  of: async () => [],
};
