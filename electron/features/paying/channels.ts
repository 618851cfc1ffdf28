import type { Minor } from '../../../shared/domain/money.ts';
import type { Wallet } from '../../../shared/domain/wallet-codes.ts';
import type { Cancel } from '../../../shared/env.ts';
import { no, type Result } from '../../../shared/lib/result.ts';
import type {
  Channel,
  ChannelHands,
  ChannelKind,
  ChannelSettings,
  SettingsProblem,
} from '../../channels/channel.ts';
import { type FeatureParts, systemActor } from '../../core/feature.ts';
import { type ChannelRow, channelRows } from './channel-settings.ts';

export type ChannelPorts = {
  readonly kinds: readonly ChannelKind[];
  readonly hands: ChannelHands;
  /** Secrets on their way into the database, and back; undefined where the vault's key is another one. */
  readonly seal: (text: string) => Promise<string>;
  readonly open: (sealed: string) => Promise<string | undefined>;
};

type Open = {
  readonly kind: ChannelKind;
  readonly channel: Channel;
  readonly row: Pick<ChannelRow, 'merchant' | 'credential'>;
};
/** `since`: wall ms, for people; `turnedMs`: the same on the steady clock. */
export type ChannelLink = { readonly online: boolean; readonly since: number; readonly turnedMs: number };

const probeEveryMs = 15_000;
/** A provider that has not answered for this long is offline to the cashier; a shorter gap is bridged with the code in memory. */
const offlineGraceMs = 10_000;

/** The channels that are set up and open now, and whether their providers answer. */
export class Channels {
  readonly #parts: FeatureParts;
  readonly #ports: ChannelPorts;
  readonly #open = new Map<string, Open>();
  readonly #links = new Map<string, ChannelLink>();
  #probe: Cancel | null = null;
  #grace: Cancel | null = null;
  #stopped = false;

  constructor(parts: FeatureParts, ports: ChannelPorts) {
    this.#parts = parts;
    this.#ports = ports;
  }

  get kinds(): readonly ChannelKind[] {
    return this.#ports.kinds;
  }

  /** Opens what the database knows of. `probing`: look from time to time whether the providers answer. */
  async start(probing: boolean): Promise<void> {
    for (const row of channelRows(this.#parts.db)) {
      const secrets = await this.#ports.open(row.sealed);
      if (secrets === undefined) {
        this.#parts.env.log('error', 'channel.key-lost', { channel: row.channel });
        continue;
      }
      const settings = { ...row.values, ...(JSON.parse(secrets) as ChannelSettings) };
      const opened = this.tryOpen(row.channel, settings);
      if (opened.ok) this.use(row, opened.value);
      else this.#parts.env.log('error', 'channel.not-opened', { channel: row.channel, ...opened.refusal });
    }
    if (probing) this.#probeLater();
  }

  /** A channel with these settings, not yet in use. */
  tryOpen(id: string, settings: ChannelSettings): Result<Channel, SettingsProblem> {
    const kind = this.kindOf(id);
    return kind ? kind.open(settings, this.#ports.hands) : no({ field: 'channel', problem: 'missing' });
  }

  kindOf(id: string): ChannelKind | undefined {
    return this.#ports.kinds.find(({ manifest }) => manifest.id === id);
  }

  seal(secrets: ChannelSettings): Promise<string> {
    return this.#ports.seal(JSON.stringify(secrets));
  }

  async secretsOf(row: ChannelRow | undefined): Promise<ChannelSettings> {
    const opened = row && (await this.#ports.open(row.sealed));
    return opened === undefined ? {} : (JSON.parse(opened) as ChannelSettings);
  }

  /** Uses it from now on, in place of the one there was. */
  use(row: Pick<ChannelRow, 'channel' | 'merchant' | 'credential'>, channel: Channel): void {
    this.close(row.channel);
    const kind = this.kindOf(row.channel)!;
    this.#open.set(row.channel, { kind, channel, row });
    this.#turn(row.channel, true);
  }

  close(id: string): void {
    this.#open.get(id)?.channel.close();
    this.#open.delete(id);
    this.#links.delete(id);
  }

  byId(id: string): Channel | undefined {
    return this.#open.get(id)?.channel;
  }

  ids(): string[] {
    return [...this.#open.keys()];
  }

  isOpen(): boolean {
    return this.#open.size > 0;
  }

  wallets(): Wallet[] {
    return [...new Set([...this.#open.values()].flatMap(({ kind }) => kind.manifest.wallets))];
  }

  /** The channel that may charge this: the first whose provider answers. */
  forCode(
    wallet: Wallet,
    amount: Minor,
    currency: string,
  ): { readonly id: string; readonly row: Open['row'] } | undefined {
    const fits = [...this.#open].filter(
      ([
        ,
        {
          kind: { manifest },
        },
      ]) =>
        manifest.wallets.includes(wallet) &&
        manifest.currencies.includes(currency) &&
        amount <= manifest.amountMax,
    );
    const [id, open] = fits.find(([each]) => this.#links.get(each)?.online) ?? fits[0] ?? [];
    return id === undefined || !open ? undefined : { id, row: open.row };
  }

  linkOf(id: string): ChannelLink | undefined {
    return this.#links.get(id);
  }

  /** Since when (wall ms) no provider of a channel that is set up has answered; null while one does, and for a gap that can be bridged. */
  offlineSince(): number | null {
    const links = [...this.#links.values()];
    if (links.length === 0 || links.some(({ online }) => online)) return null;
    const last = links.reduce((latest, link) => (link.turnedMs > latest.turnedMs ? link : latest));
    return this.#parts.steadyMs() - last.turnedMs >= offlineGraceMs ? last.since : null;
  }

  #turn(id: string, online: boolean): void {
    const { env, steadyMs } = this.#parts;
    this.#links.set(id, { online, since: env.wallMs(), turnedMs: steadyMs() });
  }

  /** Whether a request of this channel has just reached somebody. */
  heard(id: string, online: boolean): void {
    const link = this.#links.get(id);
    if (!link || link.online === online) return;
    this.#turn(id, online);
    this.#parts.env.log('info', 'channel.link', { channel: id, online });
    const told = () => this.#parts.act(systemActor, tx => tx.touch('payments'));
    told();
    this.#grace?.();
    this.#grace = online ? null : this.#parts.env.after(offlineGraceMs, told);
  }

  stop(): void {
    this.#stopped = true;
    this.#probe?.();
    this.#grace?.();
    for (const id of [...this.#open.keys()]) this.close(id);
  }

  #probeLater(): void {
    if (this.#stopped) return;
    this.#probe = this.#parts.env.after(probeEveryMs, () =>
      this.#parts.env.spawn('channel.probe', async () => {
        try {
          await Promise.all([...this.#open.keys()].map(id => this.#look(id)));
        } finally {
          this.#probeLater();
        }
      }),
    );
  }

  async #look(id: string): Promise<void> {
    const test = await this.byId(id)?.test();
    if (test && !this.#stopped) this.heard(id, test.kind === 'works' || test.why !== 'unreachable');
  }
}
