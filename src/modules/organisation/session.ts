import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { sql } from "kysely";
import { type Actor, type Role, roles } from "../../platform/access.ts";
import type { Services } from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { OpenSession } from "./contract.ts";
import { findTotpStep } from "./totp.ts";

const timeZone = "Europe/Warsaw";
const longestHours = 12;
const throttleWindowMinutes = 15;
const failuresPerPair = 5;
const failuresPerAddress = 50;
const fieldRoles: readonly Role[] = ["OUTREACH_WORKER", "SHELTER_WORKER", "PARTICIPANT", "PARTNER_REFERRER"];
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Minutes without a request after which a browser session asks again. Source: docs, session rules (5 in the field, 15 in offices). */
export function idleMinutesOf(actorRoles: readonly Role[]): number {
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
  disabled: boolean;
  organisations: { id: string; name: string; shortName: string; secondFactorRoles: string[]; roles: string[] }[];
};

const digest = (text: string) => createHash("sha256").update(text).digest();

export type SignedIn = { token: string; accountId: string; organisationId: string; expiresAt: Date };

/**
 * Opens a session after login, password and, where one is set, the code. The same answer and time for unknown logins.
 * @throws Problem unauthenticated `session.wrong_credentials` | `session.code_needed` | `session.organisation_needed`;
 *   throttled `session.throttled` after five failures of one login from one address
 */
export async function openSession(
  services: Services,
  wanted: OpenSession,
  from: { address: string; userAgent: string | null },
): Promise<SignedIn> {
  const { db } = services;
  const now = services.clock.now();
  const at = now.toISOString();
  const login = wanted.login.trim().toLowerCase();
  const pair = digest(`pair|${login}|${from.address}`);
  const address = digest(`address|${from.address}`);
  const since = new Date(now.getTime() - throttleWindowMinutes * 60_000).toISOString();
  const { rows: counts } = await sql<{
    pair: number;
    address: number;
  }>`select sign_in_failures(${pair}, ${since}) as pair, sign_in_failures(${address}, ${since}) as address`.execute(db);
  const [failures] = counts;
  if (failures && (failures.pair >= failuresPerPair || failures.address >= failuresPerAddress))
    throw new Problem("throttled", "session.throttled");
  const fail = async (code: string) => {
    await sql`select sign_in_note(${pair}, ${at}, false), sign_in_note(${address}, ${at}, false)`.execute(db);
    return new Problem("unauthenticated", code);
  };

  const { rows } = await sql<Facts>`select account_id, password_hash, totp_sealed, disabled, organisations
    from sign_in_facts(${login}, ${todayIn(now, timeZone)})`.execute(db);
  const [facts] = rows;
  dummyHash ??= hashPassword("nobody has this password");
  const right = await verify(facts?.passwordHash ?? (await dummyHash), wanted.password.normalize("NFKC"));
  if (!facts || !right || facts.disabled || facts.organisations.length === 0)
    throw await fail("session.wrong_credentials");

  let secondFactor = false;
  if (facts.totpSealed) {
    if (!wanted.code) throw new Problem("unauthenticated", "session.code_needed");
    const secret = services.keys.decryptFor("accounts", "totp", facts.totpSealed, facts.accountId);
    const step = findTotpStep(Buffer.from(secret).toString("utf8"), wanted.code, now);
    if (step === undefined) throw await fail("session.wrong_credentials");
    const { rows: used } = await sql<{ ok: boolean }>`select totp_use(${facts.accountId}, ${step}) as ok`.execute(db);
    if (!used[0]?.ok) throw await fail("session.code_used");
    secondFactor = true;
  }
  const organisation = chooseOrganisation(facts, wanted.organisation);
  await sql`select sign_in_note(${pair}, ${at}, true)`.execute(db);

  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + longestHours * 3_600_000);
  await sql`select session_open(${uuidv7(now.getTime())}, ${digest(token)}, ${facts.accountId}, ${organisation.id}, ${wanted.kind}, ${secondFactor},
    ${from.userAgent}, ${address}, ${at}, ${expiresAt.toISOString()})`.execute(db);
  return { token, accountId: facts.accountId, organisationId: organisation.id, expiresAt };
}

function chooseOrganisation(facts: Facts, wanted: string | undefined): Facts["organisations"][number] {
  const fits = facts.organisations.filter(
    (one) => !wanted || one.id === wanted || one.shortName === wanted || one.name === wanted,
  );
  const [only] = fits;
  if (!only) throw new Problem("unauthenticated", "session.wrong_credentials");
  if (fits.length > 1)
    throw new Problem("unauthenticated", "session.organisation_needed", {
      organisations: fits.map(({ id, name }) => ({ id, name })),
    });
  return only;
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
  await sql`select session_end(${actor.accountId}, ${actor.sessionId}, ${services.clock.now().toISOString()})`.execute(
    services.db,
  );
}
