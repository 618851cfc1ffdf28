import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { Log } from '../../shared/env.ts';
import type { WriteDb } from '../db/open.ts';
import type { UplinkEnv, UplinkHands } from '../uplinks/uplink.ts';
import type { Vault } from './vault.ts';

/** The pepper of hashes that name none. */
export const firstPepper = 'pepper';

export type UplinkKeys = {
  make(): Promise<{ readonly sealed: string; readonly hands: UplinkHands }>;
  open(sealed: string): Promise<UplinkHands | undefined>;
};

/** Keys with which this till signs what it sends; the private half leaves the vault only into this process's memory. */
export function uplinkKeys(vault: Vault, env: UplinkEnv): UplinkKeys {
  return {
    make: async () => {
      const { privateKey } = generateKeyPairSync('ed25519');
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { sealed: await vault.seal(pem), hands: handsOf(privateKey, env) };
    },
    open: async sealed => {
      const pem = await vault.open(sealed);
      return pem === undefined ? undefined : handsOf(createPrivateKey(pem), env);
    },
  };
}

function handsOf(privateKey: KeyObject, env: UplinkEnv): UplinkHands {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { env, publicKey, sign: bytes => sign(null, bytes, privateKey) };
}

/** Peppers of this till's PINs, by name. */
export type Peppers = {
  /** Undefined where the key that sealed it is lost. */
  find(name: string): Uint8Array | undefined;
  /** The name of the one for new PINs; made where none opens, beside those that don't. */
  forNew(): Promise<string>;
};

/**
 * The peppers in the database, as far as the vault opens them. One that does not open stays where it is: its
 * key may come back. The first is made at the first start.
 */
export async function openPeppers(db: WriteDb, vault: Vault, log: Log): Promise<Peppers> {
  const rows = db.all<{ key: string; value: string }>(
    "SELECT key, value FROM meta WHERE key GLOB 'pepper*' ORDER BY length(key), key",
  );
  const known = new Map<string, Uint8Array>();
  for (const { key, value } of rows) {
    const pepper = await vault.open(value);
    if (pepper === undefined) log('error', 'vault.key-lost', { sealed: key });
    else known.set(key, Buffer.from(pepper, 'base64'));
  }
  let count = rows.length;
  const make = async (): Promise<string> => {
    count += 1;
    const name = count === 1 ? firstPepper : `${firstPepper}-${count}`;
    const pepper = randomBytes(32);
    const sealed = await vault.seal(pepper.toString('base64'));
    db.run('INSERT INTO meta (key, value) VALUES (?, ?)', [name, sealed]);
    known.set(name, pepper);
    return name;
  };
  if (count === 0) await make();
  return { find: name => known.get(name), forNew: async () => [...known.keys()].at(-1) ?? (await make()) };
}
