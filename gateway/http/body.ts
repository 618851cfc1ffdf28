import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { no, ok, type Result } from '../../shared/lib/result.ts';

export type BodyFault = 'too-large' | 'malformed' | 'type-wrong';

/**
 * Reads a request's body up to `bytesMax`, as it was sent (packed or not).
 * Answers `too-large` as soon as that shows; rejects when the sender goes away in the middle.
 */
export async function readBody(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Result<Buffer, BodyFault>> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return no('too-large');
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early must not cut the wire: the refusal still has to go out on it.
  const arriving = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of arriving) {
    bytes += chunk.length;
    if (bytes > bytesMax) return no('too-large');
    chunks.push(chunk);
  }
  return ok(Buffer.concat(chunks));
}

/** Unpacks (gzip at most, never beyond `bytesMax`) and parses a JSON body. */
export async function parseBody(
  body: Buffer,
  encoding: string | undefined,
  bytesMax: number,
): Promise<Result<unknown, BodyFault>> {
  if (encoding !== undefined && encoding !== 'gzip' && encoding !== 'identity') return no('type-wrong');
  const plain = encoding === 'gzip' ? await unpack(body, bytesMax) : ok(body);
  if (!plain.ok) return plain;
  try {
    return ok(JSON.parse(utf8.decode(plain.value)));
  } catch {
    return no('malformed'); // Neither UTF-8 nor JSON: the sender learns that much, and nobody else needs more.
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gunzipAsync = promisify(gunzip);

async function unpack(body: Buffer, bytesMax: number): Promise<Result<Buffer, BodyFault>> {
  try {
    return ok(await gunzipAsync(body, { maxOutputLength: bytesMax }));
  } catch (error) {
    return no((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'malformed');
  }
}
