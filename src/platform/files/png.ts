import type { Picture } from "./picture.ts";

/** Chunks that are the picture itself or its colours; all others (text, time, EXIF, private ones) go. */
const kept = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"]);

/** @throws RangeError when the bytes are no whole PNG */
export function pngWithoutMetadata(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  let name = "";
  for (let at = 8; name !== "IEND"; ) {
    const end = at + 12 + view.getUint32(at);
    name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) throw new RangeError("A chunk passes the end");
    if (at === 8 && name !== "IHDR") throw new RangeError("No picture inside");
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return { bytes: Buffer.concat(parts), width: view.getUint32(16), height: view.getUint32(20) };
}
