import { crc32, deflateSync } from "node:zlib";

// Small pictures for tests, and the parts that a camera hides in them.

export const place = "GPS 50.7230N 23.2520E Lubelska 4";

/** 6 x 8 points, without metadata. */
export const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEAAAAAAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAIAAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAYEAEAAwEAAAAAAAAAAAAAAAAAAQIy0f/EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCvXU9AB//Z",
  "base64",
);

export function jpegSegment(marker: number, content: string): Buffer {
  const bytes = Buffer.from(content, "latin1");
  return Buffer.concat([Uint8Array.of(0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255), bytes]);
}

/** EXIF as a camera writes it: little-endian, side up (tag 0x0112), then a place. */
export function exif(orientation: number): string {
  const head = "Exif\0\0II*\0\x08\0\0\0";
  return `${head}\x01\0\x12\x01\x03\0\x01\0\0\0${String.fromCharCode(orientation)}\0\0\0\0\0\0\0${place}`;
}

/** `jpeg` with segments after its start and bytes after its end. */
export function photo(segments: Buffer[], after = ""): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2), Buffer.from(after)]);
}

export function pngChunk(name: string, content: string | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(content)]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length - 4, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A black PNG; `more` stands between header and picture. */
export function png(more: Buffer[] = [], [width, height] = [2, 2]): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const points = pngChunk("IDAT", deflateSync(new Uint8Array(6)));
  const magic = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([magic, pngChunk("IHDR", header), ...more, points, pngChunk("IEND", "")]);
}
