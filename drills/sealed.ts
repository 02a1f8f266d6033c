import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDatabase } from "../src/app/database.ts";
import { loadDemoOnce } from "../src/app/demo/loadDemo.ts";
import { openServices } from "../src/app/house.ts";
import { houseServer } from "../src/app/server.ts";
import { readSettings } from "../src/app/settings.ts";
import { closeDocuments } from "../src/platform/documents/renderPdf.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import type { Drill } from "./run.ts";

const password = "Powrot-demo-2026";
/** What is written through commands and must stand nowhere in clear. */
const canaries = {
  pesel: "90010112349",
  otherId: "KNRK-DOKUMENT-71",
  health: "kanarek-zdrowie siedemnaście",
  situation: "kanarek-sytuacja osiemnaście",
  goal: "kanarek-cel dziewiętnaście",
  step: "kanarek-krok dwadzieścia",
  note: "kanarek-notatka dwadzieścia jeden",
  street: "kanarek-rana dwadzieścia dwa",
};

/**
 * Writes sealed things through the commands, then looks for them in every table as text, in every file of the cluster (write-ahead
 * log and server log of the database included) and in the server's own log (C63, C64).
 * `--break` puts one of them in clear into a person's alias: then the drill must find it.
 */
export const sealedDrill: Drill = async ({ broken }) => {
  const dataDir = await mkdtemp(join(tmpdir(), "powrot-sealed-"));
  const settings = readSettings({ POWROT_DATA_DIR: dataDir, PORT: "0" });
  const log: string[] = [];
  const database = await openDatabase(settings);
  const services = openServices(settings, database, { create: true });
  const server = await houseServer(services, {
    origin: settings.origin,
    logLevel: "trace",
    log: { write: (line) => log.push(line) },
  });
  const owner = new pg.Client(database.ownerUrl);
  try {
    await owner.connect();
    await loadDemoOnce(settings, services, database);
    const send = async (url: string, payload: unknown, token?: string) => {
      const bearer = token ? { authorization: `Bearer ${token}` } : {};
      const headers = { "x-powrot": "1", "content-type": "application/json", ...bearer };
      const answer = await server.inject({ method: "POST", url, headers, payload: JSON.stringify(payload) });
      if (answer.statusCode >= 300)
        throw new Error(`${url}: ${answer.statusCode} ${answer.json<{ code?: string }>().code}`);
      return answer;
    };
    const signIn = async (login: string) => {
      const { token } = (await send("/api/session", { login, password, kind: "token" })).json<{ token: string }>();
      const me = await server.inject({ url: "/api/session", headers: { authorization: `Bearer ${token}` } });
      return { token, ...me.json<{ account: { id: string }; unitIds: string[] }>() };
    };
    const act = (token: string, type: string, payload: unknown) =>
      send(
        `/api/commands/${type}`,
        { id: uuidv7(), v: 1, occurredAt: services.clock.now().toISOString(), payload },
        token,
      );
    const secrets = await writeCanaries(await signIn("anna"), await signIn("marta"), act, send);
    if (broken)
      await owner.query("update person set alias = $1 where id = (select id from person limit 1)", [canaries.health]);
    await owner.query("select pg_switch_wal()");
    await owner.query("checkpoint");
    const shown = await owner.query<{ place: string }>("select current_setting('data_directory') as place");
    const place = shown.rows[0]?.place ?? dataDir;
    const needles = [...Object.values(canaries), ...secrets];
    const { tables, hits: inTables } = await searchTables(owner, needles);
    const { files, hits: inFiles } = await searchFiles([...new Set([dataDir, place])], needles);
    const inLog = needles
      .filter((needle) => log.join("\n").includes(needle))
      .map((needle) => `log: ${needle.slice(0, 14)}…`);
    const hits = [...inTables, ...inFiles, ...inLog];
    for (const hit of hits) console.log(hit);
    return {
      held: hits.length === 0,
      figures: { canaries: needles.length, tables, files, logLines: log.length, hits: hits.length },
    };
  } finally {
    await owner.end();
    await server.close();
    await services.db.destroy();
    await closeDocuments();
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

type Session = { token: string; account: { id: string }; unitIds: string[] };
type Act = (token: string, type: string, payload: unknown) => Promise<unknown>;
type Send = (url: string, payload: unknown, token?: string) => Promise<{ json<T>(): T }>;

/** Answers what the house made secret itself: the authenticator's secret. */
async function writeCanaries(anna: Session, marta: Session, act: Act, send: Send): Promise<string[]> {
  const [personId, caseId, planId] = [uuidv7(), uuidv7(), uuidv7()];
  const today = new Date().toISOString().slice(0, 10);
  const fields = { firstName: "Próba", lastName: "Pieczęci", otherIdNumber: canaries.otherId };
  const pesel = { pesel: canaries.pesel, peselNeedsChecking: true };
  await act(anna.token, "person.record", { personId, unitId: anna.unitIds[0], fields, ...pesel });
  await act(anna.token, "case.open", { caseId, personId, unitId: anna.unitIds[0], openedOn: today, leaderId: null });
  const content = { codes: [], until: null, text: canaries.health };
  await act(anna.token, "person.write-section", { personId, section: "HEALTH", content });
  const plan = {
    kind: "IPWB",
    preparedSide: "SHELTER",
    implementer: "SHELTER",
    startOn: today,
    endOn: `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}01`,
  };
  const words = { situation: canaries.situation, commitments: "", noHousingGoalReason: null, noWorkGoalReason: null };
  const means = {
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    responsibleBodies: [],
    supportMeans: ["SOCIAL_WORK"],
  };
  await act(anna.token, "plan.draft", { planId, caseId, ...plan, ...words, ...means });
  const goal = { goalId: uuidv7(), base: null, sphere: "HOUSING", text: canaries.goal, measure: "umowa", dueOn: null };
  await act(anna.token, "plan.set-goals", { planId, goals: [goal], removed: [] });
  const card = {
    contactAt: new Date(Date.now() - 3_600_000).toISOString(),
    siteId: null,
    placeText: "park",
    workerIds: [marta.account.id],
    sex: "F",
    ageBand: "30_39",
    actions: ["CONVERSATION"],
    health: { observations: [], substance: null, note: canaries.street },
    nextStep: { text: canaries.step, dueOn: null },
    note: canaries.note,
  };
  await act(marta.token, "contact.record", {
    contactId: uuidv7(),
    person: { personId: uuidv7(), alias: "Próba" },
    card,
  });
  const { secret } = (await send("/api/session/totp", { password }, anna.token)).json<{ secret?: string }>();
  if (!secret) throw new Error("the house told no authenticator's secret");
  return [secret];
}

async function searchTables(owner: pg.Client, needles: readonly string[]) {
  const { rows } = await owner.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const hits: string[] = [];
  for (const { name } of rows) {
    const { rows: found } = await owner.query<{ needle: string }>(
      `select distinct n as needle from ${name} t, unnest($1::text[]) n where position(n in t::text) > 0`,
      [needles],
    );
    hits.push(...found.map(({ needle }) => `table ${name}: ${needle.slice(0, 14)}…`));
  }
  return { tables: rows.length, hits };
}

async function searchFiles(folders: readonly string[], needles: readonly string[]) {
  const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const entries = listed.flat().filter((entry) => entry.isFile());
  const hits: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0)); // gone meanwhile
    for (const needle of needles) if (bytes.includes(needle)) hits.push(`file ${path}: ${needle.slice(0, 14)}…`);
  }
  return { files: entries.length, hits };
}
