import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

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
 * A vault whose keys lie in files that begin with `file` (0600): AES-256-GCM, a fresh nonce each time. It
 * protects a copied database, not a stolen machine; the owner is told so. A key is made when something is to
 * be sealed and none can be read, and under a name of its own: one that was lost and comes back finds its
 * place free and still opens what it has sealed.
 */
export function openKeyFileVault(file: string): Vault {
  return {
    kind: 'key-file',
    seal: async text => seal(readKeys(file)[0] ?? makeKey(file), text),
    open: async sealed => {
      for (const key of readKeys(file)) {
        const text = open(key, sealed);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

/** Every key that can be read; one that is damaged or not ours to read opens nothing, like one that is lost. */
function readKeys(file: string): Buffer[] {
  const folder = path.dirname(file);
  return readdirSync(folder)
    .filter(name => name.startsWith(path.basename(file)))
    .flatMap(name => {
      try {
        return readFileSync(path.join(folder, name));
      } catch {
        return []; // What it sealed does not open, and whoever asks for that says so.
      }
    })
    .filter(key => key.length === keyBytes);
}

function makeKey(file: string): Buffer {
  const key = randomBytes(keyBytes);
  const name = `${file}.${randomBytes(4).toString('hex')}`;
  // 'wx' never replaces a key: with it would go every secret it has sealed.
  writeFileSync(name, key, { flag: 'wx', mode: 0o600, flush: true });
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
