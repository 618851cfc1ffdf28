import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Where secrets are sealed before they are stored. `kind` is shown to the owner: `keystore` is the
 * system's own, `key-file` a file that only this system user can read, `weak` a keystore that hides
 * nothing (Linux without a key ring).
 */
export type Vault = {
  readonly kind: 'keystore' | 'key-file' | 'weak';
  /** Seals `text`; the answer is plain ASCII and fit for a database. */
  seal(text: string): Promise<string>;
  /** Gives the text back, or undefined where it was sealed under another key or was tampered with. */
  open(sealed: string): Promise<string | undefined>;
};

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const version = 'v1.';

/**
 * A vault whose key lies in `file` (0600, made at first use): AES-256-GCM, a fresh nonce each time.
 * It protects a copied database, not a stolen machine; the owner is told so.
 */
export function openKeyFileVault(file: string): Vault {
  const key = readOrMakeKey(file);
  return {
    kind: 'key-file',
    seal: async text => seal(key, text),
    open: async sealed => open(key, sealed),
  };
}

function readOrMakeKey(file: string): Buffer {
  try {
    // 'wx' never replaces a key: with it would go every secret it has sealed.
    writeFileSync(file, randomBytes(keyBytes), { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file);
  if (key.length !== keyBytes) throw new Error(`vault key has ${key.length} bytes, not ${keyBytes}`);
  return key;
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

function open(key: Buffer, text: string): string | undefined {
  if (!text.startsWith(version)) return undefined;
  const bytes = Buffer.from(text.slice(version.length), 'base64');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const sealed = bytes.subarray(nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    // GCM has one answer to a wrong key and to a changed byte; so have we.
    return undefined;
  }
}
