import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../src/app/database.ts";
import { loadDemoOnce } from "../src/app/demo/loadDemo.ts";
import { openServices } from "../src/app/house.ts";
import { commands } from "../src/app/rooms.ts";
import { houseServer } from "../src/app/server.ts";
import { readSettings } from "../src/app/settings.ts";
import { closeDocuments } from "../src/platform/documents/renderPdf.ts";
import { fuzz } from "./fuzz/fuzz.ts";
import type { Drill } from "./run.ts";

const logins = ["anna", "beata", "marta"];
const password = "Powrot-demo-2026";

/**
 * Sends made-up and hostile requests to every operation as three roles of the demo world (`--requests N` each, default 20,000;
 * `--seed S`). `--break` makes one command fall over on what it is sent: then the drill must see it.
 */
export const fuzzDrill: Drill = async ({ words, broken }) => {
  const asked = (name: string, otherwise: number) =>
    words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise;
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-fuzz-"));
  const settings = readSettings({ POWROT_DATA_DIR: dataDir, PORT: "0" });
  const database = await openDatabase(settings);
  const services = openServices(settings, database, { create: true });
  const server = await houseServer(services, {
    origin: settings.origin,
    requestsPerMinute: 10_000_000,
    logLevel: "error",
  });
  try {
    await loadDemoOnce(settings, services, database);
    if (broken)
      for (const command of commands)
        if (command.type === "task.add")
          command.run = async () => {
            throw new TypeError("nobody looked at the input");
          };
    const base = await server.listen({ port: 0, host: "127.0.0.1" });
    const post = (login: string) =>
      server.inject({
        method: "POST",
        url: "/api/session",
        headers: { "x-powrot": "1" },
        payload: { login, password, kind: "token" },
      });
    const senders = await Promise.all(
      logins.map(async (name) => {
        const { token } = (await post(name)).json<{ token: string }>();
        const me = await server.inject({ url: "/api/session", headers: { authorization: `Bearer ${token}` } });
        return {
          name,
          accountId: me.json<{ account: { id: string } }>().account.id,
          signIn: async () => (await post(name)).json<{ token: string }>().token,
        };
      }),
    );
    const { faults, shallow, ...figures } = await fuzz({
      base,
      senders,
      requestsEach: asked("--requests", 20_000),
      seed: asked("--seed", 1),
    });
    for (const fault of faults) console.log(fault);
    if (shallow.length > 0) console.log(`never past the check of their input: ${shallow.join(", ")}`);
    return {
      held: faults.length === 0 && figures.healthP99Ms < 500,
      figures: { ...figures, faults: faults.length, shallow: shallow.length },
    };
  } finally {
    await server.close();
    await services.db.destroy();
    await closeDocuments();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
