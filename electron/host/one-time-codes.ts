import { Secret, TOTP } from 'otpauth';
import type { Env } from '../../shared/env.ts';
import type { Vault } from './vault.ts';

export type OneTimeCodes = {
  /** A new secret, sealed, and the `otpauth:` address that brings it to a phone. */
  make(shop: string, name: string): Promise<{ readonly uri: string; readonly sealed: string }>;
  /** The step of 30 s that a code belongs to; null where it is wrong, `lost` where the secret does not open. */
  stepOf(sealed: string, code: string): Promise<number | null | 'lost'>;
};

/** As RFC 6238 has it and every authenticator app takes it. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const secretBytes = 20;
/** A phone's clock may be a step before or behind; more would only help whoever guesses. */
const window = 1;

/** One-time codes whose secrets the vault seals; in clear they are in this process's memory only. */
export function openOneTimeCodes(vault: Vault, env: Pick<Env, 'randomBytes' | 'wallMs'>): OneTimeCodes {
  return {
    make: async (shop, name) => {
      const secret = new Secret({ buffer: new Uint8Array(env.randomBytes(secretBytes)).buffer });
      const uri = new TOTP({ ...kind, secret, issuer: shop, label: name }).toString();
      return { uri, sealed: await vault.seal(secret.base32) };
    },
    stepOf: async (sealed, code) => {
      const base32 = await vault.open(sealed);
      if (base32 === undefined) return 'lost';
      const secret = Secret.fromBase32(base32);
      const timestamp = env.wallMs();
      const delta = TOTP.validate({ ...kind, secret, token: code, window, timestamp });
      return delta === null ? null : TOTP.counter({ period: kind.period, timestamp }) + delta;
    },
  };
}
