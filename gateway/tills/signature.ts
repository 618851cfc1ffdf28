import { createHash, createPublicKey, verify } from 'node:crypto';
import { clockApartMaxMs, signatureHeaders, signedText, wireId } from '../../shared/domain/uplink.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';
import type { GatewayEnv } from '../env.ts';
import { type Reply, refuse, type SignedParts } from '../http/route.ts';

export type Claim = { readonly till: string; readonly at: number; readonly signature: Buffer };

/**
 * Reads who a request says it is from, and checks its time. A till whose clock battery is dead is told the
 * gateway's time (`now`, wall ms) and signs anew: a wrong clock must not keep sales from arriving.
 */
export function readClaim(header: SignedParts['header'], env: GatewayEnv): Result<Claim, Reply> {
  const till = header(signatureHeaders.till) ?? '';
  const atText = header(signatureHeaders.at) ?? '';
  const signature = header(signatureHeaders.signature) ?? '';
  if (!wireId.test(till) || !/^\d{1,15}$/.test(atText) || !/^[\w-]{86}$/.test(signature)) {
    return no(refuse(401, 'signature-wrong'));
  }
  const at = Number(atText);
  const now = env.wallMs();
  if (Math.abs(at - now) > clockApartMaxMs) return no(refuse(401, 'clock-apart', { now }));
  return ok({ till, at, signature: Buffer.from(signature, 'base64url') });
}

/** Whether `claim` was signed for exactly this request by the holder of `publicKey` (SPKI DER, base64). */
export function isSigned(claim: Claim, publicKey: string, gateway: string, request: SignedParts): boolean {
  const { method, path, body } = request;
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const text = signedText({ method, path, gateway, till: claim.till, at: claim.at, bodyHash });
  const key = readKey(publicKey);
  return key !== undefined && verify(null, Buffer.from(text, 'utf8'), key, claim.signature);
}

/** An Ed25519 public key from SPKI DER in base64; undefined for anything else. */
export function readKey(publicKey: string) {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined; // No key at all; the caller says so in its own words.
  }
}
