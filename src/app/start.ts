// `npm start`: the house with the demo world, for a first look and for work on the code.
import { loadDemoOnce } from "./demo/loadDemo.ts";
import { runHouse } from "./house.ts";
import { readSettings } from "./settings.ts";
import { failStart } from "./startRefusal.ts";

try {
  const settings = readSettings();
  await runHouse(settings, { create: true }, (services, database) => loadDemoOnce(settings, services, database));
} catch (error) {
  failStart(error);
}
