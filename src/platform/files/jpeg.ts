import type { Picture } from "./picture.ts";

// A JPEG is a chain of segments (FF, marker, length, content), a scan of picture data, more segments, and an end mark.
// Kept: JFIF, colour profile, Adobe's colour transform, tables and scans. Everything else that carries data goes.

const latin = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length));

function isKept(marker: number, content: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return latin(content, 5) === "JFIF\0";
  if (marker === 0xe2) return latin(content, 12) === "ICC_PROFILE\0";
  return marker === 0xee && latin(content, 5) === "Adobe";
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @throws RangeError when the bytes are no whole JPEG */
export function jpegWithoutMetadata(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let [width, height, orientation, at] = [0, 0, 1, 2];
  for (;;) {
    if (view.getUint8(at) !== 0xff) throw new RangeError("No segment here");
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const next = at + 2 + view.getUint16(at + 2);
    if (next > bytes.length || next < at + 4) throw new RangeError("A segment passes the end");
    const content = bytes.subarray(at + 4, next);
    if (isFrame(marker)) [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (marker === 0xe1 && latin(content, 6) === "Exif\0\0") orientation = readOrientation(content.subarray(6));
    const end = marker === 0xda ? scanEnd(bytes, next) : next;
    if (isKept(marker, content)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (width === 0 || height === 0) throw new RangeError("No picture inside");
  const start = Uint8Array.of(0xff, 0xd8);
  const up = orientation > 1 && orientation <= 8 ? [orientationSegment(orientation)] : [];
  const first = kept[0]?.[1] === 0xe0 ? kept.splice(0, 1) : [];
  return { bytes: Buffer.concat([start, ...first, ...up, ...kept, Uint8Array.of(0xff, 0xd9)]), width, height };
}

/** Picture data end at the first marker that is neither a stuffed byte (00) nor a restart (D0-D7). */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError("The picture has no end");
}

/** Tag 0x0112 of the first directory of a TIFF block; 1 (upright) when it says nothing readable. */
function readOrientation(tiff: Uint8Array): number {
  try {
    const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    for (let i = 0; i < view.getUint16(directory, little); i++) {
      const entry = directory + 2 + i * 12;
      if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** An EXIF segment that says nothing but which side is up. */
function orientationSegment(orientation: number): Uint8Array {
  const exif = Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0\0", "latin1");
  exif[exif.length - 7] = orientation;
  return Buffer.concat([Uint8Array.of(0xff, 0xe1, 0, exif.length + 2), exif]);
}
