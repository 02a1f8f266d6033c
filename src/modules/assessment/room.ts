import type { Room } from "../../platform/command.ts";
import { assessmentCommands } from "./commands.ts";
import { conclusionDownloads } from "./conclusions/document.ts";
import { formDownloads } from "./forms/document.ts";
import { historyCommands } from "./history/commands.ts";
import { historyQueries } from "./history/queries.ts";
import { needCommands } from "./needs/commands.ts";
import { groupNeedQueries } from "./needs/groupNeeds.ts";
import { needQueries } from "./needs/queries.ts";
import { noteCommands, noteQueries } from "./notes.ts";
import { profileCommands } from "./profile/commands.ts";
import { profileDownloads } from "./profile/document.ts";
import { profileQueries } from "./profile/queries.ts";
import { assessmentQueries } from "./queries.ts";
import { substituteCommands, substituteQueries } from "./substitutes.ts";
import { supportQueries } from "./support.ts";

export const assessmentRoom: Room = {
  name: "assessment",
  commands: [
    ...assessmentCommands,
    ...noteCommands,
    ...substituteCommands,
    ...historyCommands,
    ...needCommands,
    ...profileCommands,
  ],
  queries: [
    ...assessmentQueries,
    ...noteQueries,
    ...substituteQueries,
    ...historyQueries,
    ...needQueries,
    ...groupNeedQueries,
    ...supportQueries,
    ...profileQueries,
  ],
  downloads: [...conclusionDownloads, ...formDownloads, ...profileDownloads],
};
