import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below what systems hand out to callers by themselves (from 32768): no connection takes it before who asked listens on it. */
const from = 20_000;
const to = 30_000;

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(from, to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((done) => {
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}
