import type { Room } from "../../platform/command.ts";
import { staffCommands } from "./commands.ts";
import { staffDownloads } from "./papers.ts";
import { staffQueries } from "./queries.ts";
import { ledCommands } from "./takeLed.ts";

/** The room of those who help without pay: agreements with volunteers and their hours (F-63). */
export const staffRoom: Room = {
  name: "staff",
  commands: [...staffCommands, ...ledCommands],
  queries: [...staffQueries],
  downloads: [...staffDownloads],
};
