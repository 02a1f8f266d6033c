import { calculate, calculatorOptions } from "../../modules/benefit/calculator.ts";
import { benefitPhases } from "../../modules/benefit/rules.ts";
import { createSetupLink } from "../../modules/organisation/setup.ts";
import { verifyAudit } from "../../platform/auditSeal.ts";
import { systemClock } from "../../platform/clock.ts";
import { openFileStore } from "../../platform/files/fileStore.ts";
import { checkLine, IDENTIFIER_KINDS, isIdentifierKind } from "../../platform/identifiers/check.ts";
import { openKeyRing } from "../../platform/keys/keyRing.ts";
import { rotateMaster } from "../../platform/keys/ownerKeys.ts";
import { rolesSql } from "../../platform/migrate.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { loadDemoOnce, refreshDemo } from "../demo/loadDemo.ts";
import { openServices } from "../house.ts";
import { readSettings } from "../settings.ts";
import { simulate } from "../simulate/simulate.ts";
import { keysRefused } from "../startRefusal.ts";
import { withClient } from "./existingHouse.ts";
import { keptHeads } from "./keptHeads.ts";
import { linesOf } from "./lines.ts";
import { newestMigration } from "./manifest.ts";
import { readFlag, readOptions, WrongUse, wholeNumber } from "./options.ts";
import { requireHouse, withHouse } from "./withHouse.ts";

export const houseHelp = `
  migrate [--print-roles]   bring the schema up to date; print what the administrator of an outside PostgreSQL does once
  keys [rotate]             make the keys in POWROT_KEYS where there are none; give them a new master, nothing sealed changes
  admin                     print a one-time link for the first administrator
  demo [--refresh]          load the demo world once; make it anew
  simulate [--persons N] [--years Y] [--seed S]
                            fill an empty database with an invented world of any size, for benchmarks: 10,000 persons and
                            3 years unless said otherwise
  verify                    read the whole audit again; exit 1 when anything was altered, removed or reordered
  check KIND                ${IDENTIFIER_KINDS.join(", ")}: one value a line in, one JSON a line out
  benefit                   the integration benefit of a person's month (social employment act, art. 15): one JSON case a line
                            in, one JSON a line out; days are whole numbers, dates inclusive, amounts decimal text in PLN;
                            computed with the general amounts, not with an organisation's own
                            {"month":"2026-11","phase":"PARTICIPATION","coveredFrom":"2026-11-10","coveredTo":"2026-11-30",
                             "unexcusedDays":2,"sickDays":5,"sickDaysUsedBefore":15,"otherExcusedDays":0,"daysOff":2,
                             "bonus":"0.00","options":{}}
                            phase: ${benefitPhases.join(", ")}
                            options, each may be left out: ${calculatorOptions.join(", ")}
                            answer: {"full","lines":[{"rule","days","amount","article","text"}],"benefit","bonus"}
                            or {"error":{"code","message"}}
`;

type Command = (words: readonly string[]) => Promise<number>;
const say = (answer: unknown) => console.log(JSON.stringify(answer));

/** What opens, fills and proves a house. */
export const houseCommands: Readonly<Record<string, Command>> = {
  migrate: async (words) => {
    if (readFlag(words, "print-roles")) console.log(rolesSql);
    else say({ schema: await withHouse(({ ownerUrl }) => withClient(ownerUrl, newestMigration)) });
    return 0;
  },

  keys: async (words) => {
    const [act, ...more] = words;
    readOptions(act === "rotate" ? more : words, []);
    const settings = readSettings();
    try {
      if (act === "rotate") say({ wrappedAnew: rotateMaster(settings.keysDir) });
      else say({ folder: settings.keysDir, fingerprint: openKeyRing(settings.keysDir, { create: true }).fingerprint });
    } catch (error) {
      throw keysRefused(settings, error);
    }
    return 0;
  },

  admin: async (words) => {
    readOptions(words, []);
    return withHouse(async ({ ownerUrl }, { origin }) => {
      const token = await withClient(ownerUrl, (client) => createSetupLink(client, systemClock.now()));
      if (token) console.log(`${origin}/setup#${token}`);
      else
        console.error(
          "W tym domu są organizacje: konta zakładają ich administratorzy.\nThis house has organisations: their administrators make accounts.",
        );
      return token ? 0 : 1;
    });
  },

  demo: async (words) => {
    const load = readFlag(words, "refresh") ? refreshDemo : loadDemoOnce;
    return withHouse(async (database, settings) => {
      const services = openServices(settings, database, { create: true });
      try {
        await load(settings, services, database);
        say({ accounts: "demo/accounts.json" });
        return 0;
      } finally {
        await services.db.destroy();
      }
    });
  },

  simulate: async (words) => {
    const { persons = "10000", years = "3", seed = "1" } = readOptions(words, [], ["persons", "years", "seed"]);
    const wanted = {
      persons: wholeNumber("persons", persons, 50, 2_000_000),
      years: wholeNumber("years", years, 1, 20),
      seed: wholeNumber("seed", seed, 0, 1_000_000_000),
      today: todayIn(systemClock.now(), "Europe/Warsaw"),
    };
    return withHouse(async (database, { dataDir, keysDir }) => {
      const files = openFileStore(dataDir, openKeyRing(keysDir, { create: true }));
      await simulate(database.ownerUrl, wanted, (line) => console.error(line), files);
      say(wanted);
      return 0;
    });
  },

  verify: async (words) => {
    readOptions(words, []);
    requireHouse(readSettings());
    return withHouse(async ({ ownerUrl }, { dataDir }) => {
      const heads = await keptHeads(dataDir);
      const verification = await withClient(ownerUrl, (client) => verifyAudit(client, heads));
      say(verification);
      return verification.faults.length === 0 ? 0 : 1;
    });
  },

  check: async ([kind = "", ...more]) => {
    readOptions(more, []);
    if (!isIdentifierKind(kind))
      throw new WrongUse(`Rodzaj: ${IDENTIFIER_KINDS.join(", ")}.`, `KIND is one of ${IDENTIFIER_KINDS.join(", ")}.`);
    const today = todayIn(systemClock.now(), "Europe/Warsaw");
    for await (const line of linesOf(process.stdin)) say(checkLine(kind, line, today));
    return 0;
  },

  benefit: async (words) => {
    readOptions(words, []);
    for await (const line of linesOf(process.stdin)) say(calculate(line, "pl"));
    return 0;
  },
};
