import type { Room } from "../../platform/command.ts";
import { outcomeCommands } from "./commands.ts";
import { outcomeDownloads, outcomeQueries } from "./queries.ts";

export const outcomeRoom: Room = {
  name: "outcome",
  commands: outcomeCommands,
  queries: outcomeQueries,
  downloads: outcomeDownloads,
};
