import type { Sharp } from "sharp";
import { Problem } from "../problem.ts";

export type PictureKind = "png" | "jpeg" | "webp";

const maxPoints = 60_000_000;
const quality = 90;

const written: Record<PictureKind, (picture: Sharp) => Sharp> = {
  jpeg: (picture) => picture.jpeg({ quality }),
  png: (picture) => picture.png(),
  webp: (picture) => picture.webp({ quality }),
};

type Open = (bytes: Uint8Array) => Sharp;
let opened: Promise<Open> | undefined;

/** The codec comes with the first picture. It reads our three kinds alone, one picture on one thread, and keeps none. */
async function openCodec(): Promise<Open> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
  });
  return (bytes) => sharp(bytes, { failOn: "error", limitInputPixels: maxPoints, sequentialRead: true });
}

/**
 * The picture painted anew from its points: without place, time, camera, author, comments, thumbnails, further pictures, and
 * whatever else was hidden in the file or behind its end. It stands upright, in sRGB, with as many points as before.
 * Its size is looked at before anything is unpacked.
 * @throws Problem refused `file.broken` | `file.picture_too_large` (over 60 million points)
 */
export async function repaint(bytes: Uint8Array, kind: PictureKind): Promise<Buffer> {
  opened ??= openCodec();
  const open = await opened;
  const { width, height, format } = await open(bytes)
    .metadata()
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  if (width * height > maxPoints) throw new Problem("refused", "file.picture_too_large");
  if (format !== kind) throw new Problem("refused", "file.broken");
  try {
    return await written[kind](open(bytes).autoOrient()).toBuffer();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What the codec says of a file it cannot read is the file's fault; it names nothing of the person. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return new Problem("refused", /pixel limit/.test(error.message) ? "file.picture_too_large" : "file.broken");
}
