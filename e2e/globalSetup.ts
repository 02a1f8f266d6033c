import { createServer } from "node:net";
import { startHouse } from "./house.ts";

/** One house for all specs on a free port, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  const house = await startHouse(await freePort(), "16:30");
  process.env.POWROT_E2E_URL = house.url;
  process.env.POWROT_E2E_LOG = house.log;
  return house.stop;
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? done(address.port) : fail(new Error("no port"))));
    });
  });
}
