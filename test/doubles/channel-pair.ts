import type { Channel } from '../../electron/devices/channel.ts';
import { createEnd, createSignal } from '../../electron/devices/signal.ts';

/** Both ends of a line within one process; messages pass as JSON text, as between processes. */
export function channelPair(): { readonly core: Channel; readonly host: Channel; cut(): void } {
  const toCore = createSignal<unknown>();
  const toHost = createSignal<unknown>();
  const end = createEnd();
  const carry = (to: { emit(message: unknown): void }, message: unknown): void => {
    const text = JSON.stringify(message);
    queueMicrotask(() => end.over || to.emit(JSON.parse(text)));
  };
  return {
    core: { post: message => carry(toHost, message), onMessage: toCore.on, onEnd: end.on },
    host: { post: message => carry(toCore, message), onMessage: toHost.on, onEnd: end.on },
    cut: end.emit,
  };
}
