import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { throwawayDatabase } from "./access/database.ts";
import { type DrillHouse, makeOrganisations, now, openDrillHouse, password } from "./access/house.ts";
import { withTexts } from "./access/inputs.ts";
import { makeTarget, newMaker } from "./access/world.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import type { Drill } from "./run.ts";
import { fixed, fuller, inClear, mustBeSealed } from "./sealed/texts.ts";

const pesel = "90010112349";
const bankAccount = "61109010140000071219812874";

/**
 * Makes one record of every kind by commands, with a canary of its own in every free text, then looks for the canaries in every
 * table as text, in every file of the cluster (write-ahead log included) and in the server's log. Found may be only what
 * `inClear` names; the psychologist's note and conclusion and the situation in a contract must have been written at all (C63, C64).
 * `--break` puts the psychologist's note in clear into a person's alias: then the drill must find it.
 */
export const sealedDrill: Drill = async ({ broken }) => {
  const database = await throwawayDatabase();
  const log: string[] = [];
  const plain = await openDrillHouse(database, (line) => log.push(line));
  const given = new Map([
    ["person.record pesel", pesel],
    ["ipzs.change fields.bankAccount", bankAccount],
  ]);
  const house = withCanaries(plain, given);
  try {
    const { organisations, units } = await makeOrganisations(house.owner);
    const maker = await newMaker(house, organisations.home, [units.own]);
    await makeTarget(house, maker, { unitId: units.own, canary: "Osoba", members: [], closed: false });
    await recordPesel(house, maker.account.token, units.own);
    given.set("account.begin-totp secret", await totpSecret(house, maker.account.token));
    if (broken)
      await house.owner.query("update person set alias = $1 where id = (select id from person limit 1)", [
        given.get("assessment.write-note text"),
      ]);
    await house.owner.query("select pg_switch_wal()");
    await house.owner.query("checkpoint");
    const tables = await searchTables(house.owner, given);
    const files = await searchFiles(database.dataDir, given);
    const logged = [...given].filter(([, needle]) => log.some((line) => line.includes(needle)));
    const open = new Set(Object.values(inClear).flat());
    const found = [...tables.hits, ...files.hits].filter(({ name }) => !open.has(name));
    const faults = [
      ...mustBeSealed.filter((name) => !given.has(name)).map((name) => `never written: ${name}`),
      ...found.map(({ name, place }) => `${place}: ${name}`),
      ...logged.map(([name]) => `log: ${name}`),
    ];
    for (const line of faults) console.log(line);
    const sealed = [...given.keys()].filter((name) => !open.has(name)).length;
    return {
      held: faults.length === 0,
      figures: {
        texts: given.size,
        sealed,
        tables: tables.count,
        files: files.count,
        logLines: log.length,
        faults: faults.length,
      },
    };
  } finally {
    await house.end();
    await database.stop();
  }
};

/** The house, as one that puts a canary into every free text of a command. */
function withCanaries(house: DrillHouse, given: Map<string, string>): DrillHouse {
  const canaryOf = (name: string) => {
    const needle = given.get(name) ?? `kanarek ${given.size + 100} próby`;
    given.set(name, needle);
    return needle;
  };
  return {
    ...house,
    send: async (token, method, path, body) => {
      const type = path.split("/api/commands/")[1];
      if (!type || typeof body !== "object" || body === null || !("payload" in body))
        return house.send(token, method, path, body);
      const whole = fuller[type]?.(body.payload as Record<string, unknown>) ?? body.payload; // a payload is an object
      const payload = withTexts(type, whole, (place, was) =>
        fixed.has(`${type} ${place}`) ? was : canaryOf(`${type} ${place}`),
      );
      return house.send(token, method, path, { ...body, payload });
    },
  };
}

async function recordPesel(house: DrillHouse, token: string, unitId: string): Promise<void> {
  const payload = { personId: uuidv7(), unitId, fields: { alias: "Próba" }, pesel, peselNeedsChecking: true };
  const body = { id: uuidv7(), v: 1, occurredAt: now, payload };
  const answer = await house.send(token, "POST", "/api/commands/person.record", body);
  if (answer.status !== 200) throw new Error(`person.record: ${answer.text}`);
}

/** What the house made secret itself. */
async function totpSecret(house: DrillHouse, token: string): Promise<string> {
  const proven = await house.send(token, "POST", "/api/session/proof", { password });
  const answer = await house.send(token, "POST", "/api/session/totp", JSON.parse(proven.text));
  const { secret } = JSON.parse(answer.text) as { secret?: string };
  if (!secret) throw new Error(`the house told no authenticator's secret: ${answer.status}`);
  return secret;
}

type Found = { count: number; hits: { name: string; place: string }[] };

async function searchTables(owner: pg.Client, given: ReadonlyMap<string, string>): Promise<Found> {
  const { rows } = await owner.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const names = new Map([...given].map(([name, needle]) => [needle, name]));
  const hits: Found["hits"] = [];
  for (const { name: table } of rows) {
    const { rows: found } = await owner.query<{ needle: string }>(
      `select distinct n as needle from ${table} t, unnest($1::text[]) n where position(n in t::text) > 0`,
      [[...names.keys()]],
    );
    hits.push(...found.map(({ needle }) => ({ name: names.get(needle) ?? needle, place: `table ${table}` })));
  }
  return { count: rows.length, hits };
}

async function searchFiles(folder: string, given: ReadonlyMap<string, string>): Promise<Found> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const hits: Found["hits"] = [];
  for (const entry of entries) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0)); // gone meanwhile
    for (const [name, needle] of given) if (bytes.includes(needle)) hits.push({ name, place: `file ${entry.name}` });
  }
  return { count: entries.length, hits };
}
