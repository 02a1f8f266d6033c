import { sql } from "kysely";
import type { Services } from "../../platform/command.ts";
import type { Tx } from "../../platform/db.ts";
import { storeFile } from "../../platform/files/fileRoutes.ts";
import { Problem } from "../../platform/problem.ts";
import type { PhotoPiece, PhotoTaken } from "../../platform/sync/contract.ts";
import { openPhoto } from "../../platform/sync/sealedEntry.ts";
import { hoursAfter } from "../../platform/time/instant.ts";
import { atDoor } from "../organisation/public.ts";
import { type Author, findAuthor } from "./author.ts";
import { mostPhotosAfterEnd } from "./rules.ts";

/**
 * Takes a piece of a picture, whoever brings it; whole, it is opened and kept as its author's file. Nobody sees it before an entry
 * attaches it: so one of a device that was ended is taken too, and what names it waits for a person. One that was altered on the
 * way is wanted again from its first byte.
 * @throws Problem not_found `device.not_found` | conflict `record.id_taken` | refused `file.*`
 */
export async function takePhoto(
  services: Services,
  requestId: string,
  { photoId, deviceId, at, size }: PhotoPiece & { photoId: string },
  part: Buffer,
): Promise<PhotoTaken> {
  const author = await findAuthor(services, deviceId);
  if (!author) throw new Problem("not_found", "device.not_found");
  const { parts } = services.files;
  const { organisationId } = author.actor;
  const taken = { at: size, done: true };
  const door = { ...author.actor, requestId };
  if (await atDoor(services, door, (tx) => isKept(tx, author, photoId))) return taken;
  const came = await parts.add({
    organisationId,
    of: deviceId,
    id: photoId,
    at,
    part: part.subarray(0, Math.max(0, size - at)),
  });
  if (came < size) return { at: came, done: false };
  const sealed = await parts.read(organisationId, deviceId, photoId);
  if (!sealed) return { at: 0, done: false }; // the same came twice at once: asked again, it is there
  const picture = openPhoto(
    services.keys,
    { organisationId, deviceId, signingKey: author.signingKey },
    photoId,
    sealed,
  );
  await parts.remove(organisationId, deviceId, photoId);
  if (!picture) return { at: 0, done: false };
  await atDoor(services, door, async (tx, audit) => {
    if (await isKept(tx, author, photoId)) return;
    await refuseManyAfterEnd(tx, author, services.clock.now().toISOString());
    const context = { tx, files: services.files, actor: author.actor, now: services.clock.now().toISOString() };
    await storeFile(context, photoId, picture, { kinds: ["jpeg", "png", "webp"] });
    const about = { objectType: "file", objectId: photoId, detail: { device: deviceId } };
    await audit({ action: "file.store", outcome: "done", ...about });
  });
  return taken;
}

/** @throws Problem conflict `record.id_taken` when somebody else's file has the id */
async function isKept(tx: Tx, { actor }: Author, photoId: string): Promise<boolean> {
  const file = await tx
    .selectFrom("storedFile")
    .select("uploadedBy")
    .where("organisationId", "=", actor.organisationId)
    .where("id", "=", photoId)
    .executeTakeFirst();
  if (file && file.uploadedBy !== actor.accountId) throw new Problem("conflict", "record.id_taken");
  return file !== undefined;
}

/** @throws Problem refused `file.enough_today` to an ended device that brings more than one has */
async function refuseManyAfterEnd(tx: Tx, { actor, revoked, live }: Author, now: string): Promise<void> {
  if (!revoked && live) return;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from stored_file
    where organisation_id = ${actor.organisationId} and uploaded_by = ${actor.accountId} and uploaded_at > ${hoursAfter(now, -30 * 24)}`.execute(
    tx,
  );
  if ((rows[0]?.count ?? 0) >= mostPhotosAfterEnd) throw new Problem("refused", "file.enough_today");
}
