import { Problem } from "../problem.ts";
import { jpegWithoutMetadata } from "./jpeg.ts";
import { pngWithoutMetadata } from "./png.ts";
import { webpWithoutMetadata } from "./webp.ts";

export type PictureKind = "png" | "jpeg" | "webp";

/** A picture and how many points it has. */
export type Picture = { bytes: Uint8Array; width: number; height: number };

const maxPoints = 60_000_000;

const strip = { png: pngWithoutMetadata, jpeg: jpegWithoutMetadata, webp: webpWithoutMetadata };

/**
 * The picture without place, time, camera, author, comments, thumbnails and whatever follows its end. Points and colours
 * stay untouched; a photo's "which side is up" stays too (JPEG).
 * @throws Problem refused `file.broken` | `file.picture_too_large` (over 60 million points)
 */
export function pictureWithoutMetadata(bytes: Uint8Array, kind: PictureKind): Uint8Array {
  let picture: Picture;
  try {
    picture = strip[kind](bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new Problem("refused", "file.broken");
    throw error;
  }
  if (picture.width * picture.height > maxPoints) throw new Problem("refused", "file.picture_too_large");
  return picture.bytes;
}
