import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PaperTill } from './paper-till.ts';
import { askSigned, type RawAnswer } from './raw-client.ts';

const main = fileURLToPath(new URL('../../../gateway/main.ts', import.meta.url));

export type GatewayProcess = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly gateway: string;
  readonly code: string;
};

/**
 * A gateway in a process of its own, up when this resolves; it ends with this process at the latest.
 * `fileKbMax` bounds its files, which to the gateway is a full disk.
 */
export async function gatewayProcess(dataDir: string, fileKbMax?: number): Promise<GatewayProcess> {
  const command = [process.execPath, main, '--json', '--child', '--data', dataDir];
  // The signal of a file grown too large is ignored, so that the write fails as on a full disk.
  const limited = ['bash', '-c', `trap '' XFSZ; ulimit -f ${fileKbMax}; exec "$@"`, 'bash', ...command];
  const [program = '', ...rest] = fileKbMax === undefined ? command : limited;
  const child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, ...(JSON.parse(line) as Omit<GatewayProcess, 'child'>) };
}

export async function enrolAt({ url, code }: GatewayProcess, till: PaperTill): Promise<RawAnswer> {
  const body = JSON.stringify({ code, publicKey: till.publicKey, till: till.id, label: '1' });
  return askSigned(url, { method: 'POST', path: '/v1/enrol', gateway: '', till, body });
}

/** Posts the records from one seq to another, both included. */
export async function postTo(
  at: GatewayProcess,
  till: PaperTill,
  from: number,
  to: number,
): Promise<RawAnswer> {
  const body = JSON.stringify(till.batch(from, to));
  return askSigned(at.url, { method: 'POST', path: '/v1/journal', gateway: at.gateway, till, body });
}
