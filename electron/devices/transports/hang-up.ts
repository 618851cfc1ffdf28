import { read } from 'node:fs';

/** What the drivers of Linux and macOS have in common; their own types name each other's library only. */
type PolledPort = {
  readonly isOpen: boolean;
  readonly fd: number | null;
  readonly poller: { once(event: 'readable', heard: (error: Error | null) => void): unknown };
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
};

/**
 * Makes an open port of Linux or macOS notice a cable that is pulled between two of the driver's reads.
 *
 * A line that has hung up gives a read of 0 bytes at once, and for ever; the driver takes that for "nothing yet" and
 * asks again without end, with a processor at full load and no event (seen with serialport 13 on Linux, whose
 * `unixRead` calls itself on 0 bytes). With VMIN 1, as the driver sets it, "nothing yet" is EAGAIN and never 0
 * (termios(3)). The Windows driver does not poll and is left as it is.
 */
export function heedHangUp(port: object | undefined): void {
  if (port && isPolled(port)) port.read = (buffer, offset, length) => readOrEnd(port, buffer, offset, length);
}

function isPolled(port: object): port is PolledPort {
  return 'poller' in port;
}

async function readOrEnd(port: PolledPort, buffer: Buffer, offset: number, length: number) {
  while (port.isOpen && port.fd !== null) {
    try {
      const bytesRead = await readFd(port.fd, buffer, offset, length);
      if (bytesRead === 0) throw new Error('hung up');
      return { bytesRead, buffer };
    } catch (error) {
      if (!isNothingYet(error)) throw error;
    }
    if (port.isOpen) await readable(port);
  }
  // The word by which the driver's stream tells our own closing from a lost line.
  throw Object.assign(new Error('closed'), { canceled: true });
}

function readable(port: PolledPort): Promise<void> {
  return new Promise((resolve, reject) => {
    port.poller.once('readable', error => (error ? reject(error) : resolve()));
  });
}

function isNothingYet(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'EAGAIN' || code === 'EWOULDBLOCK' || code === 'EINTR';
}

function readFd(fd: number, buffer: Buffer, offset: number, length: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(fd, buffer, offset, length, null, (error, bytesRead) =>
      error ? reject(error) : resolve(bytesRead),
    );
  });
}
