import { Problem } from "../problem.ts";
import { type ArchiveEntry, readArchiveEntries } from "./archive.ts";

/** What may be stored. The kind is found in the content; a name or a declared type is never believed. */
export const mediaTypes = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  odt: "application/vnd.oasis.opendocument.text",
  txt: "text/plain",
} as const;

export type FileKind = keyof typeof mediaTypes;

/** How a file of a media type is called at the end of its name. */
export const extensionOf = (mediaType: string): string =>
  Object.entries(mediaTypes).find(([, one]) => one === mediaType)?.[0] ?? "bin";

/**
 * The kind of `bytes` by their content, or null when it is none of ours.
 * @throws Problem refused `file.suspicious` (macros, hostile names, a bomb) | `file.broken` (an archive that cannot be read)
 */
export function findFileKind(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, "%PDF-")) return "pdf";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(bytes, "RIFF") && latin(bytes, 8, 4) === "WEBP") return "webp";
  if (startsWith(bytes, "PK\x03\x04")) return officeKind(bytes, readArchiveEntries(bytes));
  return isText(bytes) ? "txt" : null;
}

function officeKind(bytes: Uint8Array, entries: ArchiveEntry[]): FileKind | null {
  const names = new Set(entries.map((entry) => entry.name));
  const active =
    /vbaProject|(^|\/)(macros|activeX|embeddings|Basic|Scripts)\/|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|lnk)$/i;
  if (entries.some((entry) => active.test(entry.name))) throw new Problem("refused", "file.suspicious");
  if (names.has("[Content_Types].xml") && names.has("word/document.xml")) return "docx";
  if (names.has("[Content_Types].xml") && names.has("xl/workbook.xml")) return "xlsx";
  // OpenDocument begins with an uncompressed entry that names its kind.
  if (latin(bytes, 30, 8 + mediaTypes.odt.length) === `mimetype${mediaTypes.odt}` && names.has("content.xml"))
    return "odt";
  return null;
}

/** Text holds no control characters; UTF-8 and the eight-bit Polish code pages both pass. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return latin(bytes, 0, magic.length) === magic;
}

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
