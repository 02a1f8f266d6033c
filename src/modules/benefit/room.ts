import type { Room } from "../../platform/command.ts";
import { benefitDownloads } from "./downloads.ts";
import { listCommands } from "./list/commands.ts";
import { listQueries } from "./list/queries.ts";
import { centreMonthQueries } from "./month/queries.ts";
import { payCommands } from "./pay/commands.ts";
import { refundCommands } from "./refund/commands.ts";

/** The room of the CIS month: what the month holds for each participant, the list of benefits, its payment and refund (F-40). */
export const benefitRoom: Room = {
  name: "benefit",
  commands: [...listCommands, ...payCommands, ...refundCommands],
  queries: [...centreMonthQueries, ...listQueries],
  downloads: [...benefitDownloads],
};
