import type { Cancel } from '../../../shared/env.ts';
import type { FeatureParts } from '../../core/feature.ts';
import type { Session } from '../../core/session.ts';

/** How soon it is asked again whether money still has to be watched, ms. */
const askAgainMs = 15_000;

type IdleParts = {
  readonly session: Session;
  /** After how many minutes without a command; 0 never. */
  readonly minutes: () => number;
  /** Somebody must watch: a payment is under way. */
  readonly needsEyes: () => boolean;
  readonly signOut: () => void;
};

/** Signs out whoever has left the till alone. One timer at most waits, and only while somebody is signed in. */
export class IdleLock {
  readonly #env: FeatureParts['env'];
  readonly #parts: IdleParts;
  #cancel: Cancel = () => {};

  constructor(env: FeatureParts['env'], parts: IdleParts) {
    this.#env = env;
    this.#parts = parts;
  }

  /** After somebody signed in, and after the setting has changed. */
  arm(): void {
    this.#cancel();
    const leftMs = this.#leftMs();
    if (leftMs === null) return;
    this.#cancel = this.#env.after(Math.max(leftMs, askAgainMs), () => this.#ring());
  }

  stop(): void {
    this.#cancel();
  }

  #ring(): void {
    const leftMs = this.#leftMs();
    if (leftMs !== null && leftMs <= 0 && !this.#parts.needsEyes()) this.#parts.signOut();
    else this.arm();
  }

  /** Null where nobody is signed in, or nobody wants it. */
  #leftMs(): number | null {
    const minutes = this.#parts.minutes();
    if (minutes === 0 || !this.#parts.session.staff) return null;
    return minutes * 60_000 - this.#parts.session.idleMs();
  }
}
