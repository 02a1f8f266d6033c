import type { Room } from "../../platform/command.ts";
import { assessmentCommands } from "./commands.ts";
import { noteCommands, noteQueries } from "./notes.ts";
import { assessmentQueries } from "./queries.ts";
import { substituteCommands, substituteQueries } from "./substitutes.ts";

export const assessmentRoom: Room = {
  name: "assessment",
  commands: [...assessmentCommands, ...noteCommands, ...substituteCommands],
  queries: [...assessmentQueries, ...noteQueries, ...substituteQueries],
  downloads: [],
};
