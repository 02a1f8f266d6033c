import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import { organisationAccess } from "./access.ts";
import { RevokeSession, SessionLine } from "./contract.ts";

type Row = Omit<SessionLine, "current">;

/** Sessions of one account in this organisation that are not over, newest first. */
async function liveSessions(context: WorkContext, accountId: string): Promise<SessionLine[]> {
  const { rows } = await sql<Row>`select id, kind, user_agent, created_at, seen_at, expires_at from session
    where organisation_id = ${context.actor.organisationId} and account_id = ${accountId} and revoked_at is null and expires_at > ${context.now}
    order by seen_at desc ${atMost}`.execute(context.tx);
  return rows.map((row) => ({
    ...row,
    createdAt: instantOf(row.createdAt),
    seenAt: instantOf(row.seenAt),
    expiresAt: instantOf(row.expiresAt),
    current: row.id === context.actor.sessionId,
  }));
}

/** Ends one session: one's own, or as administrator anybody's of the organisation. @throws Problem not_found `session.not_found` */
async function revokeSession(context: CommandContext, { sessionId }: RevokeSession): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  const { rows } = await sql<{ accountId: string }>`select account_id from session
    where organisation_id = ${organisationId} and id = ${sessionId} and revoked_at is null`.execute(context.tx);
  const [session] = rows;
  const own = session?.accountId === accountId;
  if (!session || !may(context.actor, organisationAccess["session.revoke"], { own }))
    throw new Problem("not_found", "session.not_found");
  await sql`select session_end(${session.accountId}, ${sessionId}, ${organisationId}, ${context.now})`.execute(
    context.tx,
  );
  return {
    ids: { session: sessionId },
    about: { type: "session", id: sessionId },
    detail: { account: session.accountId },
  };
}

const answer = z.object({ sessions: z.array(SessionLine) });

export const sessionCommands = [
  defineCommand({
    type: "session.revoke",
    v: 1,
    summary: "Ends one session",
    payload: RevokeSession,
    verb: organisationAccess["session.revoke"],
    run: revokeSession,
  }),
];

export const sessionQueries = [
  defineQuery({
    name: "session.list-mine",
    method: "GET",
    path: "/sessions/mine",
    summary: "My open sessions in this organisation",
    input: z.strictObject({}),
    answer,
    verb: organisationAccess["account.self"],
    audit: null,
    run: async (context) => ({ sessions: await liveSessions(context, context.actor.accountId) }),
  }),
  defineQuery({
    name: "session.list",
    method: "GET",
    path: "/accounts/:accountId/sessions",
    summary: "Open sessions of a colleague",
    input: z.strictObject({ accountId: z.uuid() }),
    answer,
    verb: organisationAccess["account.write"],
    audit: ({ accountId }) => ({ objectType: "account", objectId: accountId }),
    run: async (context, { accountId }) => {
      const { rows } = await sql`select 1 from membership
        where organisation_id = ${context.actor.organisationId} and account_id = ${accountId}`.execute(context.tx);
      if (rows.length === 0) throw new Problem("not_found", "account.not_found");
      return { sessions: await liveSessions(context, accountId) };
    },
  }),
];
