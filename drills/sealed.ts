import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { commands } from "../src/app/rooms.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { throwawayDatabase } from "./access/database.ts";
import { type Account, type DrillHouse, makeOrganisations, now, openDrillHouse, password } from "./access/house.ts";
import { day, type Ids, inputOf, payloadOf, shapesOf, withTexts } from "./access/inputs.ts";
import { type Maker, makeTarget, newMaker, shareBetween, storeFile } from "./access/world.ts";
import type { Drill } from "./run.ts";
import { fixed, fuller, inClear, mustBeSealed } from "./sealed/texts.ts";

const pesel = "90010112349";
const bankAccount = "61109010140000071219812874";

/**
 * Makes one record of every kind by commands and sends every command about them, with a canary of its own in every free text,
 * then looks for the canaries in every table as text, in every file of the cluster (write-ahead log included) and in the server's log. Found may be only what
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
  const written = new Set<string>();
  const house = withCanaries(plain, given, written);
  try {
    const { organisations, units } = await makeOrganisations(house.owner);
    const maker = await newMaker(house, organisations.home, [units.own]);
    const ids = await makeTarget(house, maker, { unitId: units.own, canary: "Osoba", members: [], closed: false });
    const partner = await newMaker(house, organisations.partner, [units.partner]);
    const makers = new Map([
      ["home", maker],
      ["partner", partner],
    ]);
    await shareBetween(house, makers, organisations, units.partner, [{ ids, sameOrganisation: true }]);
    await carryThrough(house, maker, ids);
    await leadWorkshop(house, maker, ids);
    for (const { token } of [maker.account, maker.second]) await sendEach(house, token, ids);
    await recordPesel(house, maker.account.token, units.own);
    given.set("account.begin-totp secret", await totpSecret(house, maker.account.token));
    written.add("account.begin-totp secret").add("person.record pesel");
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
      ...mustBeSealed.filter((name) => !written.has(name)).map((name) => `never written: ${name}`),
      ...found.map(({ name, place }) => `${place}: ${name}`),
      ...logged.map(([name]) => `log: ${name}`),
    ];
    for (const line of faults) console.log(line);
    const sealed = [...given.keys()].filter((name) => !open.has(name)).length;
    return {
      held: faults.length === 0,
      figures: {
        texts: given.size,
        written: written.size,
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

/** What ends the walk: it takes the sender's session, the place where it works, or the person itself. */
const endings =
  /^(account|authorisation|parameter|phone-work|unit)\.|^(case\.(end|leave-team)|person\.(merge|unmerge)|session\.revoke)$/;

/** Plan and contract to the end of their ways, as their texts come late: reviews, evaluation, annex, ending. */
async function carryThrough(house: DrillHouse, { account, second }: Maker, ids: Ids): Promise<void> {
  const [goalId, fileId] = [uuidv7(), await storeFile(house, account, uuidv7())];
  const work = { goalId, base: null, sphere: "VOCATIONAL", text: "próba", measure: "próba", dueOn: "2027-06-30" };
  const goal = { goalId: uuidv7(), rank: "MAIN", what: "próba", effect: "próba" };
  const duty = { dutyId: uuidv7(), side: "PERSON", what: "próba", dueOn: "2026-12-31" };
  const { rows: duties } = await house.owner.query<{ id: string }>(
    "select id from contract_duty where contract_id = $1",
    [ids.contractId],
  );
  const results = duties.map(({ id }) => ({ dutyId: id, result: "KEPT" }));
  // the description of the programme, whose proposal asks what only the manager may give
  const described = { endOn: "2027-11-21", startOn: day };
  const provisions = [{ provision: "SOCIAL_WORK", body: "próba" }];
  const change = { changeId: uuidv7(), ...described, beyondShelterMeans: true, provisions };
  const steps: [string, Record<string, unknown>, Account?, number?][] = [
    ["plan.set-goals", { goals: [work, { ...work, goalId: uuidv7(), sphere: "HOUSING" }] }],
    ["plan.agree", { personAgrees: true, words: "próba" }],
    ["plan.approve", {}, second],
    ["plan.activate", {}],
    ["plan.return-change", { reason: "próba" }, second],
    ["plan.describe", { ...described, reason: "próba" }],
    ["plan.propose-change", { ...change, reason: "próba" }, account, 2],
    ["plan.approve-change", { changeId: change.changeId }, second],
    ["plan.review", { goals: [{ goalId, outcome: "PARTLY", progress: 50, said: "próba" }] }],
    ["interview.correct", { urgency: "URGENT_2WD" }],
    ["contract.change", { changes: { socialWorkerId: account.id } }],
    ["contract.set-goals", { goals: [goal] }],
    ["contract.agree", {}],
    ["contract.consult", {}],
    ["contract.sign", { signatureId: uuidv7(), signedAs: "PERSON" }],
    ["contract.sign", { signatureId: uuidv7(), signedAs: "OPS" }],
    ["contract.attach-signed-copy", { fileId }],
    ["contract.activate", { activeFrom: day }],
    ["contract.set-contact", { seen: null, phone: "+48600100200" }],
    ["contract.evaluate", { personSaid: "próba", results }],
    ["contract.annex", { duties: [duty] }],
    ["contract.terminate", { note: "próba", reason: "WITHDRAWN_BY_PERSON" }],
    ["plan.close", {}],
  ];
  for (const [type, own, by = account, base = 1] of steps)
    await must(house, by, type, payloadOf(type, ids, own), { base });
  // an advance is answered once: the shape that carries words goes before the one that carries money
  await must(house, account, "benefit.record-advance", payloadOf("benefit.record-advance", ids, {}, 1));
}

/** Somebody else makes a workshop that the account leads, with the person in it, of whom the account then says how they work. */
async function leadWorkshop(house: DrillHouse, { account, second }: Maker, ids: Ids): Promise<void> {
  const own = { ...ids, groupId: uuidv7(), moduleId: uuidv7() };
  const module = { code: "WORKSHOP", name: "Warsztat", form: "GROUP", plannedHours: 10, cadence: null, provider: null };
  const modules = [{ ...module, moduleId: own.moduleId, optional: false }];
  const group = { groupId: own.groupId, modules, leaderIds: [account.id] };
  await must(house, second, "group.record", payloadOf("group.record", own, group));
  const members = [{ memberId: uuidv7(), enrolmentId: ids.enrolmentId, validFrom: day }];
  await must(house, second, "member.add", payloadOf("member.add", own, { members }));
  const opinion = payloadOf("workshop.write-opinion", own, { month: `${day.slice(0, 7)}-01` });
  await must(house, account, "workshop.write-opinion", opinion);
}

async function must(house: DrillHouse, by: Account, type: string, payload: unknown, seen = {}): Promise<void> {
  const body = { id: uuidv7(), v: 1, ...seen, occurredAt: now, payload };
  const answer = await house.send(by.token, "POST", `/api/commands/${type}`, body);
  if (answer.status !== 200) throw new Error(`${type}: ${answer.text}`);
}

/** Every command once more about the same records, in each shape that it may have, refused or not. */
async function sendEach(house: DrillHouse, token: string, ids: Ids): Promise<void> {
  for (const { type } of commands) {
    if (endings.test(type)) continue;
    const { method, path, body } = inputOf(type, "", ids);
    await house.send(token, method, path, body);
    for (let shape = 0; shape < shapesOf(type); shape += 1)
      await house.send(token, method, path, {
        ...Object(body),
        id: uuidv7(),
        payload: payloadOf(type, ids, {}, shape),
      });
  }
}

/** The house, as one that puts a canary into every free text of a command; `written` are those of commands that were done. */
function withCanaries(house: DrillHouse, given: Map<string, string>, written: Set<string>): DrillHouse {
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
      const carried = new Set<string>();
      const payload = withTexts(type, whole, (place, was) => {
        const name = `${type} ${place}`;
        if (fixed.has(name)) return was;
        carried.add(name);
        return canaryOf(name);
      });
      const answer = await house.send(token, method, path, { ...body, payload });
      if (answer.status === 200) for (const name of carried) written.add(name);
      return answer;
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
