import type { FullConfig } from "@playwright/test";
import { buildWeb } from "../scripts/build.ts";
import { clearAfterKilledRuns } from "../src/platform/testing/scratch.ts";
import { startHouses, stopHouses, tellOfHouses } from "./house.ts";

/** A house for each worker on a free port, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  await Promise.all([buildWeb(), clearAfterKilledRuns()]);
  const houses = await startHouses(workers);
  tellOfHouses(houses);
  return () => stopHouses(houses);
}
