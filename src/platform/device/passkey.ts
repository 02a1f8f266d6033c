import { type Bytes, base64url, bytesOf, randomBytes } from "./bytes.ts";
import { DeviceProblem } from "./problem.ts";

/**
 * A passkey as the keeper of a secret (WebAuthn PRF): it proves nothing to the server and works without network. The same
 * passkey and salt derive the same 32 bytes, on the phone's own hardware.
 */
export type PasskeySecret = { way: "passkey"; prf: Bytes; credentialId: string; salt: Bytes };

/** Makes a passkey for this store. Asks the user twice where the first answer has no secret yet. @throws DeviceProblem `device.no_prf` */
export async function makePasskey(label: string): Promise<PasskeySecret> {
  const salt = randomBytes(32);
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: randomBytes(32),
      rp: { name: "Powrót" },
      user: { id: randomBytes(16), name: label, displayName: label },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const credential = publicKeyOf(made);
  const found = prfOf(credential);
  if (!found && credential.getClientExtensionResults().prf?.enabled === false) throw new DeviceProblem("device.no_prf");
  const credentialId = base64url(new Uint8Array(credential.rawId));
  return found ? { way: "passkey", prf: found, credentialId, salt } : askPasskey({ credentialId, salt });
}

/** Asks the passkey for the secret of a store. @throws DOMException when the user calls it off; DeviceProblem `device.no_prf` */
export async function askPasskey({
  credentialId,
  salt,
}: {
  credentialId: string;
  salt: Bytes;
}): Promise<PasskeySecret> {
  const got = await navigator.credentials.get({
    publicKey: {
      challenge: randomBytes(32),
      allowCredentials: [{ type: "public-key", id: bytesOf(credentialId) }],
      userVerification: "required",
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const prf = prfOf(publicKeyOf(got));
  if (!prf) throw new DeviceProblem("device.no_prf");
  return { way: "passkey", prf, credentialId, salt };
}

function publicKeyOf(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new DeviceProblem("device.no_prf");
}

function prfOf(credential: PublicKeyCredential): Bytes | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  return first instanceof ArrayBuffer ? new Uint8Array(first) : Uint8Array.from(new Uint8Array(first.buffer));
}
