import { join } from "node:path";
import pg from "pg";
import { buildWeb } from "../../scripts/build.ts";
import { type Clock, systemClock } from "../platform/clock.ts";
import type { Services } from "../platform/command.ts";
import { bearLoss, kyselyOf, openPool } from "../platform/db.ts";
import { closeDocuments } from "../platform/documents/renderPdf.ts";
import { openFileStore } from "../platform/files/fileStore.ts";
import { giveBackMemory } from "../platform/giveBackMemory.ts";
import { startJobs } from "../platform/jobs.ts";
import { type KeyRing, openKeyRing } from "../platform/keys/keyRing.ts";
import { settleKeys } from "../platform/keys/settleKeys.ts";
import { openMailer } from "../platform/mail/mail.ts";
import { trustIssuersIn } from "../platform/signatures/issuers.ts";
import { reportSecret } from "../platform/sms/reports.ts";
import { openTexter } from "../platform/sms/sms.ts";
import { type HouseDatabase, openDatabase } from "./database.ts";
import { surviveDatabaseLoss } from "./databaseLoss.ts";
import { crontab, houseTasks } from "./jobs.ts";
import { startSealer } from "./sealer.ts";
import { houseServer } from "./server.ts";
import type { Settings } from "./settings.ts";
import { failStart, keysRefused } from "./startRefusal.ts";

/** What commands run with on an open database. `create` makes the keys at the first start. */
export function openServices(
  settings: Settings,
  database: HouseDatabase,
  options: { create: boolean; clock?: Clock },
): Services {
  const keys = openKeys(settings, options.create);
  trustIssuersIn(join(settings.dataDir, "trusted-issuers"));
  const pool = openPool(database.appUrl);
  return {
    db: kyselyOf(pool),
    clock: options.clock ?? systemClock,
    keys,
    files: openFileStore(settings.dataDir, keys),
  };
}

function openKeys(settings: Settings, create: boolean): KeyRing {
  try {
    return openKeyRing(settings.keysDir, { create });
  } catch (error) {
    throw keysRefused(settings, error);
  }
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
  const signals = onSignal(stop);
  try {
    const mailer = openMailer(process.env);
    const smsReports = reportSecret(process.env);
    const { protocol } = new URL(settings.origin);
    // a gateway reaches an address of the internet alone
    const reportsTo = smsReports && protocol === "https:" ? `${settings.origin}/sms/raport/${smsReports}` : undefined;
    const sms = openTexter(process.env, { reportsTo });
    const opening = openDatabase(settings);
    // also while it is still starting, and again when somebody cannot wait for the rest to finish
    signals.last = () => opening.then((database) => database.stop()).catch(() => undefined);
    started.push(signals.last);
    const [database] = await Promise.all([opening, buildWeb()]);
    const services = openServices(settings, database, options);
    started.push(() => services.db.destroy(), closeDocuments);
    const owner = bearLoss(new pg.Pool({ connectionString: database.ownerUrl, max: 2 }));
    started.push(() => owner.end());
    await prepare(services, database);
    await settleKeys(owner, services.keys, services.clock.now());
    const { origin, requestsPerMinute, trustProxy, port, host } = settings;
    const server = await houseServer(services, { origin, requestsPerMinute, trustProxy, smsReports });
    started.push(() => server.close());
    await server.listen({ port, host });
    const sealer = startSealer(database.keeperUrl, services.clock, settings.dataDir);
    started.push(() => sealer.stop());
    const keeper = kyselyOf(openPool(database.keeperUrl, { max: 1 }));
    started.push(() => keeper.destroy());
    const { clock, keys, files, db } = services;
    const jobs = await startJobs(
      database.ownerUrl,
      houseTasks({ owner, keeper, mailer, sms, clock, keys, files, db }),
      crontab,
    );
    started.push(() => jobs.stop());
    surviveDatabaseLoss();
    console.log(`ready ${origin}`);
    setTimeout(giveBackMemory, 2_000).unref();
  } catch (error) {
    if (signals.seen) return; // told to stop while starting: what was under way had to fail
    await stop();
    failStart(error);
  }
}

type Signals = {
  /** Whether one has come. */
  seen: boolean;
  /** What must not be left behind even by the impatient. */
  last: () => Promise<void>;
};

/** One Ctrl-C may arrive twice: from the terminal, and passed on by whoever started us. */
const sameSignalMs = 300;

/** Runs `stop` at Ctrl-C, SIGTERM or a closed terminal; at a second one only what is last, and the process ends. */
function onSignal(stop: () => Promise<void>): Signals {
  const signals: Signals = { seen: false, last: async () => undefined };
  let firstAt = 0;
  const failed = (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      const again = signals.seen;
      signals.seen = true;
      if (!again) firstAt = performance.now();
      else if (performance.now() - firstAt < sameSignalMs) return;
      if (again) signals.last().then(() => process.exit(130), failed);
      else stop().then(() => process.exit(0), failed);
    });
  return signals;
}
