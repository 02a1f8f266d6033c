// `npm run serve`: production. No demo data, no keys made by itself, nothing weak tolerated.
import { createSetupLink } from "../modules/organisation/setup.ts";
import { runHouse } from "./house.ts";
import { withClient } from "./operator/existingHouse.ts";
import { OperatorRefusal } from "./operator/refusal.ts";
import { readSettings, type Settings } from "./settings.ts";
import { failStart } from "./startRefusal.ts";

function refuseWeak({ databaseUrl }: Settings): void {
  if (!process.env.POWROT_ORIGIN)
    throw new OperatorRefusal(
      "Brakuje POWROT_ORIGIN: adresu, pod którym działa serwis.",
      "POWROT_ORIGIN is missing: the address people use.",
    );
  if (!process.env.POWROT_KEYS)
    throw new OperatorRefusal(
      "Brakuje POWROT_KEYS: folderu kluczy poza bazą i kopiami zapasowymi.",
      "POWROT_KEYS is missing: the folder of keys, outside the database and its backups.",
    );
  if (process.env.POWROT_NOW)
    throw new OperatorRefusal("POWROT_NOW jest tylko dla demo i testów.", "POWROT_NOW is for the demo and tests only.");
  const password = databaseUrl ? decodeURIComponent(new URL(databaseUrl).password) : undefined;
  if (password !== undefined && password.length < 16)
    throw new OperatorRefusal(
      "Hasło bazy w DATABASE_URL jest krótsze niż 16 znaków.",
      "The database password in DATABASE_URL has fewer than 16 characters.",
    );
}

async function refuseDemoData(ownerUrl: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) => client.query("select from demo_world"));
  if (rows.length > 0)
    throw new OperatorRefusal(
      "W tej bazie jest świat demo. Produkcja potrzebuje pustej bazy.",
      "This database holds the demo world. Production needs an empty one.",
    );
}

/** While the house has no organisation, each start prints a link by which the first administrator is made, once. */
async function offerSetup(ownerUrl: string, origin: string, now: Date): Promise<void> {
  const token = await withClient(ownerUrl, (client) => createSetupLink(client, now));
  if (token) console.log(`setup ${origin}/setup#${token}`);
}

try {
  const settings = readSettings();
  refuseWeak(settings);
  await runHouse(settings, { create: false }, async (services, database) => {
    await refuseDemoData(database.ownerUrl);
    await offerSetup(database.ownerUrl, settings.origin, services.clock.now());
  });
} catch (error) {
  failStart(error);
}
