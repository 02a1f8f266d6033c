import type { Room } from "../../platform/command.ts";
import { contractDownloads } from "./documents.ts";
import { draftingCommands } from "./drafting.ts";
import { contractQueries } from "./queries.ts";
import { runningCommands } from "./running.ts";
import { signingCommands } from "./signing.ts";

export const socialContractRoom: Room = {
  name: "social-contract",
  commands: [...draftingCommands, ...signingCommands, ...runningCommands],
  queries: contractQueries,
  downloads: contractDownloads,
};
