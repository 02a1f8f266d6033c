import { sql } from "kysely";
import { atMost } from "../../platform/atMost.ts";
import type { CommandContext, GivenFile, WorkContext } from "../../platform/command.ts";
import { extensionOf } from "../../platform/files/fileKind.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { requireOwnFile } from "../../platform/files/ownFile.ts";
import { asMissing, onConstraint, Problem } from "../../platform/problem.ts";
import { requirePerson } from "../casework/public.ts";
import { readableFor, sectionsReadable } from "../partnership/public.ts";
import { referralAccess } from "./access.ts";
import type { Attachment, ReadAttachment, ReceivedReason, ReferralId, SendReferral } from "./contract.ts";
import { openText, seal } from "./sealed.ts";

onConstraint("referral_attachment_once", "refused", "referral.attachment_twice");

/** Files that go with a referral; each one was brought by the sender. @throws Problem invalid `file.not_found` | refused `referral.attachment_twice` */
export async function attach(context: CommandContext, { referralId, attachments }: SendReferral): Promise<void> {
  const { organisationId } = context.actor;
  for (const [i, { attachmentId, fileId, section, title }] of attachments.entries()) {
    await requireOwnFile(context, fileId, `payload.attachments.${i}.fileId`);
    const titleSealed = seal(context.keys, organisationId, "referral.attachment", attachmentId, title);
    await context.tx
      .insertInto("referralAttachment")
      .values({ organisationId, id: attachmentId, referralId, fileId, section, titleSealed })
      .execute();
  }
}

type Row = Omit<Attachment, "title"> & { organisationId: string; titleSealed: Buffer };

const lineOf = (context: WorkContext, { organisationId, titleSealed, id, section, mediaType, sizeBytes }: Row) => ({
  id,
  section,
  mediaType,
  sizeBytes: Number(sizeBytes),
  title: openText(context.keys, organisationId, "referral.attachment", id, titleSealed),
});

/** What went with referrals of ours, by referral; without what belongs to a section that nobody with the reader's roles reads. */
export async function attachmentsOf(
  context: WorkContext,
  referralIds: readonly string[],
): Promise<ReadonlyMap<string, Attachment[]>> {
  const { rows } = await sql<Row & { referralId: string }>`
    select a.organisation_id, a.referral_id, a.id, a.section, a.title_sealed, f.media_type, f.size_bytes
    from referral_attachment a join stored_file f on f.organisation_id = a.organisation_id and f.id = a.file_id
    where a.organisation_id = ${context.actor.organisationId} and a.referral_id = any (${[...referralIds]}::uuid[])
    order by a.id ${atMost}`.execute(context.tx);
  const readable: readonly string[] = readableFor(context, { unit: true, team: true });
  const lines = rows
    .filter(({ section }) => readable.includes(section))
    .map((row) => ({ referralId: row.referralId, line: lineOf(context, row) }));
  const groups = Map.groupBy(lines, ({ referralId }) => referralId);
  return new Map([...groups].map(([id, group]) => [id, group.map(({ line }) => line)]));
}

type Reason = {
  organisationId: string;
  id: string;
  shareId: string;
  personId: string;
  reasonSealed: Buffer;
  sentByName: string | null;
};

/** A referral to us whose words may be read now. @throws Problem not_found `referral.not_found`, also once the share or its consent has ended */
async function requireReason(context: WorkContext, referralId: string): Promise<Reason> {
  const { rows } = await sql<Reason>`select * from received_reason(${referralId})`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "referral.not_found");
  return row;
}

/** Files of a referral to us, of the sections that the reader reads. */
async function receivedFiles(context: WorkContext, { id, shareId }: Reason) {
  const readable: readonly string[] = await sectionsReadable(context, shareId);
  const { rows } = await sql<Row & { storageName: string; sha256: string }>`
    select * from received_attachments(${id}) order by id ${atMost}`.execute(context.tx);
  return rows.filter(({ section }) => readable.includes(section));
}

const tellSender = (context: WorkContext, action: `share.${string}`, { organisationId, shareId, personId }: Reason) =>
  context.auditShare(organisationId, { action, objectId: shareId, personId });

/**
 * Why somebody was referred to us, and with what files; `action`: as what the sender is told of it.
 * @throws Problem not_found `referral.not_found`
 */
export async function openReason(
  context: WorkContext,
  referralId: string,
  action: `share.${string}`,
): Promise<ReceivedReason & { shareId: string }> {
  const reason = await requireReason(context, referralId);
  const files = await receivedFiles(context, reason);
  await tellSender(context, action, reason);
  return {
    shareId: reason.shareId,
    reason: openText(context.keys, reason.organisationId, "referral.reason", reason.id, reason.reasonSealed),
    sentByName: reason.sentByName,
    attachments: files.map((row) => lineOf(context, row)),
  };
}

/** Why somebody was referred to us, and with what files. Both organisations get an audit entry. @throws Problem not_found `referral.not_found` */
export async function readReason(context: WorkContext, { referralId }: ReferralId): Promise<ReceivedReason> {
  const { shareId: _ours, ...reason } = await openReason(context, referralId, "share.read-referral");
  return reason;
}

const fileName = (mediaType: string) => `zalacznik.${extensionOf(mediaType)}`;

/** A file that came with a referral to us. Both organisations get an audit entry. @throws Problem not_found `referral.not_found`, `file.not_found` */
export async function openReceivedFile(context: WorkContext, input: ReadAttachment): Promise<GivenFile> {
  const reason = await requireReason(context, input.referralId);
  const file = (await receivedFiles(context, reason)).find(({ id }) => id === input.attachmentId);
  if (!file) throw new Problem("not_found", "file.not_found");
  await tellSender(context, "share.open-referral-file", reason);
  const bytes = await context.files.get(file.organisationId, { id: file.storageName, sha256: file.sha256 });
  return { bytes, mediaType: file.mediaType, name: fileName(file.mediaType) };
}

/** A file that went with a referral of ours, for who reads its section of the person's file. @throws Problem not_found `referral.not_found` */
export async function openSentFile(
  context: WorkContext,
  { referralId, attachmentId }: ReadAttachment,
): Promise<GivenFile> {
  const { rows } = await sql<{
    personId: string;
    fileId: string;
    section: string;
  }>`select r.person_id, a.file_id, a.section from referral_attachment a
    join referral r on r.organisation_id = a.organisation_id and r.id = a.referral_id
    where a.organisation_id = ${context.actor.organisationId} and a.referral_id = ${referralId} and a.id = ${attachmentId}`.execute(
    context.tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "referral.not_found");
  const { personId, fileId, section } = row;
  const verb = referralAccess["referral.open-sent-file"];
  const relation = await requirePerson(context, verb, personId).catch(asMissing("referral.not_found"));
  const readable: readonly string[] = readableFor(context, relation);
  if (!readable.includes(section)) throw new Problem("not_found", "referral.not_found");
  const { bytes, mediaType } = await readStoredFile(context, fileId);
  return { bytes, mediaType, name: fileName(mediaType), personId };
}
