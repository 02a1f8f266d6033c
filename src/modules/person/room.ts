import type { Room } from "../../platform/command.ts";
import { changeCommands } from "./change.ts";
import { consentCommands, consentQueries } from "./consents.ts";
import { duplicateCommands, duplicateQueries } from "./duplicates.ts";
import { factCommands } from "./facts.ts";
import { householdCommands, householdQueries } from "./households.ts";
import { identifyCommands } from "./identify.ts";
import { mergeCommands, mergeQueries } from "./mergers.ts";
import { readQueries } from "./read.ts";
import { recordCommands } from "./record.ts";
import { searchQueries } from "./search.ts";
import { sectionCommands, sectionQueries } from "./sections.ts";

export const personRoom: Room = {
  name: "person",
  commands: [
    ...recordCommands,
    ...identifyCommands,
    ...changeCommands,
    ...factCommands,
    ...sectionCommands,
    ...consentCommands,
    ...householdCommands,
    ...duplicateCommands,
    ...mergeCommands,
  ],
  queries: [
    ...readQueries,
    ...searchQueries,
    ...sectionQueries,
    ...consentQueries,
    ...householdQueries,
    ...duplicateQueries,
    ...mergeQueries,
  ],
  downloads: [],
};
