import type { FullConfig } from "@playwright/test";
import { buildWeb } from "../scripts/build.ts";
import { freePort } from "../src/platform/testing/freePort.ts";
import { clearAfterKilledRuns } from "../src/platform/testing/scratch.ts";
import { startHouse, tellOfHouses } from "./house.ts";
import { keepAsMade } from "./way/world.ts";

/** A house for each worker on a free port, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  await Promise.all([buildWeb(), clearAfterKilledRuns()]);
  const houses = await Promise.all(Array.from({ length: workers }, async () => startHouse(await freePort(), "16:30")));
  const stop = async () => {
    await Promise.all(houses.map((house) => house.stop()));
  };
  try {
    for (const { world } of houses) await keepAsMade(world);
  } catch (error) {
    await stop();
    throw error;
  }
  tellOfHouses(houses);
  return stop;
}
