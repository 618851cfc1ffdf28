import { pictureKind } from '../../../shared/domain/picture.ts';
import { slideBytesMax } from '../../../shared/domain/slides.ts';
import { no, ok, type Result } from '../../../shared/lib/result.ts';

/** What people choose may be as large as a camera makes it. */
export const chosenBytesMax = 20_000_000;
/** No customer's screen shows more than this. */
const widthMax = 1920;
const heightMax = 1080;
/** The better one first. */
const qualities = [0.9, 0.7, 0.5] as const;

export type PictureFault = 'too-large' | 'wrong-kind' | 'broken';

/**
 * Makes a chosen file into a picture no larger than a screen. It is drawn and written anew, so a file that a browser
 * can't draw is found out here, and where and when a photo was taken stays behind.
 */
export async function shrinkPicture(file: File): Promise<Result<Uint8Array, PictureFault>> {
  if (file.size > chosenBytesMax) return no('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!looksLikePicture(bytes)) return no('wrong-kind');
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, width, height);
    picture.close();
    return await written(canvas);
  } catch {
    return no('broken');
  }
}

/** By its beginning alone: of one that was cut off it is said that it is broken. */
const looksLikePicture = (bytes: Uint8Array): boolean =>
  pictureKind(bytes) !== undefined || firstBytes.some(first => first.every((byte, at) => bytes[at] === byte));
const firstBytes = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
] as const;

async function written(canvas: OffscreenCanvas): Promise<Result<Uint8Array, PictureFault>> {
  for (const quality of qualities) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size <= slideBytesMax) return ok(new Uint8Array(await blob.arrayBuffer()));
  }
  return no('too-large');
}

/** Its size on the largest screen, in the shape it has; never made larger. */
export function fitted(width: number, height: number): { readonly width: number; readonly height: number } {
  const share = Math.min(1, widthMax / width, heightMax / height);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
