import { freePort } from "../src/platform/testing/freePort.ts";
import { startHouse } from "./house.ts";

/** One house for all specs on a free port, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  const house = await startHouse(await freePort(), "16:30");
  process.env.POWROT_E2E_URL = house.url;
  process.env.POWROT_E2E_LOG = house.log;
  return house.stop;
}
