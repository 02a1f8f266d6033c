import type { Room } from "../../platform/command.ts";
import type { PlanEvidenceProvider } from "../plan/public.ts";
import { annexDownloads } from "./annexDocuments.ts";
import { annexCommands } from "./annexes.ts";
import { askingCommands } from "./asking.ts";
import { checklistCommands } from "./checklist/commands.ts";
import { checklistQueries } from "./checklist/queries.ts";
import { contractDownloads } from "./documents.ts";
import { draftingCommands } from "./drafting.ts";
import { makeContractEvidence } from "./evidence.ts";
import { packetDownloads, packetQueries } from "./packet/queries.ts";
import { printRunCommands } from "./packet/run/commands.ts";
import { printRunDownloads, printRunQueries } from "./packet/run/queries.ts";
import { contractQueries } from "./queries.ts";
import { runningCommands } from "./running.ts";
import { signedFileCommands, signedFileDownloads, signingQuery } from "./signedFiles.ts";
import { signingCommands } from "./signing.ts";

/** The room of contracts. `evidence`: rooms that have facts for an evaluation. */
export const makeSocialContractRoom = (evidence: readonly PlanEvidenceProvider[] = []): Room => ({
  name: "social-contract",
  commands: [
    ...draftingCommands,
    ...signingCommands,
    ...signedFileCommands,
    ...runningCommands,
    ...annexCommands,
    ...askingCommands,
    ...checklistCommands,
    ...printRunCommands,
  ],
  queries: [
    ...contractQueries,
    ...makeContractEvidence(evidence),
    signingQuery,
    ...packetQueries,
    ...printRunQueries,
    ...checklistQueries,
  ],
  downloads: [
    ...contractDownloads,
    ...annexDownloads,
    ...signedFileDownloads,
    ...packetDownloads,
    ...printRunDownloads,
  ],
});
