import type { Room } from "../../platform/command.ts";
import { clubCommands } from "./club/commands.ts";
import { clubDownloads } from "./club/document.ts";
import { clubQueries } from "./club/queries.ts";
import { entryCommands } from "./entry/commands.ts";
import { entryDownloads } from "./entry/document.ts";
import { entryQueries } from "./entry/queries.ts";
import { dayOffCommands } from "./ipzs/daysOff.ts";
import { decidingCommands } from "./ipzs/deciding.ts";
import { ipzsDownloads } from "./ipzs/document.ts";
import { preparingCommands } from "./ipzs/preparing.ts";
import { ipzsQueries } from "./ipzs/queries.ts";
import { ipzsSigning } from "./ipzs/signing.ts";

/** The room of centres and clubs of social integration: the way in, and the individual social employment programme. */
export const centreRoom: Room = {
  name: "centre",
  commands: [
    ...entryCommands,
    ...clubCommands,
    ...preparingCommands,
    ...decidingCommands,
    ...dayOffCommands,
    ...ipzsSigning.commands,
  ],
  queries: [...entryQueries, ...clubQueries, ...ipzsQueries, ...ipzsSigning.queries],
  downloads: [...entryDownloads, ...clubDownloads, ...ipzsDownloads, ...ipzsSigning.downloads],
};
