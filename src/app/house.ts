import type { FastifyInstance } from "fastify";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Services } from "../platform/command.ts";
import { kyselyOf, openPool } from "../platform/db.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { openFileStore } from "../platform/files/fileStore.ts";
import { openKeyRing } from "../platform/keys/keyRing.ts";
import type { HouseDatabase } from "./database.ts";
import { houseServer } from "./server.ts";
import type { Settings } from "./settings.ts";

/** What commands run with on an open database. `create` makes the keys at the first start. */
export function openServices(
  settings: Settings,
  database: HouseDatabase,
  options: { create: boolean; clock?: Clock },
): Services {
  const keys = openKeyRing(settings.keysDir, { create: options.create });
  const pool = openPool(database.appUrl);
  return {
    db: kyselyOf(pool),
    clock: options.clock ?? systemClock,
    keys,
    files: openFileStore(settings.dataDir, keys),
  };
}

/** A listening house; `close` finishes what was begun, then ends everything it started. */
export async function listen(
  settings: Settings,
  services: Services,
): Promise<{ server: FastifyInstance; close(): Promise<void> }> {
  const { origin, requestsPerMinute, trustProxy, port, host } = settings;
  const server = await houseServer(services, { origin, requestsPerMinute, trustProxy });
  await server.listen({ port, host });
  return {
    server,
    close: async () => {
      await server.close();
      await closeDocuments();
      await services.db.destroy();
    },
  };
}

/** Runs `stop` once at Ctrl-C, SIGTERM or a closed terminal; a second signal ends at once. */
export function onSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error instanceof Error ? error.message : error);
          process.exit(1);
        },
      );
    });
}

/** Prints one clear sentence and ends the process. */
export function failStart(error: unknown): never {
  const known =
    error instanceof Error && "pl" in error && "en" in error ? `${String(error.pl)}\n${String(error.en)}` : undefined;
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  const port = `Port ${process.env.PORT ?? 4280} jest zajęty. Ustaw inny: PORT=4281 npm start\nPort ${process.env.PORT ?? 4280} is taken. Choose another: PORT=4281 npm start`;
  console.error(known ?? (taken ? port : error instanceof Error ? error.message : String(error)));
  process.exit(1);
}
