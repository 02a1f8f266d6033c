import type { Room } from "../../platform/command.ts";

/** The room of what people do beside the timetable: open offer, courses, self-help, community work, leisure (F-37, F-39, F-3A). */
export const activityRoom: Room = {
  name: "activity",
  commands: [],
  queries: [],
  downloads: [],
};
