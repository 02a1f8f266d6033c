import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { digest } from "./door.ts";

const windowMinutes = 15;
const knownDays = 90;

/**
 * What is counted, and how many failures within 15 minutes are allowed: one login from one address, an address, a login from
 * all places where it is a stranger, an account that gives its password again, a link.
 */
const allowed = { pair: 5, address: 50, login: 30, account: 5, link: 5 } as const;
type Kind = keyof typeof allowed;

export type Guessed = { kind: Kind; subject: Buffer };

export function guessed(kind: Kind, text: string): Guessed {
  return { kind, subject: digest(`${kind}|${text}`) };
}

/** How an address is kept beside a session: never as it is. */
export function addressHash(address: string): Buffer {
  return digest(`address|${address}`);
}

/**
 * What a sign-in from this address is counted as. A siege of one login from many addresses closes it for strangers only:
 * an address from which the login has come in before is not counted with them. Source: docs/threat-model.md C55
 */
export async function guessesOf(services: Services, login: string, address: string): Promise<Guessed[]> {
  const since = new Date(services.clock.now().getTime() - knownDays * 86_400_000).toISOString();
  const { rows } = await sql<{
    known: boolean;
  }>`select sign_in_known(${login}, ${addressHash(address)}, ${since}) as known`.execute(services.db);
  const here = [guessed("pair", `${login}|${address}`), guessed("address", address)];
  return rows[0]?.known ? here : [...here, guessed("login", login)];
}

/** A try that counts as a wrong one until it is said to be right, or to have been no guess at all. */
export type Try = { right(): Promise<void>; undo(): Promise<void> };

/**
 * Counts a try before anything is looked at, so that a thousand sent at once are not a thousand guesses.
 * @throws Problem throttled `session.throttled` after too many failures within 15 minutes and since the last success
 */
export async function tryGuess(services: Services, all: readonly Guessed[]): Promise<Try> {
  const now = services.clock.now();
  const at = now.toISOString();
  const since = new Date(now.getTime() - windowMinutes * 60_000).toISOString();
  const subjects = all.map(({ subject }) => subject);
  const { rows } = await sql<{ go: boolean }>`select sign_in_claim(${subjects}::bytea[],
    ${all.map(({ kind }) => allowed[kind])}::int[], ${at}, ${since}) as go`.execute(services.db);
  if (!rows[0]?.go) throw new Problem("throttled", "session.throttled");
  const undo = async () => {
    await sql`select sign_in_unclaim(${subjects}::bytea[], ${at})`.execute(services.db);
  };
  return {
    undo,
    right: async () => {
      await undo();
      // one right password clears its own pair; it says nothing of the others at this address or of a siege from elsewhere
      for (const { kind, subject } of all)
        if (kind !== "address" && kind !== "login")
          await sql`select sign_in_note(${subject}, ${at}, true)`.execute(services.db);
    },
  };
}
