import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { digest } from "./door.ts";

const windowMinutes = 15;

/** What is counted: one login from one address, an address, an account that gives its password again, a link. */
export type Guessed = { subject: Buffer; most: number };

export function guessed(kind: "pair" | "address" | "account" | "link", text: string): Guessed {
  return { subject: digest(`${kind}|${text}`), most: kind === "address" ? 50 : 5 };
}

/** @throws Problem throttled `session.throttled` after too many failures within 15 minutes and since the last success */
export async function refuseGuessing(services: Services, all: readonly Guessed[]): Promise<void> {
  const since = new Date(services.clock.now().getTime() - windowMinutes * 60_000).toISOString();
  const { rows } = await sql<{ failures: number }>`select sign_in_failures(subject, ${since}) as failures
    from unnest(${all.map(({ subject }) => subject)}::bytea[]) with ordinality as asked (subject, no) order by no`.execute(
    services.db,
  );
  if (rows.some(({ failures }, index) => failures >= (all[index]?.most ?? 0)))
    throw new Problem("throttled", "session.throttled");
}

export async function noteGuess(services: Services, all: readonly Guessed[], succeeded: boolean): Promise<void> {
  const at = services.clock.now().toISOString();
  await sql`select sign_in_note(subject, ${at}, ${succeeded}) from unnest(${all.map(({ subject }) => subject)}::bytea[]) as noted (subject)`.execute(
    services.db,
  );
}
