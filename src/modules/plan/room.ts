import type { Room } from "../../platform/command.ts";
import { annexDownloads } from "./annexes/document.ts";
import { pathCommands } from "./annexes/path.ts";
import { annexQueries } from "./annexes/queries.ts";
import { vocationalCommands } from "./annexes/vocational.ts";
import { planCommands } from "./commands.ts";
import { planDownloads } from "./document.ts";
import type { PlanEvidenceProvider } from "./evidence.ts";
import { makePlanQueries } from "./queries.ts";
import { templateCommands, templateQueries } from "./templates/templates.ts";

/** The room of programmes. `evidence`: rooms that have facts for a plan's review. */
export function makePlanRoom(evidence: readonly PlanEvidenceProvider[] = []): Room {
  return {
    name: "plan",
    commands: [...planCommands, ...templateCommands, ...vocationalCommands, ...pathCommands],
    queries: [...makePlanQueries(evidence), ...templateQueries, ...annexQueries],
    downloads: [...planDownloads, ...annexDownloads],
  };
}
