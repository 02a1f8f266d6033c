// `npm run serve`: production. No demo data, no keys made by itself, nothing weak tolerated.
import pg from "pg";
import { buildWeb } from "../../scripts/build.ts";
import { openDatabase } from "./database.ts";
import { failStart, listen, onSignal, openServices } from "./house.ts";
import { startSealer } from "./sealer.ts";
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

try {
  refuseWeak();
  const settings = readSettings();
  const [database] = await Promise.all([openDatabase(settings), buildWeb()]);
  onSignal(() => database.stop());
  await refuseDemoData(database.ownerUrl);
  const services = openServices(settings, database, { create: false });
  const house = await listen(settings, services);
  const sealer = startSealer(database.keeperUrl, services.clock, settings.dataDir);
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM").removeAllListeners("SIGHUP");
  onSignal(async () => {
    await house.close();
    await sealer.stop();
    await database.stop();
  });
  console.log(`ready ${settings.origin}`);
} catch (error) {
  failStart(error);
}
