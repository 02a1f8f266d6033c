import type { Bytes } from "./bytes.ts";

const mostPixels = 1600;

/**
 * Paints a picture anew, at most 1,600 pixels long: what a camera wrote beside it (place, time, owner) does not come along (C12).
 * A JPEG. @throws DOMException when it is no picture
 */
export async function withoutMetadata(picture: Blob): Promise<Bytes> {
  const seen = await createImageBitmap(picture, { imageOrientation: "from-image" });
  const scale = Math.min(1, mostPixels / Math.max(seen.width, seen.height));
  const canvas = new OffscreenCanvas(Math.round(seen.width * scale), Math.round(seen.height * scale));
  canvas.getContext("2d")?.drawImage(seen, 0, 0, canvas.width, canvas.height);
  seen.close();
  const painted = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
  return new Uint8Array(await painted.arrayBuffer());
}
