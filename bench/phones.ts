import { simulatedLogin } from "../src/app/simulate/simulate.ts";
import { newSigningKey, sealEntry, sign, signEntry, signingKey } from "../src/platform/device/crypto.ts";
import type { Delivered, DeviceToken, Lease, SealedEntry } from "../src/platform/sync/contract.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { cpuMsOf, cpuMsOfServer } from "./processes.ts";
import { type Server, signIn, type World } from "./world.ts";

/** A device of a simulated account, with its token: what it sends is what a phone sends. */
export type BenchPhone = {
  token: string;
  seal(type: string, payload: unknown): Promise<SealedEntry>;
};

const post = async <T>(
  port: number,
  path: string,
  token: string,
  body: unknown,
): Promise<{ status: number; body: T }> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-powrot": "1",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
};

export async function enrolPhone(port: number, session: string): Promise<BenchPhone> {
  const { publicKey, privateKey } = await newSigningKey();
  const key = await signingKey(privateKey);
  const deviceId = uuidv7();
  const wanted = { deviceId, name: "bench", signingKey: publicKey };
  const { body: lease, status } = await post<Lease>(port, "/devices", session, wanted);
  if (status !== 200) throw new Error(`no device: ${status} ${JSON.stringify(lease)}`);
  const { body: asked } = await post<{ challenge: string }>(port, "/sync/challenge", "", { deviceId });
  const signature = await sign(key, `powrot.device|${deviceId}|${asked.challenge}`);
  const { body: opened } = await post<DeviceToken>(port, "/sync/token", "", { deviceId, ...asked, signature });
  let seq = 0;
  return {
    token: opened.token,
    seal: async (type, payload) => {
      seq += 1;
      const [id, now] = [uuidv7(), new Date().toISOString()];
      const entry = {
        f: 1,
        id,
        type,
        v: 1,
        occurredAt: now,
        deviceId,
        deviceSeq: seq,
        deviceClock: now,
        payload,
      } as const;
      return { id, deviceId, sealed: await sealEntry(lease.sealingKey, await signEntry(key, entry)) };
    },
  };
}

export type Morning = {
  phones: number;
  entries: number;
  seconds: number;
  /** CPU of one entry. */
  applicationMs: number;
  databaseMs: number;
  repeats: number;
  cards: number;
  outcomes: Record<string, number>;
};

/** The morning after: every phone has 200 cards of the night, and all find the network in the same minute. */
export async function measureMorning(
  { owner, postmaster }: World,
  { port, pid }: Server,
  phones = 60,
  each = 200,
): Promise<Morning> {
  const count = async () =>
    (await owner.query<{ n: number }>("select count(*)::int as n from contact_card")).rows[0]?.n ?? 0;
  const prepared: { token: string; entries: SealedEntry[] }[] = [];
  for (let n = 0; n < phones; n++) {
    const login = simulatedLogin(1 + (n % 50), 0);
    const phone = await enrolPhone(port, await signIn(port, login));
    const { rows } = await owner.query<{ id: string }>("select id from account where login = $1", [login]);
    const entries: SealedEntry[] = [];
    for (let no = 0; no < each; no++)
      entries.push(
        await phone.seal("contact.record", {
          contactId: uuidv7(),
          person: no % 4 === 0 ? { personId: uuidv7(), alias: `Nocny ${n} ${no}` } : null,
          card: {
            contactAt: new Date(Date.now() - 3_600_000).toISOString(),
            placeText: "pod zegarem",
            siteId: null,
            workerIds: rows.map(({ id }) => id),
            sex: "M",
            ageBand: "40_49",
            actions: ["CONVERSATION"],
            note: "Rozmowa symulowana",
          },
        }),
      );
    prepared.push({ token: phone.token, entries });
  }
  const before = await count();
  const outcomes: Record<string, number> = {};
  let repeats = 0;
  const [application, database] = [cpuMsOf(pid), cpuMsOfServer(postmaster)];
  const start = performance.now();
  await Promise.all(
    prepared.map(async ({ token, entries }) => {
      for (let left = entries; left.length > 0; ) {
        const { status, body } = await post<Delivered>(port, "/sync/deliver", token, { entries: left.slice(0, 50) });
        if (status === 200) {
          const taken = new Set(body.results.map(({ id }) => id));
          for (const { outcome } of body.results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
          left = left.filter(({ id }) => !taken.has(id));
        } else {
          repeats += 1;
          await new Promise((done) => setTimeout(done, 500 + Math.random() * 1_000));
        }
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const entries = phones * each;
  return {
    phones,
    entries,
    seconds,
    applicationMs: (cpuMsOf(pid) - application) / entries,
    databaseMs: (cpuMsOfServer(postmaster) - database) / entries,
    repeats,
    cards: (await count()) - before,
    outcomes,
  };
}
