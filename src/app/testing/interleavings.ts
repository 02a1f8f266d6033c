import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { z } from "zod";
import type { Engine } from "../../platform/device/engine.ts";
import { command, secret, testBrowser } from "../../platform/device/testing/testDevice.ts";
import { NetworkTrouble, type Send } from "../../platform/device/wire.ts";
import type { EntryResult } from "../../platform/sync/contract.ts";
import { uuidv7 } from "../../platform/uuid.ts";

/**
 * Two phones of a team and the real server, through random acts, losses, repeats, reorderings, kills and jumps of the clock.
 * What was promised to a user must hold at the end of each run, in whatever order things came to pass.
 */
export type Office = {
  /** What a phone of this member sends: with the device's token where it names one, else with the member's session. */
  sendAs: (member: number) => Send;
  /** A command of the member over the open network. Answers the record's new version. */
  command: (member: number, type: string, payload: unknown, base?: number) => Promise<number | undefined>;
  read: (path: string) => Promise<Record<string, unknown>>;
  /** The member gives the password again. */
  prove: (member: number) => Promise<string>;
  unitId: string;
  siteId: string;
  memberIds: readonly string[];
  nowMs: number;
};

const fields = ["alias", "safeContactNote"] as const;
type Field = (typeof fields)[number];
const item = "WATER";

type Act =
  | { act: "card" | "send" | "loseRequest" | "loseAnswer" | "repeat" | "kill" | "bring" | "right"; phone: number }
  | { act: "edit"; phone: number; field: Field }
  | { act: "stock"; phone: number; change: number }
  | { act: "clock"; phone: number; jumpMs: number }
  | { act: "office"; field: Field };

const hour = 3_600_000;
/** A server on a busy machine says that it is busy: whoever is answered so tries again, here for some ten seconds. */
const mostTries = 100;
const pauseMs = 100;
const phoneOf = fc.nat(1);
const field = fc.constantFrom(...fields);
const jumps = fc.constantFrom(
  -72 * hour,
  -hour,
  -1000,
  90_000,
  2 * hour,
  71 * hour,
  -56 * 365 * 24 * hour,
  73 * 365 * 24 * hour,
);
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ act: fc.constant("card" as const), phone: phoneOf }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constant("edit" as const), phone: phoneOf, field }) },
    {
      weight: 2,
      arbitrary: fc.record({
        act: fc.constant("stock" as const),
        phone: phoneOf,
        change: fc.integer({ min: 1, max: 9 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("clock" as const), phone: phoneOf, jumpMs: jumps }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constant("office" as const), field }) },
    {
      weight: 10,
      arbitrary: fc.record({
        act: fc.constantFrom("send", "loseRequest", "loseAnswer", "repeat", "kill", "bring", "right" as const),
        phone: phoneOf,
      }),
    },
  ),
  { minLength: 6, maxLength: 24 },
);

const File = z.object({ version: z.int(), fields: z.record(z.string(), z.unknown()) });
type Edit = { id: string; phone: number; field: Field; value: string; order: number; base: number };
type Phone = {
  engine: Engine;
  browser: ReturnType<typeof testBrowser>;
  clock: { nowMs: number };
  key: string;
  /** Version that this phone names as the one it saw, also in a second edit before the first is sent. */
  seen: number;
  fault: "request" | "answer" | undefined;
  sent: unknown[];
};

export type Figures = {
  runs: number;
  entries: number;
  edits: number;
  conflicts: number;
  refused: number;
  quarantined: number;
};

/** @throws Error with the acts of the smallest run in which a promise does not hold */
export async function runInterleavings(
  office: Office,
  { runs, seed, shrink = false }: { runs: number; seed: number; shrink?: boolean },
): Promise<Figures> {
  const figures: Figures = { runs: 0, entries: 0, edits: 0, conflicts: 0, refused: 0, quarantined: 0 };
  const answered = new Map<string, EntryResult>();
  let stock = await stockOf(office);

  async function newPhone(member: number): Promise<Phone> {
    const send = office.sendAs(member);
    const clock = { nowMs: office.nowMs };
    const phone: Pick<Phone, "fault" | "sent"> = { fault: undefined, sent: [] };
    const faulty: Send = async (...request) => {
      const [, path, body] = request;
      if (phone.fault === "request") throw new NetworkTrouble(path);
      if (path.endsWith("/deliver")) phone.sent.push(body);
      const answer = await send(...request);
      if (/\/(deliver|results)$/.test(path) && answer.status === 200)
        for (const result of (answer.body as { results: EntryResult[] }).results) // as the contract of the endpoint says
          if (result.outcome !== "received") answered.set(result.id, result);
      if (phone.fault === "answer") throw new NetworkTrouble(path);
      return answer;
    };
    const browser = testBrowser(faulty, clock);
    const engine = await browser.start();
    await engine.enrol({
      label: `Telefon ${member}`,
      secret,
      pin: "2580",
      session: {},
      proof: await office.prove(member),
    });
    return Object.assign(phone, { engine, browser, clock, key: engine.state().deviceId ?? "", seen: 1 });
  }

  const phones = [await newPhone(0), await newPhone(1)] as const;

  async function openAgain(phone: Phone): Promise<void> {
    phone.engine = await phone.browser.start();
    const before = phone.fault;
    phone.fault = undefined; // a lease that a jump of the clock ended is got back where there is network
    let answer = await phone.engine.unlock(phone.key, secret);
    for (let tries = 0; answer !== "open" && tries < mostTries; tries++) {
      await setTimeout(pauseMs);
      answer = await phone.engine.unlock(phone.key, secret);
    }
    phone.fault = before;
    if (answer !== "open") throw new Error(`a phone did not open: ${answer}`);
  }

  async function oneRun(plan: readonly Act[]): Promise<void> {
    const personId = uuidv7();
    await office.command(0, "person.record", { personId, unitId: office.unitId, fields: { alias: "Początek" } });
    const cards = new Map<string, string>();
    const edits: Edit[] = [];
    const changes = new Map<string, number>();
    const byOffice = new Set<Field>();
    const read = async () => {
      const { version, fields: said } = File.parse(await office.read(`/people/${personId}`));
      return { version, said };
    };
    const occurredAt = ({ clock, engine }: Phone) =>
      new Date(clock.nowMs + (engine.state().clockOffsetMs ?? 0)).toISOString();
    const see = async (phone: Phone) => {
      if (phone.engine.state().waiting === 0 && phone.engine.state().trouble === null)
        phone.seen = (await read()).version;
    };
    for (const phone of phones) phone.seen = (await read()).version;

    const steps: { [K in Act["act"]]: (act: Extract<Act, { act: K }>, phone: Phone) => Promise<void> } = {
      card: async (_, phone) => {
        const contactId = uuidv7();
        const at = occurredAt(phone);
        const card = {
          contactAt: at,
          siteId: office.siteId,
          workerIds: office.memberIds,
          sex: "M",
          ageBand: "50_59",
          actions: ["CONVERSATION"],
        };
        const envelope = {
          ...command({ contactId, unitId: office.unitId, person: { personId }, card }),
          occurredAt: at,
        };
        await phone.engine.put("contact.record", envelope, { touches: [`person:${personId}`], label: "Karta" });
        cards.set(contactId, envelope.id);
      },
      edit: async ({ field: of, phone: no }, phone) => {
        const value = `${of} ${uuidv7().slice(-8)}`;
        const base = phone.seen;
        const payload = { personId, fields: { [of]: value } };
        const envelope = { ...command(payload, { base }), occurredAt: occurredAt(phone) };
        await phone.engine.put("person.change", envelope, { touches: [`person:${personId}`], label: "Zmiana" });
        edits.push({ id: envelope.id, phone: no, field: of, value, order: edits.length, base });
      },
      stock: async ({ change }, phone) => {
        const envelope = {
          ...command({ entryId: uuidv7(), unitId: office.unitId, item, change }),
          occurredAt: occurredAt(phone),
        };
        await phone.engine.put("stock.record", envelope, { touches: [], label: "Zapas" });
        changes.set(envelope.id, change);
      },
      clock: async ({ jumpMs }, phone) => {
        phone.clock.nowMs = Math.max(1000, phone.clock.nowMs + jumpMs);
      },
      right: async (_, phone) => {
        phone.clock.nowMs = office.nowMs;
      },
      office: async ({ field: of }) => {
        const value = `${of} biuro ${uuidv7().slice(-8)}`;
        byOffice.add(of);
        await office.command(0, "person.change", { personId, fields: { [of]: value } }, (await read()).version);
      },
      send: async (_, phone) => {
        phone.fault = undefined;
        await phone.engine.syncNow();
        await see(phone);
      },
      loseRequest: async (_, phone) => {
        phone.fault = "request";
        await phone.engine.syncNow();
      },
      loseAnswer: async (_, phone) => {
        await phone.engine.syncNow(); // a token, so that the next answer that gets lost is that of the entries
        phone.fault = "answer";
        await phone.engine.syncNow();
      },
      repeat: async ({ phone: no }, phone) => {
        const old = phone.sent[Math.floor(phone.sent.length / 2)];
        if (old) await office.sendAs(no)("POST", "/api/sync/deliver", old);
      },
      kill: async (_, phone) => openAgain(phone),
      bring: async (_, phone) => {
        phone.fault = undefined;
        await phone.engine.lock();
        await phone.engine.syncNow();
        await openAgain(phone);
      },
    };
    for (const act of plan) {
      const phone = "phone" in act ? phones[act.phone === 1 ? 1 : 0] : phones[0];
      await (steps[act.act] as (given: Act, by: Phone) => Promise<void>)(act, phone); // the table is keyed by the act
    }

    // the night is over: right clocks, network, everything sent
    for (const phone of phones) {
      phone.fault = undefined;
      phone.clock.nowMs = office.nowMs;
      await openAgain(phone);
    }
    const isThrough = async () =>
      (await Promise.all(phones.map(({ engine }) => engine.pending())))
        .flat()
        .every(({ state }) => state !== "waiting");
    for (let round = 0; round < 3 || (round < mostTries && !(await isThrough())); round += 1) {
      if (round >= 3) await setTimeout(pauseMs);
      for (const phone of phones) await phone.engine.syncNow();
    }

    const waiting = (await Promise.all(phones.map(({ engine }) => engine.pending()))).flat();
    const asideOf = (id: string) =>
      waiting.find((one) => one.id === id && (one.state === "refused" || one.state === "behind"));
    const held = (id: string) =>
      answered.get(id)?.outcome === "quarantined" ||
      waiting.some((one) => one.id === id && one.state === "quarantined");
    const faults: string[] = [];
    for (const one of waiting) if (one.state === "waiting") faults.push(`still waits: ${one.type} ${one.id}`);

    const { contacts } = (await office.read(`/people/${personId}/contacts`)) as { contacts: { id: string }[] };
    for (const [contactId, entry] of cards) {
      const times = contacts.filter(({ id }) => id === contactId).length;
      const isElsewhere = asideOf(entry) || held(entry);
      if (times !== 1 && !isElsewhere) faults.push(`card ${contactId} is there ${times} times`);
      if (times > 0 && isElsewhere) faults.push(`card ${contactId} is there and waits for somebody`);
    }
    if (contacts.some(({ id }) => !cards.has(id))) faults.push("a card that nobody recorded");

    for (const [entry, change] of changes) if (!asideOf(entry) && !held(entry)) stock += change;
    const now = await stockOf(office);
    if (now !== stock) faults.push(`stock ${now}, by what was entered ${stock}`);
    stock = now;

    const person = await read();
    const conflicts = edits.length > 0 ? await conflictsOf(office, personId) : [];
    for (const edit of edits) {
      const seen = person.said[edit.field] === edit.value || conflicts.includes(edit.value);
      const isFollowed = follows(edit, edits, answered);
      if (!seen && !asideOf(edit.id) && !held(edit.id) && !isFollowed && !followedByOffice(edit, answered, person.said))
        faults.push(`the value "${edit.value}" is nowhere: ${JSON.stringify(answered.get(edit.id))}`);
    }
    for (const of of fields) {
      const own = edits.filter((edit) => edit.field === of);
      const isAlone = !byOffice.has(of) && new Set(own.map(({ phone }) => phone)).size === 1;
      if (isAlone && own.some(({ id }) => answered.get(id)?.outcome === "kept"))
        faults.push(`one phone alone is in conflict with itself about ${of}`);
    }
    figures.runs += 1;
    figures.entries += cards.size + edits.length + changes.size;
    figures.edits += edits.length;
    figures.conflicts += conflicts.length;
    figures.refused += waiting.filter(({ state }) => state === "refused" || state === "behind").length;
    figures.quarantined += waiting.filter(({ state }) => state === "quarantined").length;
    for (const phone of phones) {
      phone.sent = [];
      const atOffice = (await phone.engine.pending()).filter(({ state }) => state === "quarantined");
      await phone.browser.store().changeEntries(
        [],
        atOffice.map(({ id }) => id),
      );
      for (const one of await phone.engine.pending()) if (one.state === "refused") await phone.engine.discard(one.id);
      for (const one of await phone.engine.pending())
        if (one.state === "behind" || one.state === "waiting")
          await phone.engine.discard(one.id).catch(() => undefined);
      await phone.engine.syncNow();
    }
    if (faults.length > 0) throw new Error(faults.join("\n"));
  }

  await fc.assert(fc.asyncProperty(acts, oneRun), { numRuns: runs, seed, endOnFailure: !shrink });
  return figures;
}

/** Somebody who had this value before their eyes wrote another one. */
function follows(edit: Edit, edits: readonly Edit[], answered: ReadonlyMap<string, EntryResult>): boolean {
  const version = answered.get(edit.id)?.version ?? Number.POSITIVE_INFINITY;
  return edits.some(
    (other) =>
      other.field === edit.field &&
      (answered.get(other.id)?.outcome === "done" || answered.get(other.id)?.outcome === "kept") &&
      ((other.phone === edit.phone && other.order > edit.order) || other.base >= version),
  );
}

/** The office reads before it writes: what it wrote over it had seen. */
function followedByOffice(
  edit: Edit,
  answered: ReadonlyMap<string, EntryResult>,
  person: Record<string, unknown>,
): boolean {
  return answered.get(edit.id)?.outcome === "done" && String(person[edit.field]).includes("biuro");
}

async function stockOf(office: Office): Promise<number> {
  const { items } = (await office.read("/outreach/stock")) as { items: { item: string; left: number }[] };
  return items.find((line) => line.item === item)?.left ?? 0;
}

/** Values that wait in a conflict of the person, of whichever side. */
async function conflictsOf(office: Office, personId: string): Promise<unknown[]> {
  const { conflicts } = await office.read(`/conflicts?recordId=${personId}`);
  return (conflicts as { mine: unknown; theirs: unknown }[]).flatMap(({ mine, theirs }) => [mine, theirs]);
}
