import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWeb } from "../scripts/build.ts";

/** Starts the real house on a data folder of its own, with the demo world, unless `POWROT_E2E_URL` names one that runs. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.POWROT_E2E_URL) return async () => undefined;
  await buildWeb();
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-e2e-"));
  const house = spawn(process.execPath, [new URL("../src/app/start.ts", import.meta.url).pathname], {
    env: { ...process.env, POWROT_DATA_DIR: dataDir, PORT: "4279", POWROT_REQUESTS_PER_MINUTE: "100000" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.env.POWROT_E2E_URL = await readyUrl(house);
  return async () => {
    const ended = new Promise((done) => house.once("exit", done));
    house.kill("SIGTERM");
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
}

function readyUrl(house: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let out = "";
    house.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready?.[1]) done(ready[1]);
    });
    house.once("exit", (code) => fail(new Error(`the house ended with ${code} before it was ready`)));
  });
}
