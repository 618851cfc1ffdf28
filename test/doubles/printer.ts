import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export type FakePrinterOptions = {
  /** Lines until the paper is out. */
  readonly paperLines?: number;
  /** `process-id`: like an Epson. `status`: like a good clone. `none`: deaf. */
  readonly answers?: 'process-id' | 'status' | 'none';
  /** How fast it prints; all at once where nothing is said. */
  readonly bytesPerSecond?: number;
  /** Resets the connection when it has taken in that many bytes. */
  readonly resetAfterBytes?: number;
  readonly coverOpen?: boolean;
};

/** What is really on the paper and on the drawer's wire, whatever anybody was told. */
export type GroundTruth = {
  readonly lines: number;
  readonly cuts: number;
  readonly pulses: number;
  readonly connections: number;
};

export type FakePrinter = {
  readonly port: number;
  truth(): GroundTruth;
  loadPaper(lines: number): void;
  stop(): Promise<void>;
};

/** A network printer with paper, speed and moods. It knows its commands from the manual, not from our code. */
export async function fakePrinter(options: FakePrinterOptions = {}): Promise<FakePrinter> {
  const answers = options.answers ?? 'status';
  const truth = { lines: 0, cuts: 0, pulses: 0, connections: 0 };
  const sockets = new Set<Socket>();
  let paper = options.paperLines ?? 1000;
  let buffer: number[] = [];
  let taken = 0;
  let talkTo: Socket | null = null;
  let timer: NodeJS.Timeout | null = null;

  const say = (...bytes: number[]): void => {
    if (answers !== 'none' && talkTo?.writable) talkTo.write(Uint8Array.from(bytes));
  };
  const statusOf = (n: number): number => {
    const out = paper === 0;
    if (n === 1) return 0x12 | (out || options.coverOpen ? 0x08 : 0);
    if (n === 2) return 0x12 | (out ? 0x20 : 0) | (options.coverOpen ? 0x04 : 0);
    return n === 4 ? 0x12 | (out ? 0x6c : 0) : 0x12;
  };
  /** Obeys one command at the head of the buffer; gives its length, or 0 while it is not all there. */
  const obey = (): number => {
    const [first, second, third] = buffer;
    const length = lengthOf(buffer);
    if (length === 0 || length > buffer.length) return 0;
    if (first === 0x0a) {
      truth.lines += 1;
      paper -= 1;
    } else if (first === 0x1d && second === 0x56) truth.cuts += 1;
    else if (first === 0x1b && second === 0x70) truth.pulses += 1;
    else if (first === 0x1d && second === 0x72) say(0x00);
    else if (first === 0x1d && second === 0x28 && third === 0x48 && answers === 'process-id') {
      say(0x37, 0x22, ...buffer.slice(7, 11), 0x00);
    }
    return length;
  };
  const work = (budget: number): void => {
    let left = budget;
    while (buffer.length > 0 && paper > 0 && left > 0) {
      const length = obey();
      if (length === 0) return;
      buffer = buffer.slice(length);
      left -= length;
    }
  };
  const run = (): void => {
    if (options.bytesPerSecond === undefined) work(Number.POSITIVE_INFINITY);
    else timer ??= setInterval(() => work(options.bytesPerSecond! / ticksPerSecond), 1000 / ticksPerSecond);
  };
  const receive = (socket: Socket, bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; at += 1) {
      if (bytes[at] === 0x10 && bytes[at + 1] === 0x04) {
        say(statusOf(bytes[at + 2]!));
        at += 2;
        continue;
      }
      taken += 1;
      if (taken === options.resetAfterBytes) {
        socket.resetAndDestroy();
        return;
      }
      buffer.push(bytes[at]!);
    }
    run();
  };

  const server = createServer(socket => {
    truth.connections += 1;
    talkTo = socket;
    sockets.add(socket);
    socket.on('data', bytes => receive(socket, bytes));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    truth: () => ({ ...truth }),
    loadPaper(lines) {
      paper = lines;
      run();
    },
    async stop() {
      if (timer) clearInterval(timer);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Length of the command at the head; 0 where that can't be told yet. Text counts byte by byte. */
function lengthOf(buffer: readonly number[]): number {
  const [first, second, third] = buffer;
  if (first !== 0x1b && first !== 0x1c && first !== 0x1d) return 1;
  if (second === undefined) return 0;
  if (first === 0x1c) return 2;
  if (first === 0x1b) return second === 0x40 ? 2 : second === 0x70 ? 5 : 3;
  if (second === 0x56) return third === 0x41 || third === 0x42 ? 4 : 3;
  if (second !== 0x28) return 3;
  const [low, high] = [buffer[3], buffer[4]];
  return low === undefined || high === undefined ? 0 : 5 + low + 256 * high;
}

const ticksPerSecond = 100;
