import type { Room } from "../../platform/command.ts";
import { changeCommands } from "./change.ts";
import { compareQueries } from "./compare.ts";
import { consentPageCommands, consentPageDownloads } from "./consentPages.ts";
import { consentCommands, consentDownloads, consentQueries } from "./consents.ts";
import { consentTextCommands, consentTextQueries } from "./consentTexts.ts";
import { duplicateCommands, duplicateQueries } from "./duplicates.ts";
import { factCommands } from "./facts.ts";
import { householdCommands, householdQueries } from "./households.ts";
import { identifyCommands } from "./identify.ts";
import { mergeCommands, mergeQueries } from "./mergers.ts";
import { readQueries } from "./read.ts";
import { recordCommands } from "./record.ts";
import { representativeCommands, representativeQueries } from "./representatives.ts";
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
    ...consentPageCommands,
    ...consentTextCommands,
    ...representativeCommands,
    ...householdCommands,
    ...duplicateCommands,
    ...mergeCommands,
  ],
  queries: [
    ...readQueries,
    ...compareQueries,
    ...searchQueries,
    ...sectionQueries,
    ...consentQueries,
    ...consentTextQueries,
    ...representativeQueries,
    ...householdQueries,
    ...duplicateQueries,
    ...mergeQueries,
  ],
  downloads: [...consentDownloads, ...consentPageDownloads],
};
