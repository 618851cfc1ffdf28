import type { ChannelKind } from './channel.ts';
import { jeepay } from './jeepay/channel.ts';

/** Every way to be paid through a provider; one line per channel. */
export const channels: readonly ChannelKind[] = [jeepay];
