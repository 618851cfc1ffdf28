import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { headText, type JournalHead, type SignedHead } from '../../shared/domain/journal-head.ts';
import type { Log } from '../../shared/env.ts';
import type { Tx } from '../core/feature.ts';
import type { ReadDb } from '../db/open.ts';
import type { Vault } from './vault.ts';

/** The key with which this till vouches for its journal's heads. */
export type DeviceKey = {
  /** SPKI DER in base64. */
  readonly publicKey: string;
  readonly sign: (head: JournalHead) => SignedHead;
  /** Keeps a key that was made at this start, and tells the journal of it; nothing where the key was there. */
  readonly settle: (tx: Tx) => void;
};

/**
 * Opens the till's device key. Where none opens (the first start, or the vault's key is lost) a new one is
 * made beside those that don't: a lost key closes no shop, and the journal says where the new one begins.
 */
export async function openDeviceKey(db: ReadDb, vault: Vault, log: Log): Promise<DeviceKey> {
  const rows = db.all<{ value: string }>(
    "SELECT value FROM meta WHERE key GLOB 'device-key*' ORDER BY length(key) DESC, key DESC",
  );
  for (const { value } of rows) {
    const pem = await vault.open(value);
    if (pem !== undefined) return keyOf(createPrivateKey(pem), () => {});
    log('error', 'vault.key-lost', { sealed: 'device-key' });
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const sealed = await vault.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const name = rows.length === 0 ? 'device-key' : `device-key-${rows.length + 1}`;
  return keyOf(privateKey, tx => {
    tx.db.run('INSERT INTO meta (key, value) VALUES (?, ?)', [name, sealed]);
    tx.record('device-key-made', { publicKey: publicText(privateKey) });
  });
}

function keyOf(privateKey: KeyObject, settle: DeviceKey['settle']): DeviceKey {
  const key = publicText(privateKey);
  return {
    publicKey: key,
    settle,
    sign: head => {
      const signature = sign(null, Buffer.from(headText({ ...head, key }), 'utf8'), privateKey);
      return { ...head, key, signature: signature.toString('base64url') };
    },
  };
}

/** Whether the signature is the one of the key that the head names; whose key that is, is not asked here. */
export function isSigned(head: SignedHead): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(head.key, 'base64'), type: 'spki', format: 'der' });
    const text = Buffer.from(headText(head), 'utf8');
    return verify(null, text, key, Buffer.from(head.signature, 'base64url'));
  } catch {
    return false; // No key at all vouches for nothing.
  }
}

const publicText = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
