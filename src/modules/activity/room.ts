import type { Room } from "../../platform/command.ts";
import { activeCommands, activeDownloads, activeQueries } from "./active/groups.ts";
import { courseCommands } from "./course/commands.ts";
import { courseDownloads } from "./course/document.ts";
import { courseQueries } from "./course/queries.ts";
import { gatheringCommands } from "./gathering/commands.ts";
import { gatheringQueries } from "./gathering/queries.ts";
import { offerCommands } from "./offer/commands.ts";
import { offerQueries } from "./offer/queries.ts";
import { participationQueries } from "./participation/queries.ts";
import { standardCommands, standardDownloads, standardQueries } from "./standard/reviews.ts";

/** The room of what people do beside the timetable: open offer, courses, self-help, community work, leisure (F-37, F-39, F-3A). */
export const activityRoom: Room = {
  name: "activity",
  commands: [...offerCommands, ...courseCommands, ...gatheringCommands, ...standardCommands, ...activeCommands],
  queries: [
    ...offerQueries,
    ...courseQueries,
    ...gatheringQueries,
    ...participationQueries,
    ...standardQueries,
    ...activeQueries,
  ],
  downloads: [...courseDownloads, ...standardDownloads, ...activeDownloads],
};
