import type { Room } from "../../platform/command.ts";
import { drawCommands, drawQueries } from "./draws.ts";
import { infoCardCommands, infoCardDownloads, infoCardQueries } from "./infoCards.ts";
import { monthCommands, monthDownloads, monthQueries } from "./month.ts";
import { reportQueries } from "./reportReads.ts";
import { reportCommands } from "./reports.ts";
import { trainingCommands, trainingQueries } from "./training.ts";

export const streetWorkRoom: Room = {
  name: "street-work",
  commands: [...reportCommands, ...drawCommands, ...monthCommands, ...trainingCommands, ...infoCardCommands],
  queries: [...reportQueries, ...drawQueries, ...monthQueries, ...trainingQueries, ...infoCardQueries],
  downloads: [...monthDownloads, ...infoCardDownloads],
};
