import type { Room } from "../../platform/command.ts";
import { taskCommands, taskQueries } from "./tasks.ts";

export const caseworkRoom: Room = {
  name: "casework",
  commands: [...taskCommands],
  queries: [...taskQueries],
  downloads: [],
};
