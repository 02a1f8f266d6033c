import sharp from "sharp";
import { expect, test } from "vitest";
import { findFileKind } from "./fileKind.ts";
import { repaint } from "./picture.ts";
import { exif, jpeg, jpegSegment, photo, place, png, pngChunk } from "./samplePictures.ts";

const words = ["Exif", "GPS", "Lubelska", "http://ns.adobe.com", "Photoshop", "ICC_PROFILE", "MPF\0", "JFXX"];
const hiddenIn = (bytes: Buffer) => words.filter((word) => bytes.includes(word));

/** A picture of one colour with a dark corner up on the left, as a camera would write it. */
function picture(width = 40, height = 20) {
  const corner = { create: { width: 10, height: 10, channels: 3, background: "#000" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#ffd700" } }).composite([
    { input: corner, left: 0, top: 0 },
  ]);
}
const metadata = {
  IFD0: { Artist: place, Copyright: "Lubelska" },
  IFD3: { GPSLatitude: "50/1 43/1 22/1", GPSLongitude: "23/1 15/1 7/1", GPSLatitudeRef: "N" },
};

test.each(["jpeg", "png", "webp"] as const)(
  "a %s loses place, author, profile and whatever stands behind its end, and stays the picture (C12, C59)",
  async (kind) => {
    const taken = await picture()
      .withExif(metadata)
      .withIccProfile("p3")
      .withXmp(`<x:xmpmeta>${place}</x:xmpmeta>`)
      [kind]()
      .toBuffer();
    const bytes = Buffer.concat([taken, Buffer.from(`<script>${place}</script>PK\x03\x04`)]);
    expect(hiddenIn(bytes)).not.toEqual([]);
    const painted = await repaint(bytes, kind);
    expect(hiddenIn(painted)).toEqual([]);
    expect(painted.includes("<script>")).toBe(false);
    expect(findFileKind(painted)).toBe(kind);
    const { width, height, exif: left, xmp, icc, orientation } = await sharp(painted).metadata();
    expect({ width, height, left, xmp, icc, orientation }).toEqual({ width: 40, height: 20 });
    const { data } = await sharp(painted).raw().toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeLessThan(40);
    expect(data.at(-3)).toBeGreaterThan(200);
  },
);

test.each([
  ["EXIF", jpegSegment(0xe1, exif(1))],
  ["XMP", jpegSegment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)],
  ["Photoshop and IPTC", jpegSegment(0xed, `Photoshop 3.0\0${place}`)],
  ["several pictures in one", jpegSegment(0xe2, `MPF\0${place}`)],
  ["a thumbnail", jpegSegment(0xe0, `JFXX\0${place}`)],
  ["a maker's block", jpegSegment(0xef, place)],
  ["a comment", jpegSegment(0xfe, place)],
])("a photo's %s is gone", async (_what, segment) => {
  const hidden = photo([segment, segment], `after the end ${place}`);
  expect(hiddenIn(hidden)).not.toEqual([]);
  expect(await repaint(hidden, "jpeg")).toEqual(await repaint(jpeg, "jpeg"));
});

test.each(["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"])("a PNG's %s is gone", async (name) => {
  const hidden = Buffer.concat([png([pngChunk(name, place)]), Buffer.from(place)]);
  expect(await repaint(hidden, "png")).toEqual(await repaint(png(), "png"));
});

test("a photo taken sideways is turned upright, so that nothing has to say which side is up", async () => {
  const sideways = await picture(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const upright = await sharp(await repaint(sideways, "jpeg")).metadata();
  expect([upright.width, upright.height, upright.orientation]).toEqual([20, 40, undefined]);
});

test("of a moving picture one stays", async () => {
  const two = await sharp([await picture().png().toBuffer(), await picture().negate().png().toBuffer()], {
    join: { animated: true },
  })
    .webp()
    .toBuffer();
  expect((await sharp(two).metadata()).pages).toBe(2);
  expect((await sharp(await repaint(two, "webp")).metadata()).pages).toBeUndefined();
});

test.each(["jpeg", "png", "webp"] as const)("a %s cut anywhere is refused, never stored half", async (kind) => {
  const whole = await picture()[kind]().toBuffer();
  const step = Math.ceil(whole.length / 40);
  for (let n = 30; n < whole.length - 12; n += step)
    await expect(repaint(whole.subarray(0, n), kind), String(n)).rejects.toThrow("file.broken");
});

test.each([
  ["a drawing that could run", '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
  ["a document", "%PDF-1.7\n%%EOF"],
  ["an animation of another kind", "GIF89a\x01\0\x01\0\0\0\0;"],
  ["noise", "\x89PNG\r\n\x1a\nnoise"],
])("%s is not read as a picture", async (_what, text) => {
  await expect(repaint(Buffer.from(text, "latin1"), "png")).rejects.toThrow("file.broken");
});

test("a picture bomb is refused by its size in points before it is unpacked", async () => {
  const before = process.memoryUsage().rss;
  await expect(repaint(png([], [65_000, 65_000]), "png")).rejects.toThrow("file.picture_too_large");
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});
