import { type Algorithm, hash, verify } from '@node-rs/argon2';
import { firstPepper, type Peppers } from './keys.ts';

/** OWASP's second choice for argon2id; a PIN is short, so the pepper and the lock-out carry the weight. */
const cost = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export type Pins = {
  hash(pin: string): Promise<string>;
  /** `lost`: nobody can tell, for the key to the pepper is gone. */
  verify(pinHash: string, pin: string): Promise<boolean | 'lost'>;
  isLost(pinHash: string): boolean;
};

/**
 * PINs as argon2id hashes under a pepper that does not lie open in the database: a stolen file alone tells no
 * PIN. In front of a hash stands the name of its pepper, unless that is the first.
 */
export function openPins(peppers: Peppers): Pins {
  const read = (pinHash: string) => {
    const [, name = firstPepper, argon = ''] = /^(?:([\w-]+):)?(.*)$/.exec(pinHash) ?? [];
    return { pepper: peppers.find(name), argon };
  };
  return {
    hash: async pin => {
      const name = await peppers.forNew();
      const argon = await hash(pin, { ...cost, secret: Buffer.from(peppers.find(name)!) });
      return name === firstPepper ? argon : `${name}:${argon}`;
    },
    verify: async (pinHash, pin) => {
      const { pepper, argon } = read(pinHash);
      return pepper ? verify(argon, pin, { secret: Buffer.from(pepper) }) : 'lost';
    },
    isLost: pinHash => read(pinHash).pepper === undefined,
  };
}
