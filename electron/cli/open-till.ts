import { userInfo } from 'node:os';
import type { Caller } from '../../shared/contract/router.ts';
import type { Answer } from '../../shared/contract/words.ts';
import { boot } from '../host/boot.ts';
import { openLocalParts } from '../host/local.ts';
import type { DeviceChannel, Till } from '../host/parts.ts';
import { pathsOf } from '../host/paths.ts';
import { connectTill, type TillClient } from '../host/till-client.ts';

/** A till that the command line can speak to: one that runs, or the folder itself, opened for a moment. */
export type OpenTill = Omit<TillClient, 'pid'> & { readonly runs: 'here' | 'elsewhere' };

/**
 * Speaks to the till that runs on `data` over its wire; where none runs, opens the folder under its lock
 * and puts a core together that answers and does nothing by itself. Undefined where another process holds
 * the folder and does not answer. With `devices` the device process is started, to see how it fares. Rejects where the database cannot be opened.
 */
export async function openTill(
  data: string,
  { devices }: { readonly devices: boolean } = { devices: false },
): Promise<OpenTill | undefined> {
  const running = await connectTill(data);
  if (running) return { ...running, runs: 'elsewhere' };
  const local = openLocalParts(pathsOf(data), false, devices ? {} : { forkDevices: noDevices });
  if (!local) return undefined;
  try {
    const till = await boot({ ...local.parts, still: true });
    return speakTo(till, local.parts.env.newId, local.close);
  } catch (error) {
    local.close();
    throw error;
  }
}

const noDevices = (): DeviceChannel => ({
  post: () => {},
  onMessage: () => {},
  onExit: () => {},
  kill: () => {},
});

function speakTo({ core, stop }: Till, newId: () => string, giveBack: () => void): OpenTill {
  const caller: Caller = { kind: 'command-line', name: callerName() };
  return {
    runs: 'here',
    command: async (word, input) => (await core.submit({ id: newId(), word, input }, caller)) as never,
    query: async (word, input) => (await core.query(word, input, caller)) as never,
    watch: (word, hear) => {
      const end = new AbortController();
      void listen(core.watch(word, {}, caller, end.signal), hear as (answer: Answer<unknown>) => void);
      return () => end.abort();
    },
    close: async () => {
      await stop();
      giveBack();
    },
  };
}

async function listen(
  answers: AsyncIterable<Answer<unknown>>,
  hear: (answer: Answer<unknown>) => void,
): Promise<void> {
  for await (const answer of answers) hear(answer);
}

/** The system user; where the system has no name for it, its number. */
function callerName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 0}`;
  }
}
