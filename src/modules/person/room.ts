import type { Room } from "../../platform/command.ts";
import { readQueries } from "./read.ts";
import { recordCommands } from "./record.ts";
import { searchQueries } from "./search.ts";

export const personRoom: Room = {
  name: "person",
  commands: [...recordCommands],
  queries: [...readQueries, ...searchQueries],
  downloads: [],
};
