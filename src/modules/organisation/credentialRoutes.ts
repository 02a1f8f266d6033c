import type { FastifyInstance, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "../../platform/access.ts";
import type { AuditEntry } from "../../platform/audit.ts";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { instantOf } from "../../platform/db.ts";
import { parse, requireActor } from "../../platform/http.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { refuseNewPassword } from "./breachedPasswords.ts";
import { AddPasskey, ChangePassword, FactorsView, GiveCode, GiveProof, SpendProof, TotpSecret } from "./contract.ts";
import { atDoor } from "./door.ts";
import { addPasskey, passkeyInvitation } from "./passkeys.ts";
import { giveProof, spendProof } from "./proof.ts";
import { hashPassword, isPassword } from "./session.ts";
import { guessed, tryGuess } from "./throttle.ts";
import { findTotpStep, newTotpSecret } from "./totp.ts";

type Secrets = {
  login: string;
  passwordHash: string;
  totpSealed: Buffer | null;
  totpPendingSealed: Buffer | null;
  passkeys: number;
};

async function secretsOf(services: Services, accountId: string): Promise<Secrets> {
  const { rows } =
    await sql<Secrets>`select login, password_hash, totp_sealed, totp_pending_sealed, passkeys from account_secrets(${accountId})`.execute(
      services.db,
    );
  const [row] = rows;
  if (!row) throw new Problem("unauthenticated", "session.needed");
  return row;
}

/** @throws Problem refused `password.wrong`; throttled after five wrong ones */
async function requirePassword(services: Services, accountId: string, secrets: Secrets, password: string) {
  const attempt = await tryGuess(services, [guessed("account", accountId)]);
  if (!(await isPassword(secrets.passwordHash, password))) throw new Problem("refused", "password.wrong");
  await attempt.right();
}

/** Whether the organisation demands a second factor of this person. */
async function isDemanded(tx: Tx, actor: Actor): Promise<boolean> {
  const { rows } = await sql<{ roles: string[] }>`select second_factor_roles as roles from organisation
    where id = ${actor.organisationId}`.execute(tx);
  return actor.roles.some((role) => rows[0]?.roles.includes(role));
}

/**
 * The doors of one's own password and second factor. They are open while a demanded second factor is still missing, because
 * this is where it is made.
 *
 * An authenticator's secret is made here, kept sealed as pending and told once in an answer that nothing stores; it counts
 * after a code has proven that the person has it.
 */
export function credentialRoutes(origin: string) {
  return (app: FastifyInstance, services: Services): void => {
    const within = <T>(
      request: FastifyRequest,
      actor: Actor,
      run: (tx: Tx, audit: (entry: AuditEntry) => Promise<void>) => Promise<T>,
    ) => atDoor(services, { ...actor, requestId: request.id }, run);
    /** The account behind a proof that was given for this act alone. */
    const proven = async (request: FastifyRequest, { accountId }: Actor) => ({
      ...(await spendProof(services, accountId, parse(SpendProof, request.body, "").proof)),
      ...(await secretsOf(services, accountId)),
    });
    const about = (actor: Actor) => ({ outcome: "done", objectType: "account", objectId: actor.accountId }) as const;

    app.get("/api/session/factors", async (request) => {
      const actor = requireActor(request);
      const { login, totpSealed } = await secretsOf(services, actor.accountId);
      const { rows } = await sql<{ id: string; name: string; createdAt: string; lastUsedAt: string | null }>`
        select id, name, created_at, last_used_at from passkeys_of(${actor.accountId})`.execute(services.db);
      const due = await within(request, actor, (tx) => isDemanded(tx, actor));
      return FactorsView.parse({
        login,
        totp: totpSealed !== null,
        due: due && totpSealed === null && rows.length === 0,
        passkeys: rows.map((row) => ({
          ...row,
          createdAt: instantOf(row.createdAt),
          lastUsedAt: row.lastUsedAt && instantOf(row.lastUsedAt),
        })),
      });
    });

    app.post("/api/session/password", async (request, reply) => {
      const actor = requireActor(request);
      const { password, next } = parse(ChangePassword, request.body, "");
      const secrets = await secretsOf(services, actor.accountId);
      await requirePassword(services, actor.accountId, secrets, password);
      const secondFactor = secrets.totpSealed !== null || secrets.passkeys > 0;
      refuseIf([
        refuseNewPassword(next, { login: secrets.login, secondFactor }),
        next === password ? "password.same" : null,
      ]);
      const hash = await hashPassword(next);
      await within(request, actor, async (tx, audit) => {
        await sql`select account_set(${actor.accountId}, ${hash}, null, null, null)`.execute(tx);
        await sql`select session_end_others(${actor.accountId}, ${actor.sessionId}, ${services.clock.now().toISOString()})`.execute(
          tx,
        );
        await audit({ ...about(actor), action: "account.change-password" });
      });
      return reply.code(204).send();
    });

    app.post("/api/session/proof", async (request) => {
      const { accountId } = requireActor(request);
      const given = parse(GiveProof, request.body, "");
      return giveProof(services, origin, accountId, await secretsOf(services, accountId), given);
    });

    app.post("/api/session/totp", async (request) => {
      const actor = requireActor(request);
      const { login } = await proven(request, actor);
      const secret = newTotpSecret();
      const sealed = services.keys.encryptFor("accounts", "totp", Buffer.from(secret), actor.accountId);
      await within(request, actor, async (tx, audit) => {
        await sql`select totp_pend(${actor.accountId}, ${Buffer.from(sealed)})`.execute(tx);
        await audit({ ...about(actor), action: "account.begin-totp" });
      });
      const label = encodeURIComponent(`Powrót:${login}`);
      return TotpSecret.parse({ secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Powr%C3%B3t` });
    });

    app.post("/api/session/totp/confirmation", async (request, reply) => {
      const actor = requireActor(request);
      const { code } = parse(GiveCode, request.body, "");
      const { totpPendingSealed } = await secretsOf(services, actor.accountId);
      if (!totpPendingSealed) throw new Problem("refused", "factor.not_begun");
      const attempt = await tryGuess(services, [guessed("account", `totp ${actor.accountId}`)]);
      const secret = services.keys.decryptFor("accounts", "totp", totpPendingSealed, actor.accountId);
      const step = findTotpStep(Buffer.from(secret).toString("utf8"), code, services.clock.now());
      if (step === undefined) throw new Problem("refused", "factor.wrong_code");
      await attempt.right();
      await within(request, actor, async (tx, audit) => {
        await sql`select totp_confirm(${actor.accountId}, ${step}), session_strengthen(${actor.sessionId})`.execute(tx);
        await audit({ ...about(actor), action: "account.add-totp" });
      });
      return reply.code(204).send();
    });

    /** @throws Problem refused when the last second factor is demanded, or the password is only long enough beside it */
    const refuseLast = async (tx: Tx, actor: Actor, hasLongPassword: boolean) => {
      if (await isDemanded(tx, actor)) throw new Problem("refused", "factor.demanded");
      if (!hasLongPassword) throw new Problem("refused", "factor.password_short");
    };

    app.post("/api/session/totp/removal", async (request, reply) => {
      const actor = requireActor(request);
      const secrets = await proven(request, actor);
      await within(request, actor, async (tx, audit) => {
        if (secrets.passkeys === 0) await refuseLast(tx, actor, secrets.longPassword);
        await sql`select totp_remove(${actor.accountId})`.execute(tx);
        await audit({ ...about(actor), action: "account.remove-totp" });
      });
      return reply.code(204).send();
    });

    app.post("/api/session/passkeys/options", async (request) => {
      const actor = requireActor(request);
      const { login } = await proven(request, actor);
      return passkeyInvitation(services, origin, { accountId: actor.accountId, login, name: actor.displayName });
    });

    app.post("/api/session/passkeys", async (request) => {
      const actor = requireActor(request);
      const given = parse(AddPasskey, request.body, "");
      const id = await addPasskey(services, origin, actor.accountId, given);
      await within(request, actor, async (tx, audit) => {
        await sql`select session_strengthen(${actor.sessionId})`.execute(tx);
        await audit({ ...about(actor), action: "account.add-passkey", detail: { passkey: id } });
      });
      return { id };
    });

    app.post("/api/session/passkeys/:passkeyId/removal", async (request, reply) => {
      const actor = requireActor(request);
      const { passkeyId } = parse(z.strictObject({ passkeyId: z.uuid() }), request.params, "");
      const secrets = await proven(request, actor);
      await within(request, actor, async (tx, audit) => {
        if (secrets.totpSealed === null && secrets.passkeys === 1) await refuseLast(tx, actor, secrets.longPassword);
        const { rows } = await sql<{
          gone: boolean;
        }>`select passkey_remove(${actor.accountId}, ${passkeyId}) as gone`.execute(tx);
        if (!rows[0]?.gone) throw new Problem("not_found", "passkey.not_found");
        await audit({ ...about(actor), action: "account.remove-passkey", detail: { passkey: passkeyId } });
      });
      return reply.code(204).send();
    });
  };
}
