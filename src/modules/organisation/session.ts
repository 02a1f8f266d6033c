import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../platform/access.ts";
import type { Services } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { OpenByPasskey, OpenSession } from "./contract.ts";
import { atDoor, digest } from "./door.ts";
import { findByPasskey } from "./passkeys.ts";
import { addressHash, guessed, guessesOf, type Try, tryGuess } from "./throttle.ts";
import { findTotpStep } from "./totp.ts";

const timeZone = "Europe/Warsaw";
const longestHours = 12;
const fieldRoles: readonly Role[] = ["OUTREACH_WORKER", "SHELTER_WORKER", "PARTICIPANT", "PARTNER_REFERRER"];
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Minutes without a request after which a browser session asks again. Source: docs, session rules (5 in the field, 15 in offices). */
function idleMinutesOf(actorRoles: readonly Role[]): number {
  return actorRoles.some((role) => fieldRoles.includes(role)) ? 5 : 15;
}

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), argon);
}

let dummyHash: Promise<string> | undefined;

type Facts = {
  accountId: string;
  passwordHash: string;
  totpSealed: Buffer | null;
  hasPasskey: boolean;
  disabled: boolean;
  organisations: { id: string; name: string; shortName: string; secondFactorRoles: string[]; roles: string[] }[];
};

export type SignedIn = { token: string; accountId: string; organisationId: string; expiresAt: Date };

/** Where a request to sign in came from; `origin` is the address that people use, for passkeys. */
export type SignInFrom = { address: string; userAgent: string | null; origin: string; requestId: string | null };

async function findFacts(services: Services, login: string): Promise<Facts | undefined> {
  const { rows } = await sql<Facts>`select account_id, password_hash, totp_sealed, has_passkey, disabled, organisations
    from sign_in_facts(${login}, ${todayIn(services.clock.now(), timeZone)})`.execute(services.db);
  return rows[0];
}

/** Whether this is the password behind the hash; takes the same time when there is none. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummyHash ??= hashPassword("nobody has this password");
  return verify(passwordHash ?? (await dummyHash), password.normalize("NFKC"));
}

/** The time step that the code fits, or undefined. Nothing is used up. */
function stepOf(services: Services, accountId: string, totpSealed: Buffer, code: string): number | undefined {
  const secret = services.keys.decryptFor("accounts", "totp", totpSealed, accountId);
  return findTotpStep(Buffer.from(secret).toString("utf8"), code, services.clock.now());
}

async function spendStep(services: Services, accountId: string, step: number): Promise<"right" | "used"> {
  const { rows } = await sql<{ ok: boolean }>`select totp_use(${accountId}, ${step}) as ok`.execute(services.db);
  return rows[0]?.ok ? "right" : "used";
}

/** Whether the code fits the account's secret now; a code is good once. */
export async function spendCode(
  services: Services,
  accountId: string,
  totpSealed: Buffer,
  code: string,
): Promise<"right" | "wrong" | "used"> {
  const step = stepOf(services, accountId, totpSealed, code);
  return step === undefined ? "wrong" : spendStep(services, accountId, step);
}

/**
 * Opens a session after login, password and, where one is set, the code or the passkey. The same answer and time for unknown logins.
 * @throws Problem unauthenticated `session.wrong_credentials` | `session.code_needed` | `session.organisation_needed`;
 *   throttled `session.throttled` after five failures of one login from one address
 */
export async function openSession(services: Services, wanted: OpenSession, from: SignInFrom): Promise<SignedIn> {
  const login = wanted.login.trim().toLowerCase();
  const attempt = await tryGuess(services, await guessesOf(services, login, from.address));
  const wrong = (code = "session.wrong_credentials") => new Problem("unauthenticated", code);

  const facts = await findFacts(services, login);
  const right = await isPassword(facts?.passwordHash, wanted.password);
  if (!facts || !right || facts.disabled || facts.organisations.length === 0) throw wrong();

  const { accountId, totpSealed, hasPasskey } = facts;
  const secondFactor = totpSealed !== null || hasPasskey;
  let step: number | undefined;
  if (secondFactor) {
    if (wanted.passkey && hasPasskey) await findByPasskey(services, from.origin, wanted.passkey, accountId);
    else if (wanted.code && totpSealed) {
      step = stepOf(services, accountId, totpSealed, wanted.code);
      if (step === undefined) throw wrong();
    } else {
      await attempt.undo();
      throw new Problem("unauthenticated", "session.code_needed", { code: totpSealed !== null, passkey: hasPasskey });
    }
  }
  // a code is used up once it is clear where to: whoever is asked for the organisation sends the same code again
  const organisation = await chosen(attempt, facts, wanted.organisation);
  if (step !== undefined && (await spendStep(services, accountId, step)) === "used") throw wrong("session.code_used");
  await attempt.right();
  return makeSession(services, accountId, organisation.id, { kind: wanted.kind, secondFactor, from });
}

/**
 * Opens a session by a passkey alone: it is something one has, and the device asked who holds it.
 * @throws Problem unauthenticated `passkey.refused` | `passkey.too_late` | `session.organisation_needed`; throttled
 */
export async function openByPasskey(
  services: Services,
  { passkey, organisation: wanted, kind }: OpenByPasskey,
  from: SignInFrom,
): Promise<SignedIn> {
  const attempt = await tryGuess(services, [guessed("address", from.address)]);
  const { login } = await findByPasskey(services, from.origin, passkey);
  const facts = await findFacts(services, login);
  if (!facts || facts.disabled || facts.organisations.length === 0)
    throw new Problem("unauthenticated", "passkey.refused");
  const organisation = await chosen(attempt, facts, wanted);
  await attempt.right();
  return makeSession(services, facts.accountId, organisation.id, { kind, secondFactor: true, from });
}

async function makeSession(
  services: Services,
  accountId: string,
  organisationId: string,
  { kind, secondFactor, from }: { kind: "cookie" | "token"; secondFactor: boolean; from: SignInFrom },
): Promise<SignedIn> {
  const now = services.clock.now();
  const token = randomBytes(32).toString("base64url");
  const id = uuidv7(now.getTime());
  const expiresAt = new Date(now.getTime() + longestHours * 3_600_000);
  await atDoor(services, { organisationId, accountId, requestId: from.requestId }, async (tx, audit) => {
    await sql`select session_open(${id}, ${digest(token)}, ${accountId}, ${organisationId}, ${kind}, ${secondFactor},
      ${from.userAgent}, ${addressHash(from.address)}, ${now.toISOString()}, ${expiresAt.toISOString()})`.execute(tx);
    await audit({ action: "session.open", outcome: "done", objectType: "session", objectId: id });
  });
  return { token, accountId, organisationId, expiresAt };
}

/** @throws Problem unauthenticated: no such organisation of this account, or several; being asked which one is no wrong guess */
async function chosen(
  attempt: Try,
  { organisations }: Facts,
  wanted: string | undefined,
): Promise<Facts["organisations"][number]> {
  const fits = organisations.filter(
    (one) => !wanted || one.id === wanted || one.shortName === wanted || one.name === wanted,
  );
  const [only] = fits;
  if (!only) throw new Problem("unauthenticated", "session.wrong_credentials");
  if (fits.length === 1) return only;
  await attempt.undo();
  throw new Problem("unauthenticated", "session.organisation_needed", {
    organisations: fits.map(({ id, name }) => ({ id, name })),
  });
}

export type LiveSession = {
  actor: Actor;
  organisationName: string;
  language: string;
  idleMinutes: number;
  secondFactorDue: boolean;
};

type ActorRow = {
  sessionId: string;
  kind: "cookie" | "token";
  accountId: string;
  organisationId: string;
  organisationName: string;
  displayName: string;
  language: string;
  seenAt: string;
  userAgent: string | null;
  personId: string | null;
  roles: Role[];
  units: string[];
  authorised: boolean;
  secondFactorDue: boolean;
};

/**
 * Who acts with this token now; null when there is no such session.
 * @throws Problem unauthenticated `session.idle` after too long a pause, `session.other_browser` when the browser changed
 */
export async function findSession(
  services: Services,
  token: string,
  userAgent: string | null,
): Promise<LiveSession | null> {
  const now = services.clock.now();
  const { rows } =
    await sql<ActorRow>`select session_id, kind, account_id, organisation_id, organisation_name, display_name, language, seen_at,
      user_agent, person_id, roles, units, authorised, second_factor_due
    from session_actor(${digest(token)}, ${now.toISOString()}, ${todayIn(now, timeZone)})`.execute(services.db);
  const [row] = rows;
  if (!row) return null;
  const known = row.roles.filter((role) => roles.includes(role));
  const idleMinutes = idleMinutesOf(known);
  const idleMs = now.getTime() - Date.parse(instantOf(row.seenAt));
  if (row.kind === "cookie") {
    if (idleMs > idleMinutes * 60_000) throw new Problem("unauthenticated", "session.idle");
    if (row.userAgent !== userAgent) throw new Problem("unauthenticated", "session.other_browser");
  }
  if (idleMs > 30_000) await sql`select session_seen(${row.sessionId}, ${now.toISOString()})`.execute(services.db);
  return {
    organisationName: row.organisationName,
    language: row.language,
    idleMinutes,
    secondFactorDue: row.secondFactorDue,
    actor: {
      accountId: row.accountId,
      organisationId: row.organisationId,
      displayName: row.displayName,
      roles: known,
      unitIds: row.units,
      personId: row.personId,
      authorised: (row.authorised || known.every((role) => role === "PARTICIPANT")) && !row.secondFactorDue,
      sessionId: row.sessionId,
    },
  };
}

export async function closeSession(services: Services, actor: Actor): Promise<void> {
  await sql`select session_end(${actor.accountId}, ${actor.sessionId}, null, ${services.clock.now().toISOString()})`.execute(
    services.db,
  );
}
