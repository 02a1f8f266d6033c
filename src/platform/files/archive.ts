import { Problem } from "../problem.ts";

export type ArchiveEntry = { name: string; packedBytes: number; unpackedBytes: number };

const maxEntries = 3000;
const maxUnpackedBytes = 300 * 1024 * 1024;
const maxRatio = 200;

/**
 * The table of contents of a ZIP file; nothing is unpacked.
 * @throws Problem refused `file.broken` | `file.suspicious` (too many entries, a bomb by declared sizes, ciphered entries,
 * names that leave the folder, bytes before the archive)
 */
export function readArchiveEntries(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(view, bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("refused", "file.broken");
    throw error;
  }
}

function readEntries(view: DataView, bytes: Uint8Array): ArchiveEntry[] {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw new Problem("refused", "file.suspicious");
  let at = view.getUint32(end + 16, true);
  // With other bytes in front, offsets would not fit: such a file is two things at once.
  if (at + view.getUint32(end + 12, true) !== end) throw new Problem("refused", "file.suspicious");
  const entries: ArchiveEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Problem("refused", "file.broken");
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const ciphered = (view.getUint16(at + 8, true) & 1) === 1;
    if (ciphered || leavesFolder(name)) throw new Problem("refused", "file.suspicious");
    entries.push({ name, packedBytes: view.getUint32(at + 20, true), unpackedBytes: view.getUint32(at + 24, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseBomb(entries);
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Problem("refused", "file.broken");
}

function leavesFolder(name: string): boolean {
  return name.startsWith("/") || name.includes("\\") || name.includes(":") || name.split("/").includes("..");
}

function refuseBomb(entries: ArchiveEntry[]): void {
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > maxUnpackedBytes || (unpacked > 1_000_000 && unpacked > packed * maxRatio))
    throw new Problem("refused", "file.suspicious");
}
