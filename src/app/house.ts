import pg from "pg";
import { buildWeb } from "../../scripts/build.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Services } from "../platform/command.ts";
import { kyselyOf, openPool } from "../platform/db.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { openFileStore } from "../platform/files/fileStore.ts";
import { startJobs } from "../platform/jobs.ts";
import { openKeyRing } from "../platform/keys/keyRing.ts";
import { settleKeys } from "../platform/keys/settleKeys.ts";
import { openMailer } from "../platform/mail/mail.ts";
import { type HouseDatabase, openDatabase } from "./database.ts";
import { crontab, houseTasks } from "./jobs.ts";
import { startSealer } from "./sealer.ts";
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

/**
 * Opens the whole house and serves until a signal: database, web pages, sealer, jobs. What was begun is finished and
 * everything that was started is ended, also when the start fails half-way.
 * @param prepare what is done on the open database before anybody can come in
 */
export async function runHouse(
  settings: Settings,
  options: { create: boolean },
  prepare: (services: Services, database: HouseDatabase) => Promise<void>,
): Promise<void> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  onSignal(stop);
  try {
    const mailer = openMailer(process.env);
    const [database] = await Promise.all([openDatabase(settings), buildWeb()]);
    started.push(() => database.stop());
    const services = openServices(settings, database, options);
    started.push(() => services.db.destroy(), closeDocuments);
    const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    owner.on("error", () => {}); // the pool connects again by itself
    started.push(() => owner.end());
    await prepare(services, database);
    await settleKeys(owner, services.keys, services.clock.now());
    const { origin, requestsPerMinute, trustProxy, port, host } = settings;
    const server = await houseServer(services, { origin, requestsPerMinute, trustProxy });
    started.push(() => server.close());
    await server.listen({ port, host });
    const sealer = startSealer(database.keeperUrl, services.clock, settings.dataDir);
    started.push(() => sealer.stop());
    const keeper = kyselyOf(openPool(database.keeperUrl, { max: 1 }));
    started.push(() => keeper.destroy());
    const { clock, keys } = services;
    const jobs = await startJobs(database.ownerUrl, houseTasks({ owner, keeper, mailer, clock, keys }), crontab);
    started.push(() => jobs.stop());
    console.log(`ready ${origin}`);
  } catch (error) {
    await stop();
    failStart(error);
  }
}

/** Runs `stop` once at Ctrl-C, SIGTERM or a closed terminal; a second signal ends at once. */
function onSignal(stop: () => Promise<void>): void {
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
