import type { Room } from "../../platform/command.ts";
import { caseCommands } from "./cases.ts";
import { colleagueQueries } from "./colleagues.ts";
import { deadlineQueries } from "./deadlines.ts";
import { glassCommands, glassQueries } from "./glass.ts";
import { interviewDownloads } from "./interviewPrints.ts";
import { interviewRegisterQueries } from "./interviewRegister.ts";
import { interviewCommands, interviewQueries } from "./interviews.ts";
import { releaseQueries } from "./preRelease.ts";
import { taskCommands, taskQueries } from "./tasks.ts";
import { timelineQueries } from "./timeline.ts";

export const caseworkRoom: Room = {
  name: "casework",
  commands: [...caseCommands, ...glassCommands, ...interviewCommands, ...taskCommands],
  queries: [
    ...taskQueries,
    ...deadlineQueries,
    ...timelineQueries,
    ...colleagueQueries,
    ...glassQueries,
    ...interviewQueries,
    ...interviewRegisterQueries,
    ...releaseQueries,
  ],
  downloads: interviewDownloads,
};
