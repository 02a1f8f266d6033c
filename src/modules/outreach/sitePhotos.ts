import { sql } from "kysely";
import { z } from "zod";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type WorkContext,
} from "../../platform/command.ts";
import { instantOf } from "../../platform/db.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { endFile } from "../../platform/files/ownFile.ts";
import { onConstraint, Problem, refuseIf } from "../../platform/problem.ts";
import { outreachAccess } from "./access.ts";
import { requireSites } from "./reach.ts";
import { photosOfSiteMost, refusePhoto } from "./rules.ts";
import { PhotographSite, SitePhotoId, SitePhotoLine } from "./workContract.ts";

onConstraint("outreach_site_photo_key", "conflict", "record.id_taken");

/** @throws Problem not_found `site.not_found` | refused `site-photo.no_picture`, `site-photo.enough` | conflict `record.id_taken` */
async function photographSite(context: CommandContext, { photoId, siteId, takenAt }: PhotographSite): Promise<Done> {
  const { organisationId, accountId } = context.actor;
  await requireSites(context, outreachAccess["site-photo.record"], [siteId]);
  const { rows } = await sql<{ isPicture: boolean; count: number }>`select
      exists (select from stored_file f where f.organisation_id = ${organisationId} and f.id = ${photoId}
        and f.uploaded_by = ${accountId} and f.media_type like 'image/%') as is_picture,
      (select count(*)::int from outreach_site_photo n where n.organisation_id = ${organisationId} and n.site_id = ${siteId}) as count`.execute(
    context.tx,
  );
  refuseIf([refusePhoto(rows[0] ?? { isPicture: false, count: 0 })]);
  await context.tx
    .insertInto("outreachSitePhoto")
    .values({ organisationId, id: photoId, siteId, takenAt, recordedBy: accountId })
    .execute();
  return { ids: { photo: photoId, site: siteId }, about: { type: "outreach-site", id: siteId } };
}

/** The site of a picture of the actor's team. @throws Problem not_found `site-photo.not_found` */
async function requirePhoto(
  context: WorkContext,
  verb: Parameters<typeof requireSites>[1],
  photoId: string,
): Promise<string> {
  const row = await context.tx
    .selectFrom("outreachSitePhoto")
    .select("siteId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", photoId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "site-photo.not_found");
  await requireSites(context, verb, [row.siteId]);
  return row.siteId;
}

/**
 * Takes a picture away for good, its file too: most likely somebody is on it after all.
 * @throws Problem not_found `site-photo.not_found`
 */
async function removePhoto(context: CommandContext, { photoId }: SitePhotoId): Promise<Done> {
  const { organisationId } = context.actor;
  const siteId = await requirePhoto(context, outreachAccess["site-photo.remove"], photoId);
  await sql`delete from outreach_site_photo where organisation_id = ${organisationId} and id = ${photoId}`.execute(
    context.tx,
  );
  await endFile(context, photoId);
  return { ids: { photo: photoId }, about: { type: "outreach-site", id: siteId } };
}

/** Pictures of a place of the actor's team, the newest first. @throws Problem not_found `site.not_found` */
async function listPhotos(context: WorkContext, siteId: string): Promise<SitePhotoLine[]> {
  await requireSites(context, outreachAccess["site.read"], [siteId]);
  const { rows } = await sql<SitePhotoLine>`select n.id, n.taken_at, m.display_name as by from outreach_site_photo n
      join membership m on m.organisation_id = n.organisation_id and m.account_id = n.recorded_by
    where n.organisation_id = ${context.actor.organisationId} and n.site_id = ${siteId}
    order by n.taken_at desc, n.id limit ${photosOfSiteMost}`.execute(context.tx);
  return rows.map((row) => ({ ...row, takenAt: instantOf(row.takenAt) }));
}

export const photoCommands = [
  defineCommand({
    type: "site-photo.record",
    v: 1,
    offline: true,
    summary: "Puts a stored picture on the card of a place",
    payload: PhotographSite,
    verb: outreachAccess["site-photo.record"],
    run: photographSite,
  }),
  defineCommand({
    type: "site-photo.remove",
    v: 1,
    summary: "Takes a picture of a place away for good",
    payload: SitePhotoId,
    verb: outreachAccess["site-photo.remove"],
    run: removePhoto,
  }),
];

export const photoQueries = [
  defineQuery({
    name: "site-photo.list",
    method: "GET",
    path: "/outreach/sites/:siteId/photos",
    summary: "Pictures of one place, the newest first",
    input: z.strictObject({ siteId: z.uuid() }),
    answer: z.object({ photos: z.array(SitePhotoLine) }),
    verb: outreachAccess["site.read"],
    audit: null,
    run: async (context, { siteId }) => ({ photos: await listPhotos(context, siteId) }),
  }),
];

export const photoDownloads = [
  defineDownload({
    name: "site-photo.open",
    path: "/outreach/site-photos/:photoId",
    summary: "One picture of a place",
    input: SitePhotoId,
    verb: outreachAccess["site.read"],
    audit: ({ photoId }) => ({ objectType: "site-photo", objectId: photoId }),
    run: async (context, { photoId }) => {
      await requirePhoto(context, outreachAccess["site.read"], photoId);
      const { bytes, mediaType } = await readStoredFile(context, photoId);
      return { bytes, mediaType, name: `${photoId}.${mediaType.slice("image/".length)}` };
    },
  }),
];
