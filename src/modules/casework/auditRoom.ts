import type { Room } from "../../platform/command.ts";
import { ownReaderQueries } from "./ownReaders.ts";
import { auditDownloads, auditQueries } from "./auditSearch.ts";

/** The view of the audit stands here and not in platform, because it names people by their number. */
export const auditRoom: Room = {
  name: "audit",
  commands: [],
  queries: [...auditQueries, ...ownReaderQueries],
  downloads: auditDownloads,
};
