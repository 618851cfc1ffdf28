import type { CorePort } from '../../shared/contract/router.ts';
import type { Env } from '../../shared/env.ts';
import type { ChannelKind, Exchange } from '../channels/channel.ts';
import type { Paths } from './paths.ts';
import type { Vault } from './vault.ts';

/**
 * The line to the process in which device drivers live. Messages are structured clones, so bytes arrive
 * as bytes. After `onExit` has been told, the channel is dead; `forkDevices` makes the next one.
 */
export type DeviceChannel = {
  post(message: unknown): void;
  onMessage(run: (message: unknown) => void): void;
  /** `how` is for the log: an exit code or a signal. Told once. */
  onExit(run: (how: string) => void): void;
  kill(): void;
};

/** What a host hands to the core; everything else is the same on both. */
export type HostParts = {
  readonly paths: Paths;
  readonly env: Env;
  readonly vault: Vault;
  /** Starts the device host. The core keeps at most one running. */
  readonly forkDevices: () => DeviceChannel;
  /** The folder with the demo shop, sounds and the like. */
  readonly resources: string;
  /** Starts with the demonstration shop. */
  readonly demo: boolean;
  /** This is a till for practice: its printer is virtual, whatever the settings say. `fill` sets it up. */
  readonly practice?: { fill(core: CorePort): Promise<void> };
  /** Other payment channels than those of the registry, or a simulated network under them. */
  readonly channels?: { readonly kinds?: readonly ChannelKind[]; readonly exchange?: Exchange };
  /** Only answers: prints nothing, sends nothing, starts no gateway. For a command line on a till that is shut. */
  readonly still?: boolean;
};

/** A core that has been put together and sells. `stop` is a courtesy: a till survives without it. */
export type Till = { readonly core: CorePort; stop(): Promise<void> };
export type Boot = (parts: HostParts) => Promise<Till>;
