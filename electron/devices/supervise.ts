import type { Env } from '../../shared/env.ts';
import { backoffMs, type DeviceHealth, type HealthReason, sameHealth } from './device.ts';
import type { Connect, OpenTrouble, Transport } from './transports/transport.ts';

/** A device that is kept connected for as long as it is wanted. */
export type Supervised = {
  /** The open connection, or null while there is none. */
  transport(): Transport | null;
  /** Gives this connection up and makes a new one at once: nobody knows what is still in its pipes. */
  renew(): void;
  /** What the driver found wrong on an open connection; null when it is right again. */
  report(trouble: HealthReason | null): void;
  health(): DeviceHealth;
  stop(): Promise<void>;
};

/**
 * Connects, notices loss, waits, connects again with a new transport, for ever; the only place that does.
 * `onConnected` wires a fresh connection before its first byte arrives. Every change of health is told once.
 */
export function supervise(
  device: {
    readonly connect: Connect;
    onConnected(transport: Transport): void;
    onHealth(health: DeviceHealth): void;
  },
  env: Env,
): Supervised {
  let health: DeviceHealth = { state: 'connecting', reason: null };
  let current: Transport | null = null;
  let failures = 0;
  let stopped = false;
  let cancelRetry = (): void => undefined;

  const become = (next: DeviceHealth): void => {
    if (stopped || sameHealth(health, next)) return;
    health = next;
    device.onHealth(health);
  };
  const retryLater = (): void => {
    failures += 1;
    cancelRetry = env.after(backoffMs(failures, env.rng()), () => env.spawn('device.connect', tryOnce));
  };
  const lose = (transport: Transport): void => {
    if (current !== transport) return;
    current = null;
    env.spawn('device.close', () => transport.close());
    become({ state: 'absent', reason: 'link-lost' });
    retryLater();
  };
  const tryOnce = async (): Promise<void> => {
    const transport = device.connect();
    transport.onEnd(() => lose(transport));
    const opened = await transport.open();
    if (stopped || !opened.ok) {
      await transport.close();
      if (stopped || opened.ok) return;
      become(afterFailure(opened.refusal));
      retryLater();
      return;
    }
    failures = 0;
    current = transport;
    device.onConnected(transport);
    become({ state: 'ready', reason: null });
  };

  /** Most printers take one connection at a time: the old one must be gone first. */
  const renewed = async (old: Transport): Promise<void> => {
    await old.close();
    if (!stopped) await tryOnce();
  };

  device.onHealth(health);
  env.spawn('device.connect', tryOnce);
  return {
    transport: () => current,
    renew() {
      const old = current;
      if (!old) return;
      current = null;
      become({ state: 'connecting', reason: null });
      env.spawn('device.renew', () => renewed(old));
    },
    report(trouble) {
      if (current)
        become(trouble === null ? { state: 'ready', reason: null } : { state: 'trouble', reason: trouble });
    },
    health: () => health,
    async stop() {
      stopped = true;
      cancelRetry();
      const last = current;
      current = null;
      await last?.close();
    },
  };
}

/** What isn't there is absent; what is there and won't let us in is in trouble. */
function afterFailure(trouble: OpenTrouble): DeviceHealth {
  if (trouble === 'absent') return { state: 'absent', reason: 'not-found' };
  if (trouble === 'unreachable') return { state: 'absent', reason: 'unreachable' };
  return { state: 'trouble', reason: trouble };
}
