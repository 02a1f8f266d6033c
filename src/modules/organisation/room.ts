import type { Room } from "../../platform/command.ts";
import { accountQueries } from "./accountLists.ts";
import { accountCommands } from "./accounts.ts";
import { authorisationCommands } from "./authorisations.ts";
import { letterheadCommands, letterheadQueries } from "./letterhead.ts";
import { sessionCommands, sessionQueries } from "./mySessions.ts";
import { parameterCommands, parameterQueries } from "./parameters.ts";
import { recoveryCommands } from "./recovery.ts";
import { unitCommands } from "./units.ts";

export const organisationRoom: Room = {
  name: "organisation",
  commands: [
    ...accountCommands,
    ...authorisationCommands,
    ...recoveryCommands,
    ...unitCommands,
    ...letterheadCommands,
    ...sessionCommands,
    ...parameterCommands,
  ],
  queries: [...accountQueries, ...sessionQueries, ...parameterQueries, ...letterheadQueries],
  downloads: [],
};
