// `npm start`: the house with the demo world, for a first look and for work on the code.
import { buildWeb } from "../../scripts/build.ts";
import { openDatabase } from "./database.ts";
import { loadDemoOnce } from "./demo/loadDemo.ts";
import { failStart, listen, onSignal, openServices } from "./house.ts";
import { startSealer } from "./sealer.ts";
import { readSettings } from "./settings.ts";

try {
  const settings = readSettings();
  const [database] = await Promise.all([openDatabase(settings), buildWeb()]);
  onSignal(() => database.stop());
  const services = openServices(settings, database, { create: true });
  await loadDemoOnce(settings, services, database);
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
