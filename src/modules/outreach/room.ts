import type { Room } from "../../platform/command.ts";
import { cardCommands } from "./cards.ts";
import { cardQueries } from "./reads.ts";
import { shiftCommands } from "./shifts.ts";
import { siteCommands } from "./sites.ts";
import { tonightQueries } from "./tonight.ts";

export const outreachRoom: Room = {
  name: "outreach",
  commands: [...shiftCommands, ...siteCommands, ...cardCommands],
  queries: [...tonightQueries, ...cardQueries],
  downloads: [],
};
