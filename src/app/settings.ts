import { resolve } from "node:path";
import { OperatorRefusal } from "./operator/refusal.ts";

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

/** @throws OperatorRefusal when a variable cannot be what it says */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const port = Number(env.PORT ?? 4280);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new OperatorRefusal(`PORT nie jest numerem portu: ${env.PORT}`, `PORT is not a port number: ${env.PORT}`);
  const host = env.HOST ?? "127.0.0.1";
  const dataDir = resolve(env.POWROT_DATA_DIR ?? ".powrot");
  const origin = env.POWROT_ORIGIN ?? `http://localhost:${port}`;
  const { protocol, hostname } = URL.parse(origin) ?? {};
  const here = protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname ?? "");
  if (protocol !== "https:" && !here)
    throw new OperatorRefusal(
      `POWROT_ORIGIN poza tą maszyną musi być adresem https: ${origin}`,
      `POWROT_ORIGIN must be an https address away from this machine: ${origin}`,
    );
  if (env.POWROT_NOW && Number.isNaN(Date.parse(env.POWROT_NOW)))
    throw new OperatorRefusal(
      `POWROT_NOW nie jest chwilą w rodzaju 2026-11-22T18:00:00Z: ${env.POWROT_NOW}`,
      `POWROT_NOW is not an instant such as 2026-11-22T18:00:00Z: ${env.POWROT_NOW}`,
    );
  const database = env.DATABASE_URL ? URL.parse(env.DATABASE_URL) : null;
  if (env.DATABASE_URL && !["postgres:", "postgresql:"].includes(database?.protocol ?? ""))
    throw new OperatorRefusal(
      "DATABASE_URL nie jest adresem w rodzaju postgres://konto:haslo@serwer:5432/powrot.",
      "DATABASE_URL is not an address such as postgres://account:password@server:5432/powrot.",
    );
  return {
    port,
    host,
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    keysDir: resolve(env.POWROT_KEYS ?? `${dataDir}/keys`),
    origin,
    requestsPerMinute: env.POWROT_REQUESTS_PER_MINUTE ? Number(env.POWROT_REQUESTS_PER_MINUTE) : undefined,
    trustProxy: env.POWROT_TRUST_PROXY === "1",
    walArchive: env.POWROT_WAL_ARCHIVE ? resolve(env.POWROT_WAL_ARCHIVE) : undefined,
  };
}
