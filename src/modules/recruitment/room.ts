import type { Room } from "../../platform/command.ts";

/** The room of recruitment: candidates from lists and entry, their check, points, ranking and the reserve (F-71, R-REC). */
export const recruitmentRoom: Room = {
  name: "recruitment",
  commands: [],
  queries: [],
  downloads: [],
};
