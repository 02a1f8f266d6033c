import type { Room } from "../../platform/command.ts";
import { makeAnnexDownloads } from "./annexes/document.ts";
import { pathCommands } from "./annexes/path.ts";
import { makeAnnexQueries } from "./annexes/queries.ts";
import { pathSigning, vocationalSigning } from "./annexes/signing.ts";
import { vocationalCommands } from "./annexes/vocational.ts";
import { planCommands } from "./commands.ts";
import { planCourseDownloads } from "./courseDocument.ts";
import { planDownloads } from "./document.ts";
import type { PlanEvidenceProvider } from "./evidence.ts";
import { implementerQueries } from "./implementer.ts";
import { leadingCommands } from "./leading/commands.ts";
import { leadingQueries } from "./leading/queries.ts";
import { makePlanQueries } from "./queries.ts";
import { planSigning } from "./signing.ts";
import { templateCommands, templateQueries } from "./templates/templates.ts";

const signed = [planSigning, vocationalSigning, pathSigning];

/** The room of programmes. `evidence`: rooms that have facts for a plan's review. */
export function makePlanRoom(evidence: readonly PlanEvidenceProvider[] = []): Room {
  return {
    name: "plan",
    commands: [
      ...planCommands,
      ...leadingCommands,
      ...templateCommands,
      ...vocationalCommands,
      ...pathCommands,
      ...signed.flatMap((one) => one.commands),
    ],
    queries: [
      ...makePlanQueries(evidence),
      ...implementerQueries,
      ...leadingQueries,
      ...templateQueries,
      ...makeAnnexQueries(evidence),
      ...signed.flatMap((one) => one.queries),
    ],
    downloads: [
      ...planDownloads,
      ...planCourseDownloads,
      ...makeAnnexDownloads(evidence),
      ...signed.flatMap((one) => one.downloads),
    ],
  };
}
