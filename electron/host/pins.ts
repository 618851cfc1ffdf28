import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id; a PIN is short, so the pepper and the lock-out carry the weight. */
const cost = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export type Pins = {
  hash(pin: string): Promise<string>;
  verify(pinHash: string, pin: string): Promise<boolean>;
};

/** PINs as argon2id hashes under a pepper that does not lie in the database: a stolen file alone tells no PIN. */
export function openPins(pepper: Uint8Array): Pins {
  const secret = Buffer.from(pepper);
  return {
    hash: pin => hash(pin, { ...cost, secret }),
    verify: (pinHash, pin) => verify(pinHash, pin, { secret }),
  };
}
