// `npm run -s powrot -- COMMAND`: the operators' door. Standard output is the command's own; words about it go to standard error.
import { createInterface } from "node:readline";
import pg from "pg";
import { verifyAudit } from "../platform/auditSeal.ts";
import { createSetupLink } from "../modules/organisation/setup.ts";
import { systemClock } from "../platform/clock.ts";
import { checkLine, IDENTIFIER_KINDS, isIdentifierKind } from "../platform/identifiers/check.ts";
import { openKeyRing } from "../platform/keys/keyRing.ts";
import { rotateMaster } from "../platform/keys/ownerKeys.ts";
import { rolesSql } from "../platform/migrate.ts";
import { todayIn } from "../platform/time/instant.ts";
import { openDatabase } from "./database.ts";
import { loadDemoOnce, refreshDemo } from "./demo/loadDemo.ts";
import { openServices } from "./house.ts";
import { operatorCommands, operatorHelp } from "./operator/doors.ts";
import { keptHeads } from "./operator/keptHeads.ts";
import { readSettings } from "./settings.ts";
import { simulate } from "./simulate/simulate.ts";
import { failStart } from "./startRefusal.ts";

const help = `npm run -s powrot -- COMMAND

  migrate [--print-roles]   bring the schema up to date; print what an outside PostgreSQL needs once
  keys [rotate]             make the keys in POWROT_KEYS where there are none; give them a new master, nothing sealed changes
  admin                     print a one-time link for the first administrator
  demo [--refresh]          load the demo world once; make it anew
  simulate --persons N --years Y --seed S
                            fill an empty database with a world of any size, for benchmarks
  verify                    read the whole audit again; exit 1 when anything was altered, removed or reordered
  check KIND                ${IDENTIFIER_KINDS.join(", ")}: one value a line in, one JSON a line out
${operatorHelp}`;

type Command = (words: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  ...operatorCommands,

  migrate: async (words) => {
    if (words.includes("--print-roles")) {
      console.log(rolesSql);
      return 0;
    }
    const database = await openDatabase(readSettings());
    await database.stop();
    return 0;
  },

  demo: async (words) => {
    const settings = readSettings();
    const database = await openDatabase(settings);
    const services = openServices(settings, database, { create: true });
    const load = words.includes("--refresh") ? refreshDemo : loadDemoOnce;
    await load(settings, services, database);
    await services.db.destroy();
    await database.stop();
    return 0;
  },

  admin: async () => {
    const settings = readSettings();
    const database = await openDatabase(settings);
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    const token = await createSetupLink(client, systemClock.now());
    await client.end();
    await database.stop();
    if (token) console.log(`${settings.origin}/setup#${token}`);
    else console.error("This house has organisations: their administrators make accounts.");
    return token ? 0 : 1;
  },

  keys: async ([act]) => {
    const { keysDir } = readSettings();
    if (act === "rotate") console.log(JSON.stringify({ wrappedAnew: rotateMaster(keysDir) }));
    else openKeyRing(keysDir, { create: true });
    return 0;
  },

  simulate: async (words) => {
    const number = (name: string, otherwise: number) =>
      Number(words[words.indexOf(`--${name}`) + 1] ?? otherwise) || otherwise;
    const database = await openDatabase(readSettings());
    const today = todayIn(systemClock.now(), "Europe/Warsaw");
    const wanted = { persons: number("persons", 10_000), years: number("years", 3), seed: number("seed", 1), today };
    await simulate(database.ownerUrl, wanted, (line) => console.error(line));
    await database.stop();
    return 0;
  },

  verify: async () => {
    const settings = readSettings();
    const database = await openDatabase(settings);
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    const verification = await verifyAudit(client, await keptHeads(settings.dataDir));
    await client.end();
    await database.stop();
    console.log(JSON.stringify(verification));
    return verification.faults.length === 0 ? 0 : 1;
  },

  check: async ([kind = ""]) => {
    if (!isIdentifierKind(kind)) {
      console.error(help);
      return 2;
    }
    const today = todayIn(systemClock.now(), "Europe/Warsaw");
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      process.stdout.write(`${JSON.stringify(checkLine(kind, line, today))}\n`);
    return 0;
  },
};

const [name = "", ...words] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(help);
  process.exitCode = name === "--help" || name === "help" ? 0 : 2;
} else {
  try {
    process.exitCode = await command(words);
  } catch (error) {
    failStart(error);
  }
}
