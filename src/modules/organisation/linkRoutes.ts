import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import { parse, requireActor } from "../../platform/http.ts";
import { Problem, refuseIf } from "../../platform/problem.ts";
import { todayIn } from "../../platform/time/instant.ts";
import { refuseNewPassword } from "./breachedPasswords.ts";
import { LinkView, ReadLink, UseInvitation, UseRecovery, UseSetupLink } from "./contract.ts";
import { atDoor, digest } from "./door.ts";
import { refuseSharedName } from "./rules.ts";
import { hashPassword, isPassword, spendCode } from "./session.ts";
import { rolesWithSecondFactor } from "./setup.ts";
import { guessed, tryGuess } from "./throttle.ts";

type InvitationFacts = {
  organisationId: string;
  organisationName: string;
  id: string;
  login: string;
  displayName: string;
  accountId: string | null;
  passwordHash: string | null;
};
type RecoveryFacts = {
  organisationId: string;
  organisationName: string;
  id: string;
  accountId: string;
  login: string;
  kind: "PASSWORD" | "SECOND_FACTOR" | "BOTH";
  confirmed: boolean;
  passwordHash: string;
  totpSealed: Buffer | null;
};

/** Doors of one-time links: the first administrator's, an invitation's, a recovery's. The token comes in the body, never in an address. */
export function linkRoutes(app: FastifyInstance, services: Services): void {
  const nowText = () => services.clock.now().toISOString();
  const unknown = () => new Problem("not_found", "link.unknown");
  /** Wrong tokens are counted by address. */
  const found = async <T>(request: FastifyRequest, facts: () => Promise<T | undefined>): Promise<T> => {
    const attempt = await tryGuess(services, [guessed("address", request.ip)]);
    const fact = await facts();
    if (fact === undefined) throw unknown();
    await attempt.undo();
    return fact;
  };
  const findInvitation = (request: FastifyRequest, token: string) =>
    found(request, async () => {
      const { rows } =
        await sql<InvitationFacts>`select organisation_id, organisation_name, id, login, display_name, account_id, password_hash
        from invitation_facts(${digest(token)}, ${nowText()})`.execute(services.db);
      return rows[0];
    });
  const findRecovery = (request: FastifyRequest, token: string) =>
    found(request, async () => {
      const { rows } =
        await sql<RecoveryFacts>`select organisation_id, organisation_name, id, account_id, login, kind, confirmed, password_hash, totp_sealed
        from recovery_facts(${digest(token)}, ${nowText()})`.execute(services.db);
      return rows[0];
    });

  const accept = (
    request: FastifyRequest,
    token: string,
    { organisationId, id }: InvitationFacts,
    accountId: string,
    hash: string | null,
  ) =>
    atDoor(services, { organisationId, accountId, requestId: request.id }, async (tx, audit) => {
      const { rows } = await sql<{
        made: boolean;
      }>`select invitation_accept(${digest(token)}, ${accountId}, ${hash}, ${nowText()}) as made`.execute(tx);
      if (!rows[0]?.made) throw unknown();
      await audit({ action: "invitation.accept", outcome: "done", objectType: "invitation", objectId: id });
    });

  app.post("/api/setup", async (request, reply) => {
    const wanted = parse(UseSetupLink, request.body, "");
    refuseIf([
      refuseNewPassword(wanted.password, { login: wanted.login, secondFactor: false }),
      refuseSharedName(wanted.displayName),
    ]);
    const attempt = await tryGuess(services, [guessed("address", request.ip)]);
    const organisationId = randomUUID();
    const accountId = randomUUID();
    const hash = await hashPassword(wanted.password);
    const today = todayIn(services.clock.now(), "Europe/Warsaw");
    await atDoor(services, { organisationId, accountId, requestId: request.id }, async (tx, audit) => {
      const { rows } = await sql<{
        made: boolean;
      }>`select setup_use(${digest(wanted.token)}, ${nowText()}, ${today}, ${organisationId},
        ${wanted.organisationName}, ${wanted.shortName}, ${wanted.kind}, ${[...rolesWithSecondFactor]}::text[], ${accountId},
        ${wanted.login}, ${hash}, ${wanted.displayName}) as made`.execute(tx);
      if (!rows[0]?.made) throw unknown();
      services.keys.fingerprintOf(organisationId, true); // the new organisation's own key
      await sql`insert into person_number (organisation_id, last_no) values (${organisationId}, 0)`.execute(tx);
      await audit({ action: "organisation.set-up", outcome: "done", objectType: "account", objectId: accountId });
    });
    await attempt.undo();
    return reply.code(204).send();
  });

  app.post("/api/invitation/facts", async (request) => {
    const { token } = parse(ReadLink, request.body, "");
    const facts = await findInvitation(request, token);
    return LinkView.parse({ ...facts, kind: null });
  });

  // The same answer whether or not there is an account of this login: a new one gets this password, one that is there keeps
  // its own, and the invitation is taken only when this is it. Nobody's invitation opens somebody else's account.
  app.post("/api/invitation", async (request, reply) => {
    const { token, password } = parse(UseInvitation, request.body, "");
    const facts = await findInvitation(request, token);
    refuseIf([refuseNewPassword(password, { login: facts.login, secondFactor: false })]);
    const attempt = await tryGuess(services, [guessed("link", token)]);
    const hash = await hashPassword(password);
    const mine = await isPassword(facts.passwordHash ?? undefined, password);
    if (facts.accountId !== null && !mine) return reply.code(204).send();
    await attempt.undo();
    await accept(request, token, facts, facts.accountId ?? randomUUID(), facts.accountId === null ? hash : null);
    return reply.code(204).send();
  });

  // Somebody who is signed in takes the invitation for the account they are in, and for no other.
  app.post("/api/invitation/mine", async (request, reply) => {
    const { accountId } = requireActor(request);
    const { token } = parse(ReadLink, request.body, "");
    const facts = await findInvitation(request, token);
    if (facts.accountId !== accountId) throw new Problem("refused", "invitation.for_another");
    await accept(request, token, facts, accountId, null);
    return reply.code(204).send();
  });

  app.post("/api/recovery/facts", async (request) => {
    const { token } = parse(ReadLink, request.body, "");
    const facts = await findRecovery(request, token);
    if (!facts.confirmed) throw new Problem("refused", "recovery.not_confirmed");
    return LinkView.parse({ ...facts, displayName: null });
  });

  app.post("/api/recovery", async (request, reply) => {
    const { token, password, code } = parse(UseRecovery, request.body, "");
    const facts = await findRecovery(request, token);
    if (!facts.confirmed) throw new Problem("refused", "recovery.not_confirmed");
    const { accountId, organisationId, kind } = facts;
    const keepsFactor = kind === "PASSWORD" && facts.totpSealed !== null;
    if (kind !== "SECOND_FACTOR")
      refuseIf([refuseNewPassword(password, { login: facts.login, secondFactor: keepsFactor })]);
    if (keepsFactor && !code) throw new Problem("refused", "recovery.code_needed");
    const attempt = await tryGuess(services, [guessed("link", token)]);
    if (kind === "SECOND_FACTOR" && !(await isPassword(facts.passwordHash, password)))
      throw new Problem("refused", "password.wrong");
    if (keepsFactor && facts.totpSealed && code)
      if ((await spendCode(services, accountId, facts.totpSealed, code)) !== "right")
        throw new Problem("refused", "factor.wrong_code");
    await attempt.undo();
    const hash = kind === "SECOND_FACTOR" ? null : await hashPassword(password);
    await atDoor(services, { organisationId, accountId, requestId: request.id }, async (tx, audit) => {
      const { rows } = await sql<{
        done: boolean;
      }>`select recovery_use(${digest(token)}, ${hash}, ${kind !== "PASSWORD"}, ${nowText()}) as done`.execute(tx);
      if (!rows[0]?.done) throw unknown();
      await audit({
        action: "account.recover",
        outcome: "done",
        objectType: "account",
        objectId: accountId,
        detail: { recovery: facts.id, kind },
      });
    });
    return reply.code(204).send();
  });
}
