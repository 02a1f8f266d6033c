import type { Room } from "../../platform/command.ts";
import { advanceCommands } from "./advance/commands.ts";
import { advanceQueries } from "./advance/queries.ts";
import { classProgrammeCommands } from "./classes/commands.ts";
import { classProgrammeDownloads } from "./classes/print.ts";
import { classHoursDownloads } from "./classes/printHours.ts";
import { classProgrammeQueries } from "./classes/queries.ts";
import { debtCommands } from "./debt/commands.ts";
import { debtQueries } from "./debt/queries.ts";
import { benefitDownloads } from "./downloads.ts";
import { listCommands } from "./list/commands.ts";
import { listQueries } from "./list/queries.ts";
import { centreMonthQueries } from "./month/queries.ts";
import { payCommands } from "./pay/commands.ts";
import { refundCommands } from "./refund/commands.ts";

/** The room of the CIS month: the class programme, what the month holds for each participant, the list of benefits, its payment and refund (F-40). */
export const benefitRoom: Room = {
  name: "benefit",
  commands: [
    ...classProgrammeCommands,
    ...listCommands,
    ...payCommands,
    ...refundCommands,
    ...advanceCommands,
    ...debtCommands,
  ],
  queries: [...centreMonthQueries, ...classProgrammeQueries, ...listQueries, ...advanceQueries, ...debtQueries],
  downloads: [...classProgrammeDownloads, ...classHoursDownloads, ...benefitDownloads],
};
