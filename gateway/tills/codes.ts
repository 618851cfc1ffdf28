import { timingSafeEqual } from 'node:crypto';
import type { GatewayEnv } from '../env.ts';

export const codeLifeMs = 600_000;
const triesMax = 5;

export type EnrolmentCodes = {
  /** A new one-time code of 8 digits; the one before is void. */
  renew(): string;
  /** Whether `code` is the open one; a right code is used up, and the fifth wrong one voids it. */
  use(code: string): boolean;
};

/** One open code at a time, in memory only: a restart voids it, and what is on disk opens nothing. */
export function enrolmentCodes(env: GatewayEnv): EnrolmentCodes {
  let open: { code: string; untilMs: number; triesLeft: number } | undefined;
  return {
    renew() {
      const code = eightDigits(env);
      open = { code, untilMs: env.monotonicMs() + codeLifeMs, triesLeft: triesMax };
      return code;
    },
    use(code) {
      if (!open || env.monotonicMs() >= open.untilMs || open.triesLeft <= 0) return false;
      open.triesLeft -= 1;
      const right =
        code.length === open.code.length && timingSafeEqual(Buffer.from(code), Buffer.from(open.code));
      if (right) open = undefined;
      return right;
    },
  };
}

/** Evenly drawn: 48 random bits leave a bias below one in two million. */
function eightDigits(env: GatewayEnv): string {
  const bytes = Buffer.from(env.randomBytes(6));
  return String(bytes.readUIntBE(0, 6) % 100_000_000).padStart(8, '0');
}
