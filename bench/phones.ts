import { simulatedLogin } from "../src/app/simulate/simulate.ts";
import { simulatedPassword } from "../src/app/simulate/staff.ts";
import type { Delivered, SealedEntry } from "../src/platform/sync/contract.ts";
import { enrolFarPhone, type FarPhone, sendTo } from "../src/platform/testing/farPhone.ts";
import { uuidv7 } from "../src/platform/uuid.ts";
import { cpuMsOf, cpuMsOfServer } from "./processes.ts";
import { type Server, signIn, type World } from "./world.ts";

const here = (port: number) => sendTo(`http://127.0.0.1:${port}`);

/** A device of the session's account, with its token. */
export async function enrolPhone(port: number, session: string): Promise<FarPhone> {
  const phone = await enrolFarPhone(here(port), { session, password: simulatedPassword }, () => new Date());
  await phone.askToken();
  return phone;
}

/** Ends the devices of earlier runs: an account has ten at most. */
export async function endPhones({ owner }: Pick<World, "owner">): Promise<void> {
  await owner.query(
    "insert into device_revocation (organisation_id, device_id, reason, revoked_at) select organisation_id, id, 'REPLACED', now() from device on conflict do nothing",
  );
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
  await endPhones({ owner });
  const prepared: { token: string; entries: SealedEntry[] }[] = [];
  for (let n = 0; n < phones; n++) {
    const login = simulatedLogin(1 + (n % 50), 0);
    const phone = await enrolPhone(port, await signIn(port, login));
    const { rows } = await owner.query<{ id: string }>("select id from account where login = $1", [login]);
    const entries: SealedEntry[] = [];
    for (let no = 0; no < each; no++)
      entries.push(
        await phone.act("contact.record", {
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
    prepared.push({ token: phone.token(), entries });
  }
  const before = await count();
  const outcomes: Record<string, number> = {};
  let repeats = 0;
  const [application, database] = [cpuMsOf(pid), cpuMsOfServer(postmaster)];
  const start = performance.now();
  await Promise.all(
    prepared.map(async ({ token, entries }) => {
      for (let left = entries; left.length > 0; ) {
        const { status, body } = await here(port)("/sync/deliver", { entries: left.slice(0, 50) }, token);
        if (status === 200) {
          const { results } = body as Delivered;
          const taken = new Set(results.map(({ id }) => id));
          for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
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
