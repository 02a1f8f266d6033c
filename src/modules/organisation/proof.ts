import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { Problem } from "../../platform/problem.ts";
import type { GiveProof, Proof } from "./contract.ts";
import { findByPasskey } from "./passkeys.ts";
import { longPassword } from "./rules.ts";
import { isPassword, spendCode } from "./session.ts";
import { guessed, tryGuess } from "./throttle.ts";

const goodMinutes = 15;

type Secrets = { passwordHash: string; totpSealed: Buffer | null; passkeys: number };

/**
 * Proves anew who is at a session, before what would outlive it: whoever has stolen the session alone cannot. The proof is told
 * to this page alone and is used up by the act.
 * @throws Problem refused `password.wrong`, `factor.needed` with what the account has, `factor.wrong_code`, `factor.code_used`,
 *   `passkey.refused`; throttled after five wrong ones of either
 */
export async function giveProof(
  services: Services,
  origin: string,
  accountId: string,
  secrets: Secrets,
  { password, code, passkey }: GiveProof,
): Promise<Proof> {
  const { totpSealed, passkeys } = secrets;
  const attempt = await tryGuess(services, [guessed("account", accountId)]);
  if (!(await isPassword(secrets.passwordHash, password))) throw new Problem("refused", "password.wrong");
  await attempt.right();
  if (totpSealed !== null || passkeys > 0) {
    if (!(passkey && passkeys > 0) && !(code && totpSealed))
      throw new Problem("refused", "factor.needed", { code: totpSealed !== null, passkey: passkeys > 0 });
    // counted apart: a right password, here or where it alone is asked for, says nothing of a guessed code
    const second = await tryGuess(services, [guessed("account", `proof ${accountId}`)]);
    if (passkey && passkeys > 0)
      await findByPasskey(services, origin, passkey, accountId).catch((error: unknown) => {
        throw error instanceof Problem ? new Problem("refused", error.code) : error; // the session itself is not over
      });
    else if (code && totpSealed) {
      const told = await spendCode(services, accountId, totpSealed, code);
      if (told !== "right") throw new Problem("refused", told === "used" ? "factor.code_used" : "factor.wrong_code");
    }
    await second.right();
  }
  const proof = `${[...password].length < longPassword ? "s" : "l"}${randomBytes(32).toString("base64url")}`;
  const until = new Date(services.clock.now().getTime() + goodMinutes * 60_000).toISOString();
  await sql`select passkey_ask(${`proof ${proof}`}, ${accountId}, ${until})`.execute(services.db);
  return { proof };
}

/**
 * Uses a proof up; answers whether the password behind it is long enough to stand alone.
 * @throws Problem refused `session.proof_needed` when it is unknown, old, used or another account's
 */
export async function spendProof(
  services: Services,
  accountId: string,
  proof: string,
): Promise<{ longPassword: boolean }> {
  const now = services.clock.now().toISOString();
  const { rows } = await sql<{
    ok: boolean;
  }>`select passkey_answer(${`proof ${proof}`}, ${accountId}, ${now}) as ok`.execute(services.db);
  if (!rows[0]?.ok) throw new Problem("refused", "session.proof_needed");
  return { longPassword: proof.startsWith("l") };
}
