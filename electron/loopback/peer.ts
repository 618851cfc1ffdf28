import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * Whether the other end of a loopback connection surely belongs to another system user. Linux tells the
 * owner of each TCP socket in /proc/net/tcp; elsewhere, and where it says nothing, the answer is no: this
 * only stands behind the door's secrets, it replaces none of them. The table takes the system some milliseconds to tell,
 * in which the till goes on.
 */
export async function isOtherUser(
  socket: Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>,
): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const owner = ownerOf(await readTable(), socket.remotePort ?? 0, socket.localPort ?? 0);
  return owner !== undefined && owner !== own && owner !== 0;
}

async function readTable(): Promise<string> {
  try {
    return await readFile('/proc/net/tcp', 'latin1');
  } catch {
    return ''; // No /proc in this sandbox: nothing is known, so nothing is refused.
  }
}

const loopback = '0100007F';

/**
 * The uid that owns the socket 127.0.0.1:`from` connected to 127.0.0.1:`to` in a table of the form of
 * /proc/net/tcp (proc(5): addresses are host-order hex, the uid is the eighth column).
 */
export function ownerOf(table: string, from: number, to: number): number | undefined {
  const wanted = `${endpoint(from)} ${endpoint(to)}`;
  for (const line of table.split('\n')) {
    const [, local, remote, , , , , uid] = line.trim().split(/\s+/);
    if (`${local} ${remote}` === wanted) return Number(uid);
  }
  return undefined;
}

const endpoint = (port: number): string => `${loopback}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
