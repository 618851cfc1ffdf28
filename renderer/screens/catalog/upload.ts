import { uploadChunkMax } from '../../../shared/contract/catalog.ts';
import type { InputOf } from '../../../shared/contract/words.ts';
import { toBase64 } from '../../kit/base64.ts';

export type StagePiece = (piece: InputOf<'catalog.stage'>) => Promise<{ readonly ok: boolean }>;

/**
 * Sends a file in pieces of 256 KiB, in order. `told` hears how many bytes have arrived. False when a piece was
 * refused (which has then been shown) or when `stopped` says so; throws what the browser throws when it
 * can't read the file.
 */
export async function uploadFile(
  file: Blob,
  upload: string,
  stage: StagePiece,
  told: (bytes: number) => void,
  stopped: () => boolean,
): Promise<boolean> {
  for (let index = 0; index * uploadChunkMax < file.size; index += 1) {
    if (stopped()) return false;
    const from = index * uploadChunkMax;
    const bytes = await file.slice(from, from + uploadChunkMax).arrayBuffer();
    const answer = await stage({ upload, index, base64: toBase64(new Uint8Array(bytes)) });
    if (!answer.ok) return false;
    told(from + bytes.byteLength);
  }
  return true;
}
