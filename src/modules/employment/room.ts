import type { Room } from "../../platform/command.ts";
import { disclosureQueries } from "./agreedDisclosure.ts";
import { coachLogQueries } from "./coachLog.ts";
import { employerCommands } from "./employers.ts";
import { placementCommands } from "./placements.ts";
import { employmentDownloads, employmentQueries } from "./queries.ts";

export const employmentRoom: Room = {
  name: "employment",
  commands: [...employerCommands, ...placementCommands],
  queries: [...employmentQueries, ...coachLogQueries, ...disclosureQueries],
  downloads: employmentDownloads,
};
