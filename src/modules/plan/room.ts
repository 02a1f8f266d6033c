import type { Room } from "../../platform/command.ts";
import { planCommands } from "./commands.ts";
import { planDownloads } from "./document.ts";
import type { PlanEvidenceProvider } from "./evidence.ts";
import { makePlanQueries } from "./queries.ts";

/** The room of programmes. `evidence`: rooms that have facts for a plan's review. */
export function makePlanRoom(evidence: readonly PlanEvidenceProvider[] = []): Room {
  return { name: "plan", commands: planCommands, queries: makePlanQueries(evidence), downloads: planDownloads };
}
