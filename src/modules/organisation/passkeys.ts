import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import type { AddPasskey, PasskeyAnswer } from "./contract.ts";

/** Loaded at the first passkey: with its certificates it takes as much memory as the whole of the database's driver and Zod. */
const webauthn = () => import("@simplewebauthn/server");

const challengeMinutes = 5;
type Way = "ble" | "cable" | "hybrid" | "internal" | "nfc" | "smart-card" | "usb";

/** The party that passkeys belong to: the host name of the address that people use. */
function partyOf(origin: string): string {
  return new URL(origin).hostname;
}

async function ask(services: Services, challenge: string, accountId: string | null): Promise<void> {
  const until = new Date(services.clock.now().getTime() + challengeMinutes * 60_000).toISOString();
  await sql`select passkey_ask(${challenge}, ${accountId}, ${until})`.execute(services.db);
}

/** The challenge inside a browser's answer, used up. @throws Problem unauthenticated `passkey.too_late` */
async function spendChallenge(services: Services, clientDataJSON: string, accountId: string | null): Promise<string> {
  const challenge = challengeIn(clientDataJSON);
  const { rows } = await sql<{
    ok: boolean;
  }>`select passkey_answer(${challenge}, ${accountId}, ${services.clock.now().toISOString()}) as ok`.execute(
    services.db,
  );
  if (!rows[0]?.ok) throw new Problem("unauthenticated", "passkey.too_late");
  return challenge;
}

function challengeIn(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    if (typeof data === "object" && data !== null && "challenge" in data && typeof data.challenge === "string")
      return data.challenge;
  } catch {
    // not what a browser sends
  }
  throw new Problem("unauthenticated", "passkey.refused");
}

/** What the browser needs to make a passkey for this account. */
export async function passkeyInvitation(
  services: Services,
  origin: string,
  who: { accountId: string; login: string; name: string },
) {
  const { rows: known } = await sql<{
    credentialId: string;
    transports: Way[];
  }>`select credential_id, transports from passkeys_of(${who.accountId})`.execute(services.db);
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: "Powrót",
    rpID: partyOf(origin),
    userID: new Uint8Array(Buffer.from(who.accountId)),
    userName: who.login,
    userDisplayName: who.name,
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
  await ask(services, options.challenge, who.accountId);
  return options;
}

/** Keeps the passkey that the browser made. @throws Problem unauthenticated `passkey.too_late` | `passkey.refused` */
export async function addPasskey(
  services: Services,
  origin: string,
  accountId: string,
  { name, answer }: AddPasskey,
): Promise<string> {
  const expectedChallenge = await spendChallenge(services, answer.response.clientDataJSON, accountId);
  const { transports, ...response } = answer.response;
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response: {
      ...answer,
      response: { ...response, ...(transports ? { transports } : {}) },
      clientExtensionResults: {},
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: partyOf(origin),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!checked?.verified) throw new Problem("unauthenticated", "passkey.refused");
  const { credential } = checked.registrationInfo;
  const now = services.clock.now();
  const id = uuidv7(now.getTime());
  await sql`select passkey_add(${id}, ${accountId}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
    ${transports ?? []}::text[], ${name}, ${now.toISOString()})`.execute(services.db);
  return id;
}

/** What the browser needs to sign in by a passkey; the same for everybody, so that it tells nothing about accounts. */
export async function passkeyQuestion(services: Services, origin: string) {
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: partyOf(origin),
    userVerification: "required",
  });
  await ask(services, options.challenge, null);
  return options;
}

/**
 * Whose passkey this is. `accountId` given: it must be that account's.
 * @throws Problem unauthenticated `passkey.too_late` | `passkey.refused`
 */
export async function findByPasskey(
  services: Services,
  origin: string,
  answer: PasskeyAnswer,
  accountId?: string,
): Promise<{ accountId: string; login: string }> {
  const refused = new Problem("unauthenticated", "passkey.refused");
  const expectedChallenge = await spendChallenge(services, answer.response.clientDataJSON, null);
  const { rows } = await sql<{
    accountId: string;
    login: string;
    disabled: boolean;
    publicKey: Buffer;
    counter: number;
    transports: Way[];
  }>`select account_id, login, disabled, public_key, counter, transports from passkey_find(${answer.id})`.execute(
    services.db,
  );
  const [found] = rows;
  if (!found || found.disabled || (accountId !== undefined && found.accountId !== accountId)) throw refused;
  const { userHandle, ...response } = answer.response;
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await verifyAuthenticationResponse({
    response: {
      ...answer,
      response: { ...response, ...(userHandle ? { userHandle } : {}) },
      clientExtensionResults: {},
    },
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: partyOf(origin),
    credential: {
      id: answer.id,
      publicKey: new Uint8Array(found.publicKey),
      counter: found.counter,
      transports: found.transports,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!checked?.verified) throw refused;
  await sql`select passkey_used(${answer.id}, ${checked.authenticationInfo.newCounter}, ${services.clock.now().toISOString()})`.execute(
    services.db,
  );
  return { accountId: found.accountId, login: found.login };
}
