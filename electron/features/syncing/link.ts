import type { LinkState } from '../../../shared/contract/syncing.ts';
import { type FeatureParts, systemActor } from '../../core/feature.ts';

/** What the till knows of the way to its gateway: by what became of probes and sends, never by the system's word. */
export class Link {
  readonly #parts: FeatureParts;
  #state: LinkState = 'not-enrolled';
  #reason: string | null = null;
  #sinceWallMs: number;
  #sinceMonotonicMs: number;

  constructor(parts: FeatureParts) {
    this.#parts = parts;
    this.#sinceWallMs = parts.env.wallMs();
    this.#sinceMonotonicMs = parts.env.monotonicMs();
  }

  get view(): { readonly link: LinkState; readonly since: number; readonly reason: string | null } {
    return { link: this.#state, since: this.#sinceWallMs, reason: this.#reason };
  }

  /** A till without a gateway misses nothing; only a line that was lost makes it offline. */
  get isOnline(): boolean {
    return this.#state !== 'offline';
  }

  /** Losing and regaining the line are facts: the day's report tells how long the shop sold without it. */
  becomes(state: LinkState, reason: string | null = null): void {
    if (state === this.#state && reason === this.#reason) return;
    const was = this.#state;
    const lostMs = this.#parts.env.monotonicMs() - this.#sinceMonotonicMs;
    const turned = was !== state;
    this.#parts.act(systemActor, tx => {
      tx.committed(() => {
        this.#state = state;
        this.#reason = reason;
        if (!turned) return;
        this.#sinceWallMs = this.#parts.env.wallMs();
        this.#sinceMonotonicMs = this.#parts.env.monotonicMs();
      });
      if (turned && state === 'offline') tx.record('link-lost', { reason: reason ?? 'unknown' });
      if (turned && was === 'offline' && (state === 'online' || state === 'degraded'))
        tx.record('link-restored', { offlineMs: lostMs });
      tx.touch('sync');
    });
  }
}
