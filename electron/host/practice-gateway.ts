import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A gateway of the till's own, for demo and training: a real one, in a process of its own, on this machine only. */
export type PracticeGateway = {
  readonly url: string;
  readonly gateway: string;
  readonly code: string;
  /** Channels to practise with: how each is set up. Whoever reads this can be them; they move no real money. */
  readonly channels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Of its process. */
  readonly pid: number;
  stop(): Promise<void>;
};

const entry = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url));

/** Starts it on `dataDir`; rejects where it does not come up. It ends with this process. */
export async function startPracticeGateway(dataDir: string, port = 0): Promise<PracticeGateway> {
  const child = spawn(
    process.execPath,
    [entry, '--json', '--child', '--data', dataDir, '--port', String(port)],
    {
      // It reads its input only to hear of our end, however that comes.
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const line = await firstLine(child);
  const { url, gateway, code, channels } = JSON.parse(line) as PracticeGateway;
  return {
    url,
    gateway,
    code,
    channels,
    pid: child.pid!,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('exit', code => reject(new Error(`the practice gateway ended with ${code}`)));
    child.once('error', reject);
  });
}
