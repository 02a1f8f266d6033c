import type { Room } from "../../platform/command.ts";

/** The room of those who help without pay: agreements with volunteers and their hours (F-63). */
export const staffRoom: Room = {
  name: "staff",
  commands: [],
  queries: [],
  downloads: [],
};
