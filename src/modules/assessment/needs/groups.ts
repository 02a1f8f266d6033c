import type { WorkContext } from "../../../platform/command.ts";

/** Groups of projects that the reader may see, and who is in some of them today as far as the reader may know; `app` connects them. */
export const needGroups: {
  list: (
    context: WorkContext,
  ) => Promise<readonly { id: string; name: string; projectId: string; projectName: string }[]>;
  membersOf: (context: WorkContext, groupIds: readonly string[]) => Promise<readonly string[]>;
} = { list: () => Promise.resolve([]), membersOf: () => Promise.resolve([]) };
