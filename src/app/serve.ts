// `npm run serve`: production. No demo data, no keys made by itself, nothing weak tolerated.
import pg from "pg";
import { createSetupLink } from "../modules/organisation/setup.ts";
import { failStart, runHouse } from "./house.ts";
import { readSettings } from "./settings.ts";

class Refused extends Error {
  readonly pl: string;
  readonly en: string;
  constructor(pl: string, en: string) {
    super(en);
    this.pl = pl;
    this.en = en;
  }
}

function refuseWeak(): void {
  if (!process.env.POWROT_ORIGIN)
    throw new Refused(
      "Brakuje POWROT_ORIGIN: adresu, pod którym działa serwis.",
      "POWROT_ORIGIN is missing: the address people use.",
    );
  if (!process.env.POWROT_KEYS)
    throw new Refused(
      "Brakuje POWROT_KEYS: folderu kluczy poza bazą i kopiami zapasowymi.",
      "POWROT_KEYS is missing: the folder of keys, outside the database and its backups.",
    );
  if (process.env.POWROT_NOW)
    throw new Refused("POWROT_NOW jest tylko dla demo i testów.", "POWROT_NOW is for the demo and tests only.");
  const password = process.env.DATABASE_URL ? new URL(process.env.DATABASE_URL).password : undefined;
  if (password !== undefined && password.length < 16)
    throw new Refused(
      "Hasło bazy w DATABASE_URL jest krótsze niż 16 znaków.",
      "The database password in DATABASE_URL has fewer than 16 characters.",
    );
}

async function refuseDemoData(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ demo: boolean }>("select exists (select from demo_world) as demo");
  await client.end();
  if (rows[0]?.demo)
    throw new Refused(
      "W tej bazie jest świat demo. Produkcja potrzebuje pustej bazy.",
      "This database holds the demo world. Production needs an empty one.",
    );
}

/** While the house has no organisation, each start prints a link by which the first administrator is made, once. */
async function offerSetup(ownerUrl: string, origin: string, now: Date): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  const token = await createSetupLink(client, now);
  await client.end();
  if (token) console.log(`setup ${origin}/setup#${token}`);
}

try {
  refuseWeak();
  const settings = readSettings();
  await runHouse(settings, { create: false }, async (services, database) => {
    await refuseDemoData(database.ownerUrl);
    await offerSetup(database.ownerUrl, settings.origin, services.clock.now());
  });
} catch (error) {
  failStart(error);
}
