import type { Room } from "../../platform/command.ts";
import { aloneCommands, aloneQueries } from "./alone.ts";
import { assistanceCommands, assistanceQueries } from "./assistance.ts";
import { cardCommands } from "./cards.ts";
import { eventQueries } from "./events.ts";
import { interventionCommands } from "./interventions.ts";
import { cardQueries } from "./reads.ts";
import { relationCommands, relationQueries } from "./relations.ts";
import { routeCommands, routeQueries } from "./routes.ts";
import { shiftCommands } from "./shifts.ts";
import { siteCommands } from "./sites.ts";
import { photoCommands, photoDownloads, photoQueries } from "./sitePhotos.ts";
import { stockCommands, stockQueries } from "./stock.ts";
import { tonightQueries } from "./tonight.ts";

export const outreachRoom: Room = {
  name: "outreach",
  commands: [
    ...shiftCommands,
    ...siteCommands,
    ...photoCommands,
    ...stockCommands,
    ...routeCommands,
    ...aloneCommands,
    ...cardCommands,
    ...interventionCommands,
    ...assistanceCommands,
    ...relationCommands,
  ],
  queries: [
    ...tonightQueries,
    ...photoQueries,
    ...cardQueries,
    ...stockQueries,
    ...eventQueries,
    ...routeQueries,
    ...aloneQueries,
    ...assistanceQueries,
    ...relationQueries,
  ],
  downloads: photoDownloads,
};
