import type { WorkContext } from "../../platform/command.ts";
import type { DocumentOrganisation, DocumentPictures } from "../../platform/documents/documentTypes.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";

export { atDoor, digest } from "./door.ts";
export { spendProof } from "./proof.ts";
export { guessed, tryGuess } from "./throttle.ts";

/** What the actor's organisation puts on top of its documents: `frame.organisation`, and the pictures that it names. */
export async function letterheadOf(
  context: WorkContext,
): Promise<{ organisation: DocumentOrganisation; pictures: DocumentPictures }> {
  const { name, address, letterhead, letterheadNote, logoFileId } = await context.tx
    .selectFrom("organisation")
    .select(["name", "address", "letterhead", "letterheadNote", "logoFileId"])
    .where("id", "=", context.actor.organisationId)
    .executeTakeFirstOrThrow();
  const organisation: DocumentOrganisation = { name: letterhead ?? name, address: address ?? "" };
  if (letterheadNote) organisation.note = letterheadNote;
  if (!logoFileId) return { organisation, pictures: {} };
  const { bytes, mediaType, sha256 } = await readStoredFile(context, logoFileId);
  organisation.logo = `${sha256}.${mediaType === "image/png" ? "png" : "jpg"}`;
  return { organisation, pictures: { [organisation.logo]: bytes } };
}
