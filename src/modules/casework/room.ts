import type { Room } from "../../platform/command.ts";
import { caseCommands } from "./cases.ts";
import { taskCommands, taskQueries } from "./tasks.ts";
import { timelineQueries } from "./timeline.ts";

export const caseworkRoom: Room = {
  name: "casework",
  commands: [...caseCommands, ...taskCommands],
  queries: [...taskQueries, ...timelineQueries],
  downloads: [],
};
