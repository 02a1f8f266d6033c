import type { Picture } from "./picture.ts";

/** Chunks that are the picture itself or its colours; EXIF, XMP and unknown ones go. */
const kept = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ICCP", "ANIM", "ANMF"]);
const exifAndXmpFlags = 0b1100;

/** @throws RangeError when the bytes are no whole WebP */
export function webpWithoutMetadata(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw new RangeError("The picture is cut short");
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  for (let at = 12; at + 8 <= end; ) {
    const length = view.getUint32(at + 4, true);
    const next = at + 8 + length + (length % 2);
    if (next > end) throw new RangeError("A chunk passes the end");
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    size ??= sizeOf(name, view, at + 8);
    if (kept.has(name)) {
      const chunk = Uint8Array.from(bytes.subarray(at, next));
      if (name === "VP8X") chunk[8] = (chunk[8] ?? 0) & ~exifAndXmpFlags;
      parts.push(chunk);
    }
    at = next;
  }
  if (!size) throw new RangeError("No picture inside");
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return { bytes: Buffer.concat([head, ...parts]), ...size };
}

function sizeOf(name: string, view: DataView, at: number): { width: number; height: number } | undefined {
  if (name === "VP8X") return { width: 1 + uint24(view, at + 4), height: 1 + uint24(view, at + 7) };
  if (name === "VP8 ")
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff };
  if (name !== "VP8L") return undefined;
  const bits = view.getUint32(at + 1, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
}
