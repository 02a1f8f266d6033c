import { resolve } from "node:path";

/** Everything the environment decides, read in one place. */
export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | undefined;
  keysDir: string;
  origin: string;
  requestsPerMinute: number | undefined;
  trustProxy: boolean;
  /** Where the embedded server puts each finished piece of WAL, for point-in-time restore. */
  walArchive: string | undefined;
};

/** @throws RangeError in plain words when a variable cannot be what it says */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT ?? 4280);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`PORT is not a port number: ${env.PORT}`);
  const host = env.HOST ?? "127.0.0.1";
  const dataDir = resolve(env.POWROT_DATA_DIR ?? ".powrot");
  const origin = env.POWROT_ORIGIN ?? `http://localhost:${port}`;
  const { protocol, hostname } = new URL(origin);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    throw new RangeError(`POWROT_ORIGIN must be https away from this machine: ${origin}`);
  return {
    port,
    host,
    dataDir,
    databaseUrl: env.DATABASE_URL,
    keysDir: resolve(env.POWROT_KEYS ?? `${dataDir}/keys`),
    origin,
    requestsPerMinute: env.POWROT_REQUESTS_PER_MINUTE ? Number(env.POWROT_REQUESTS_PER_MINUTE) : undefined,
    trustProxy: env.POWROT_TRUST_PROXY === "1",
    walArchive: env.POWROT_WAL_ARCHIVE ? resolve(env.POWROT_WAL_ARCHIVE) : undefined,
  };
}
