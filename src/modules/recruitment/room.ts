import type { Room } from "../../platform/command.ts";
import { candidateDownloads } from "./candidates/bringPaper.ts";
import { carryingCommands } from "./candidates/carrying.ts";
import { candidateCommands } from "./candidates/commands.ts";
import { candidateQueries } from "./candidates/queries.ts";
import { decidingCommands } from "./deciding/commands.ts";
import { decidingQueries } from "./deciding/queries.ts";
import { importingCommands } from "./importing/commands.ts";
import { importingQueries } from "./importing/queries.ts";
import { interviewCommands } from "./interviews/commands.ts";
import { interviewDownloads } from "./interviews/invitation.ts";
import { interviewQueries } from "./interviews/queries.ts";
import { letterCommands } from "./letters/commands.ts";
import { letterDownloads } from "./letters/document.ts";
import { letterQueries } from "./letters/queries.ts";
import { paperCommands } from "./papers/commands.ts";
import { paperDownloads } from "./papers/document.ts";
import { paperQueries } from "./papers/queries.ts";
import { rankingCommands } from "./ranking/commands.ts";
import { rankingQueries } from "./ranking/queries.ts";
import { setupCommands } from "./setup/commands.ts";
import { setupQueries } from "./setup/queries.ts";

/** The room of recruitment: candidates from lists and entry, their check, points, ranking and the reserve (F-71, R-REC). */
export const recruitmentRoom: Room = {
  name: "recruitment",
  commands: [
    ...setupCommands,
    ...candidateCommands,
    ...carryingCommands,
    ...importingCommands,
    ...rankingCommands,
    ...decidingCommands,
    ...interviewCommands,
    ...letterCommands,
    ...paperCommands,
  ],
  queries: [
    ...setupQueries,
    ...candidateQueries,
    ...importingQueries,
    ...rankingQueries,
    ...decidingQueries,
    ...interviewQueries,
    ...letterQueries,
    ...paperQueries,
  ],
  downloads: [...candidateDownloads, ...interviewDownloads, ...letterDownloads, ...paperDownloads],
};
