import { closeSync, openSync, readSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

type Ends = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>;

const known = new WeakMap<Ends, Promise<boolean>>();

/**
 * Whether the other end of a loopback connection surely belongs to another system user; asked once for each, for its
 * ends stay whose they are. Linux tells the owner of each TCP socket in /proc/net/tcp; elsewhere, and where it says
 * nothing, the answer is no: this only stands behind the door's secrets, it replaces none of them.
 */
export function isOtherUser(socket: Ends): Promise<boolean> {
  const answer = known.get(socket) ?? lookUp(socket);
  known.set(socket, answer);
  return answer;
}

async function lookUp(socket: Ends): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return false;
  const owner = await ownerIn('/proc/net/tcp', socket.remotePort ?? 0, socket.localPort ?? 0);
  return owner !== undefined && owner !== own && owner !== 0;
}

const pieceBytes = 64 * 1024;
/** The system tells some thirty connections in each. */
const piecesInOneTurn = 64;

/**
 * The same as `ownerOf`, from a file; no more of it is read than is needed, for the system makes it up meanwhile. In the
 * till's own thread: beside a browser that was just starting, with two hundred connections, it takes 4 to 10 ms, where
 * read by another thread it took 10 to 30. Of a long table the till rests in between.
 */
export async function ownerIn(path: string, from: number, to: number): Promise<number | undefined> {
  let table: number | undefined;
  try {
    table = openSync(path, 'r');
    return await ownerInOpen(table, from, to);
  } catch {
    return undefined; // No /proc in this sandbox: nothing is known, so nothing is refused.
  } finally {
    if (table !== undefined) closeSync(table);
  }
}

async function ownerInOpen(table: number, from: number, to: number): Promise<number | undefined> {
  const piece = Buffer.alloc(pieceBytes);
  let rest = '';
  for (let read = 1; ; read += 1) {
    const bytes = readSync(table, piece);
    if (bytes === 0) return undefined;
    rest += piece.toString('latin1', 0, bytes);
    // A line that is still cut off tells a part of its owner's number.
    const end = rest.lastIndexOf('\n') + 1;
    const owner = ownerOf(rest.slice(0, end), from, to);
    if (owner !== undefined) return owner;
    rest = rest.slice(end);
    if (read % piecesInOneTurn === 0) await nextTurn();
  }
}

const loopback = '0100007F';

/**
 * The uid that owns the socket 127.0.0.1:`from` connected to 127.0.0.1:`to` in a table of the form of
 * /proc/net/tcp (proc(5): addresses are host-order hex, the uid is the eighth column).
 */
export function ownerOf(table: string, from: number, to: number): number | undefined {
  const at = table.indexOf(` ${endpoint(from)} ${endpoint(to)} `);
  if (at < 0) return undefined;
  const [, , , , , , , uid] = table.slice(at, table.indexOf('\n', at)).split(/\s+/);
  return Number(uid);
}

const endpoint = (port: number): string => `${loopback}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
