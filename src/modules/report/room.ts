import type { Room } from "../../platform/command.ts";
import { reportCommands } from "./commands.ts";
import { reportDownloads, reportQueries } from "./queries.ts";

export const reportRoom: Room = {
  name: "report",
  commands: reportCommands,
  queries: reportQueries,
  downloads: reportDownloads,
};
