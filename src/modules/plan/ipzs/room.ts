import { dayOffCommands } from "./daysOff.ts";
import { decidingCommands } from "./deciding.ts";
import { preparingCommands } from "./preparing.ts";

export { ipzsDownloads } from "./document.ts";
export { ipzsQueries } from "./queries.ts";

/** Acts of the individual social employment programme, in the order in which they happen. */
export const ipzsCommands = [...preparingCommands, ...decidingCommands, ...dayOffCommands];
