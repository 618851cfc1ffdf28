import type { DeviceChannel } from './parts.ts';
import { tellStartFault } from './start-fault.ts';
import type { Vault } from './vault.ts';

/** What the desktop's main process tells the core process; `wire` and `devices` bring one port each. */
export type ToCore =
  | { readonly type: 'start'; readonly data: string; readonly demo: boolean; readonly vault: Vault['kind'] }
  | { readonly type: 'wire'; readonly guest: 'page' | 'customer' }
  | { readonly type: 'devices'; readonly fork: number }
  | { readonly type: 'devices-ended'; readonly fork: number; readonly how: string }
  | { readonly type: 'vault'; readonly ask: number; readonly text: string | undefined }
  | { readonly type: 'stop' };

/** What the core process asks of the main process: the few powers that Electron gives to that one only. */
export type ToMain =
  | { readonly type: 'open' }
  /** In the machine's language; the core process ends after it. */
  | { readonly type: 'not-started'; readonly why: string }
  | { readonly type: 'fork-devices'; readonly fork: number }
  | { readonly type: 'kill-devices'; readonly fork: number }
  | { readonly type: 'vault'; readonly ask: number; readonly verb: 'seal' | 'open'; readonly text: string };

/** A message port as Electron gives it to a utility process: messages come as `{data}`. */
export type DeskPort = {
  postMessage(message: unknown): void;
  on(event: 'message', run: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', run: () => void): unknown;
  start(): void;
  close(): void;
};

export type DeskLine = {
  /** Takes what the main process answered; gives back what is not about devices or secrets. */
  hear(message: ToCore, port: DeskPort | undefined): void;
  readonly forkDevices: () => DeviceChannel;
  /** The system's keystore, which only the main process can reach; undefined where it is not worth its name. */
  keystore(kind: Vault['kind']): Vault | undefined;
  /** Has the main process say why there is no till; what a person can do nothing about is thrown on. */
  notStarted(error: unknown, data: string): void;
};

type Fork = { deliver(port: DeskPort): void; ended(how: string): void };

/** The core's end of the desktop's parent port: devices and secrets, asked for by `say`. */
export function deskLine(say: (message: ToMain) => void): DeskLine {
  const forks = new Map<number, Fork>();
  const questions = new Map<number, (text: string | undefined) => void>();
  let serial = 0;

  const ask = (verb: 'seal' | 'open', text: string) =>
    new Promise<string | undefined>(resolve => {
      serial += 1;
      questions.set(serial, resolve);
      say({ type: 'vault', ask: serial, verb, text });
    });
  const answered = (number: number, text: string | undefined) => {
    questions.get(number)?.(text);
    questions.delete(number);
  };
  return {
    hear: (message, port) => {
      if (message.type === 'vault') answered(message.ask, message.text);
      if (message.type === 'devices' && port) forks.get(message.fork)?.deliver(port);
      if (message.type !== 'devices-ended') return;
      forks.get(message.fork)?.ended(message.how);
      forks.delete(message.fork);
    },
    keystore: kind =>
      kind === 'key-file'
        ? undefined
        : {
            kind,
            seal: async text => {
              const sealed = await ask('seal', text);
              if (sealed === undefined) throw new Error('the keystore did not seal');
              return sealed;
            },
            open: text => ask('open', text),
          },
    notStarted: (error, data) => say({ type: 'not-started', why: tellStartFault(error, data) }),
    forkDevices: () => {
      serial += 1;
      const fork = serial;
      const { channel, ends } = lateChannel(() => say({ type: 'kill-devices', fork }));
      forks.set(fork, ends);
      say({ type: 'fork-devices', fork });
      return channel;
    },
  };
}

/** A channel that can be spoken into before its port has come. */
function lateChannel(kill: () => void): { channel: DeviceChannel; ends: Fork } {
  const port = Promise.withResolvers<DeskPort>();
  const exit = Promise.withResolvers<string>();
  const channel: DeviceChannel = {
    post: message => void port.promise.then(open => open.postMessage(message)),
    onMessage: run =>
      void port.promise.then(open => {
        open.on('message', event => run(event.data));
        open.start();
      }),
    onExit: run => void exit.promise.then(run),
    kill,
  };
  return { channel, ends: { deliver: port.resolve, ended: exit.resolve } };
}
