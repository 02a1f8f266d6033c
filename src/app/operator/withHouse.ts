import { existsSync, realpathSync } from "node:fs";
import { serverAccount } from "../../platform/embedded/account.ts";
import { clusterFolder } from "../../platform/embedded/cluster.ts";
import { type HouseDatabase, openDatabase } from "../database.ts";
import { readSettings, type Settings } from "../settings.ts";
import { OperatorRefusal } from "./refusal.ts";

/** @throws OperatorRefusal when the data folder holds no embedded house, so that a misspelt folder is not taken for an empty one */
export function requireHouse(settings: Settings): void {
  if (settings.databaseUrl) return;
  const known = existsSync(settings.dataDir) ? realpathSync(settings.dataDir) : settings.dataDir;
  if (!existsSync(known) || !existsSync(clusterFolder(known, serverAccount())))
    throw new OperatorRefusal(`W ${known} nie ma bazy.`, `There is no database in ${known}.`);
}

/**
 * Runs `work` on the migrated database of the house and ends what was started for it, whatever happens, also at Ctrl-C.
 * @throws StartProblem | OperatorRefusal
 */
export async function withHouse<T>(work: (database: HouseDatabase, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const opening = openDatabase(settings);
  const interrupted = () => {
    const ended = () => process.exit(130);
    opening.then((database) => database.stop()).then(ended, ended);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, interrupted);
  const database = await opening;
  try {
    return await work(database, settings);
  } finally {
    await database.stop();
  }
}
