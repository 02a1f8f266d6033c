import { newSigningKey, sealEntry, sealPhoto, sign, signEntry, signingKey } from "../device/crypto.ts";
import type { DeviceToken, Entry, Lease, SealedEntry } from "../sync/contract.ts";
import { uuidv7 } from "../uuid.ts";

export type Told = { status: number; body: Record<string, unknown> };
/** Sends a JSON body to a path below `/api`; `token` may be empty. */
export type Send = (path: string, body: unknown, token: string) => Promise<Told>;
/** What an act offline says beside its payload; the rest is as on a phone with a right clock. */
export type Act = { id?: string; v?: number; base?: number; occurredAt?: string; deviceClock?: string; seq?: number };

/** A device without a screen or a store: what it says to the server is what a real one says. */
export type FarPhone = Awaited<ReturnType<typeof enrolFarPhone>>;

/** Over `fetch`, for a house that listens on the loopback address. */
export const sendTo =
  (origin: string): Send =>
  async (path, body, token) => {
    const answer = await fetch(new URL(`/api${path}`, origin), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-powrot": "1",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Told["body"] };
  };

/**
 * Makes a device of the account whose session and password it is given.
 * @param now the house's clock
 * @throws Error with the server's answer when it is refused
 */
export async function enrolFarPhone(
  send: Send,
  { session, password }: { session: string; password: string },
  now: () => Date,
  deviceId = uuidv7(),
) {
  const { publicKey, privateKey } = await newSigningKey();
  const key = await signingKey(privateKey);
  const { proof } = (await send("/session/proof", { password }, session)).body;
  const enrolled = await send("/devices", { deviceId, name: "telefon", signingKey: publicKey, proof }, session);
  if (enrolled.status !== 200) throw new Error(`no phone: ${JSON.stringify(enrolled)}`);
  const lease = enrolled.body as Lease;
  let token = "";
  let count = 0;
  return {
    deviceId,
    lease,
    token: () => token,
    /** Answers the server's question by the signature, and keeps the token. */
    async askToken(): Promise<Told> {
      const asked = await send("/sync/challenge", { deviceId }, "");
      if (asked.status !== 200) return asked;
      const { body } = asked;
      const challenge = String(body.challenge);
      const signature = await sign(key, `powrot.device|${deviceId}|${challenge}`);
      const answer = await send("/sync/token", { deviceId, challenge, signature }, "");
      if (answer.status === 200) token = (answer.body as DeviceToken).token;
      return answer;
    },
    /** A picture as it leaves the phone. */
    sealPhoto: (id: string, picture: Uint8Array) =>
      sealPhoto(lease.sealingKey, key, { deviceId, id, bytes: Uint8Array.from(picture) }),
    /** Does something offline: signed and sealed, not sent. */
    async act(type: string, payload: unknown, over: Act = {}): Promise<SealedEntry> {
      count += 1;
      const at = now().toISOString();
      const { id = uuidv7(), v = 1, base, occurredAt = at, deviceClock = at, seq = count } = over;
      const entry: Entry = { f: 1, id, type, v, occurredAt, deviceId, deviceSeq: seq, deviceClock, payload };
      if (base !== undefined) entry.base = base;
      return { id, deviceId, sealed: await sealEntry(lease.sealingKey, await signEntry(key, entry)) };
    },
  };
}
