import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Peppers } from './keys.ts';

export type Badges = {
  /** What is kept of a badge. */
  digest(text: string): Promise<string>;
  /** False also where the key to the digest is lost: that badge opens nothing until it is assigned anew. */
  matches(digest: string, text: string): boolean;
};

/**
 * Badges as HMACs under the PINs' pepper, the pepper's name in front. Quick, unlike a PIN's hash: a badge is
 * looked for among everybody's, at every scan, and its key is what keeps short texts from being tried out.
 */
export function openBadges(peppers: Peppers): Badges {
  const mac = (pepper: Uint8Array, text: string) =>
    createHmac('sha256', pepper).update(`badge\n${text}`).digest('hex');
  return {
    digest: async text => {
      const name = await peppers.forNew();
      return `${name}:${mac(peppers.find(name)!, text)}`;
    },
    matches: (digest, text) => {
      const [name = '', kept = ''] = digest.split(':');
      const pepper = peppers.find(name);
      return pepper !== undefined && timingSafeEqual(Buffer.from(kept), Buffer.from(mac(pepper, text)));
    },
  };
}
