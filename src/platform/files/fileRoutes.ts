import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, type Reach, type Role, roles } from "../access.ts";
import { type AnyCommand, defineCommand, runCommand, type Services, type WorkContext } from "../command.ts";
import { openGate } from "../gate.ts";
import { originOf, parse, requireActor } from "../http.ts";
import { onConstraint, Problem } from "../problem.ts";
import { hoursAfter } from "../time/instant.ts";
import type { PutOptions } from "./fileStore.ts";

onConstraint("stored_file_key", "conflict", "record.id_taken");

const largestBytes = 15 * 1024 * 1024;
/** What one account may bring in 24 hours: a day at the scanner fits, a disk does not. */
const dailyBytes = 1024 * 1024 * 1024;
/** Everybody who works here may bring a file; who may open it is decided by the record it is attached to. */
const storers = Object.fromEntries(roles.map((role): [Role, Reach] => [role, "organisation"]));

const StoreFile = z.strictObject({ fileId: z.uuid(), sha256: z.string() });

/** `file.store` for the bytes of one request: the content stands beside the payload, its hash in it. */
export function storeCommand(bytes: Buffer): AnyCommand {
  return defineCommand({
    type: "file.store",
    v: 1,
    summary: "Stores one file, encrypted",
    payload: StoreFile,
    verb: storers,
    run: async (context, { fileId }) => {
      await storeFile(context, fileId, bytes);
      return { ids: { file: fileId }, about: { type: "file", id: fileId } };
    },
  });
}

type Storing = Pick<WorkContext, "tx" | "now" | "files"> & { actor: Pick<Actor, "organisationId" | "accountId"> };

/**
 * Keeps a file of the actor's.
 * @throws Problem refused `file.*` as the store says, `file.enough_today` | conflict `record.id_taken`
 */
export async function storeFile(context: Storing, fileId: string, bytes: Buffer, options?: PutOptions): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await refuseTooMuch(context, bytes.length);
  const stored = await context.files.put(organisationId, bytes, options);
  const { id: storageName, mediaType, sizeBytes, sha256 } = stored;
  try {
    await context.tx
      .insertInto("storedFile")
      .values({ organisationId, id: fileId, storageName, mediaType, sizeBytes, sha256, uploadedBy: accountId })
      .execute();
  } catch (error) {
    await context.files.remove(organisationId, storageName); // nothing would ever point to it
    throw error;
  }
}

/** @throws Problem refused `file.enough_today` */
async function refuseTooMuch({ tx, actor, now }: Storing, bytes: number): Promise<void> {
  const { rows } = await sql<{ total: number }>`select coalesce(sum(size_bytes), 0)::float8 as total from stored_file
    where organisation_id = ${actor.organisationId} and uploaded_by = ${actor.accountId} and uploaded_at > ${hoursAfter(now, -24)}`.execute(
    tx,
  );
  if ((rows[0]?.total ?? 0) + bytes > dailyBytes) throw new Problem("refused", "file.enough_today");
}

const StoreQuery = z.strictObject({ fileId: z.uuid(), commandId: z.uuid() });

/**
 * `POST /api/files?fileId=…&commandId=…` with the file itself as the body; its type is taken from its content. Files are long to
 * read and to paint: an account has two of them under way, and the others of an account wait before their body is read.
 */
export function fileRoutes(app: FastifyInstance, services: Services): void {
  const bringing = openGate({ atOnce: 2, line: 20, waitMs: 10_000 });
  const storing = openGate({ atOnce: 4, line: 100, waitMs: 20_000 });
  app.register(async (scope) => {
    scope.addHook("preParsing", async (request, reply) => {
      const { accountId } = requireActor(request);
      await new Promise<void>((enter, refused) => {
        const answered = new Promise<void>((done) => {
          if (request.raw.destroyed) done();
          else reply.raw.once("close", done);
        });
        const stay = () => {
          enter();
          return answered;
        };
        bringing.pass(accountId, stay).catch(refused);
      });
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: largestBytes }, (_, body, done) =>
      done(null, body),
    );
    scope.post("/api/files", { bodyLimit: largestBytes }, async (request) => {
      const { fileId, commandId } = parse(StoreQuery, request.query, "");
      const actor = requireActor(request);
      if (!Buffer.isBuffer(request.body)) throw new Problem("refused", "file.empty");
      const payload = { fileId, sha256: createHash("sha256").update(request.body).digest("hex") };
      const envelope = { id: commandId, v: 1, occurredAt: services.clock.now().toISOString(), payload };
      const command = storeCommand(request.body);
      return storing.pass(actor.organisationId, () =>
        runCommand(services, actor, originOf(request), command, envelope),
      );
    });
  });
}

/** A stored file's content. The caller has checked that the actor may open the record it belongs to. */
export async function readStoredFile(
  context: WorkContext,
  fileId: string,
): Promise<{ bytes: Uint8Array; mediaType: string; sha256: string }> {
  const { organisationId } = context.actor;
  const row = await context.tx
    .selectFrom("storedFile")
    .select(["storageName", "mediaType", "sha256"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", fileId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "file.not_found");
  const bytes = await context.files.get(organisationId, { id: row.storageName, sha256: row.sha256 });
  return { bytes, mediaType: row.mediaType, sha256: row.sha256 };
}
