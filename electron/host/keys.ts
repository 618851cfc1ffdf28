import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import type { WriteDb } from '../db/open.ts';
import type { UplinkEnv, UplinkHands } from '../uplinks/uplink.ts';
import type { Vault } from './vault.ts';

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

/** The pepper of this till's PINs, made at its first start and sealed in its database. */
export async function pepperOf(db: WriteDb, vault: Vault): Promise<Uint8Array> {
  const row = db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'pepper'");
  const known = row && (await vault.open(row.value));
  if (known !== undefined) return Buffer.from(known, 'base64');
  if (row) throw new Error('the vault of this till is not the one that sealed its secrets');
  const pepper = randomBytes(32);
  db.run("INSERT INTO meta (key, value) VALUES ('pepper', ?)", [await vault.seal(pepper.toString('base64'))]);
  return pepper;
}
