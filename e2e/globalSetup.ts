import { startHouse } from "./house.ts";

/** One house for all specs, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  const house = await startHouse(4279, "16:30");
  process.env.POWROT_E2E_URL = house.url;
  return house.stop;
}
