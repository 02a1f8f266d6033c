import { expect, test } from "vitest";
import { findFileKind } from "./fileKind.ts";
import { pictureWithoutMetadata } from "./picture.ts";
import { exif, jpeg, jpegSegment, photo, place, png, pngChunk, webp } from "./samplePictures.ts";

const holdsPlace = (bytes: Uint8Array) => Buffer.from(bytes).includes(place) || Buffer.from(bytes).includes("Lubelska");

test("a photo without metadata stays as it is, byte by byte", () => {
  expect(Buffer.from(pictureWithoutMetadata(jpeg, "jpeg"))).toEqual(jpeg);
  expect(Buffer.from(pictureWithoutMetadata(png(), "png"))).toEqual(png());
});

test.each([
  ["EXIF", jpegSegment(0xe1, exif(1))],
  ["XMP", jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)],
  ["Photoshop and IPTC", jpegSegment(0xed, `Photoshop 3.0\0${place}`)],
  ["several pictures in one", jpegSegment(0xe2, `MPF\0${place}`)],
  ["a thumbnail", jpegSegment(0xe0, `JFXX\0${place}`)],
  ["a maker's block", jpegSegment(0xef, place)],
  ["a comment", jpegSegment(0xfe, place)],
])("a photo's %s is taken out and the picture stays", (_what, segment) => {
  const hidden = photo([segment, segment], `after the end ${place}`);
  expect(holdsPlace(hidden)).toBe(true);
  expect(Buffer.from(pictureWithoutMetadata(hidden, "jpeg"))).toEqual(jpeg);
});

test("a photo taken sideways still says which side is up, and nothing more", () => {
  const cleaned = Buffer.from(pictureWithoutMetadata(photo([jpegSegment(0xe1, exif(6))]), "jpeg"));
  expect(holdsPlace(cleaned)).toBe(false);
  expect(cleaned.length).toBe(jpeg.length + 36);
  expect(Buffer.from(pictureWithoutMetadata(cleaned, "jpeg"))).toEqual(cleaned);
  expect(cleaned.includes("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06")).toBe(true);
});

test("colour profile and Adobe's transform stay: the picture would look different without them", () => {
  const kept = [jpegSegment(0xe2, "ICC_PROFILE\0\x01\x01barwy"), jpegSegment(0xee, "Adobe\0d")];
  const cleaned = Buffer.from(pictureWithoutMetadata(photo(kept), "jpeg"));
  for (const segment of kept) expect(cleaned.includes(segment)).toBe(true);
});

test.each(["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"])("a PNG's %s is taken out", (name) => {
  const hidden = Buffer.concat([png([pngChunk(name, place)]), Buffer.from(place)]);
  expect(Buffer.from(pictureWithoutMetadata(hidden, "png"))).toEqual(png());
});

test("a WebP loses EXIF and XMP, and its flags say so", () => {
  const image: [string, string] = ["VP8L", "\x2f\x01\x40\x00\x00"];
  const hidden = webp([["VP8X", "\x0c\0\0\0\x01\0\0\x01\0\0"], image, ["EXIF", place], ["XMP ", place]]);
  const cleaned = Buffer.from(pictureWithoutMetadata(hidden, "webp"));
  expect(cleaned).toEqual(webp([["VP8X", "\0\0\0\0\x01\0\0\x01\0\0"], image]));
});

test.each([
  ["jpeg", photo([jpegSegment(0xe1, exif(6))])],
  ["png", png([pngChunk("tEXt", place)])],
  [
    "webp",
    webp([
      ["VP8L", "\x2f\x01\x40\x00\x00"],
      ["EXIF", place],
    ]),
  ],
] as const)("a %s cut anywhere is refused, never stored half cleaned", (kind, whole) => {
  for (let n = 0; n < whole.length; n++) {
    const cut = whole.subarray(0, n);
    if (findFileKind(cut) !== kind) continue;
    expect(() => pictureWithoutMetadata(cut, kind), String(n)).toThrow("file.broken");
  }
});

test("a picture bomb is refused by its size in points", () => {
  expect(() => pictureWithoutMetadata(png([], [65_000, 65_000]), "png")).toThrow("file.picture_too_large");
});
