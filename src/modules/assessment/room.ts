import type { Room } from "../../platform/command.ts";
import { assessmentCommands } from "./commands.ts";
import { assessmentQueries } from "./queries.ts";

export const assessmentRoom: Room = {
  name: "assessment",
  commands: assessmentCommands,
  queries: assessmentQueries,
  downloads: [],
};
