import { randomBytes } from "node:crypto";
import type { WorkContext } from "../command.ts";
import { uuidv7 } from "../uuid.ts";
import { type KeyRing, keyRingOf } from "./keyRing.ts";

const purpose = "author.key";

/** A ring over one author's own key: what it seals opens with this key alone. */
export type AuthorKey = { id: string; ring: KeyRing };

/**
 * The actor's own live key; a first one is made. Two at once make one.
 * The key is random, stored wrapped by the organisation's, so that its destruction is the end of what it sealed.
 */
export async function ownAuthorKey(context: WorkContext): Promise<AuthorKey> {
  const { organisationId, accountId } = context.actor;
  const id = uuidv7();
  const wrapped = Buffer.from(context.keys.encryptFor(organisationId, purpose, randomBytes(32), id));
  await context.tx
    .insertInto("authorKey")
    .values({ organisationId, id, authorId: accountId, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const live = await context.tx
    .selectFrom("authorKey")
    .select("id")
    .where("organisationId", "=", organisationId)
    .where("authorId", "=", accountId)
    .where("destroyedAt", "is", null)
    .executeTakeFirstOrThrow();
  const ring = await openAuthorKey(context, live.id);
  if (!ring) throw new Error("a live key is gone");
  return { id: live.id, ring };
}

/** The ring of an author's key; null when the key was destroyed. The caller has checked who asks. */
export async function openAuthorKey(context: WorkContext, keyId: string): Promise<KeyRing | null> {
  return (await openAuthorKeys(context, [keyId])).get(keyId) ?? null;
}

/** The rings of several keys in one statement; a destroyed one is not among them. The caller has checked who asks. */
export async function openAuthorKeys(
  context: WorkContext,
  keyIds: readonly string[],
): Promise<ReadonlyMap<string, KeyRing>> {
  const { organisationId } = context.actor;
  const ids = [...new Set(keyIds)];
  if (ids.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom("authorKey")
    .select(["id", "wrapped"])
    .where("organisationId", "=", organisationId)
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.flatMap(({ id, wrapped }) =>
      wrapped ? [[id, keyRingOf(context.keys.decryptFor(organisationId, purpose, wrapped, id))]] : [],
    ),
  );
}
