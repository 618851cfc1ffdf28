import { type SaidAtStart, startBlock, startWatches } from '../../shared/contract/at-start.ts';
import type { Caller, CorePort, StopSignal } from '../../shared/contract/router.ts';
import type { Answer, WatchName } from '../../shared/contract/words.ts';
import type { PageFile } from './page.ts';

const caller: Caller = { kind: 'page' };
const neverStops: StopSignal = { aborted: false, addEventListener: () => {} };

/**
 * The till's page with what the counter's watches say at this moment, where the page has a place for it. While the
 * till practises it stays empty: not for a blink does the real counter stand where practice is meant.
 */
export async function tellAtStart(file: PageFile, core: CorePort): Promise<PageFile> {
  const place = `id="${startBlock}">`;
  const [before, after] = file.bytes.toString('utf8').split(place, 2);
  if (after === undefined) return file;
  // A `<` could end the element that it stands in.
  const said = JSON.stringify(await saidAtStart(core)).replaceAll('<', '\\u003c');
  return { ...file, bytes: Buffer.from(`${before}${place}${said}${after}`) };
}

async function saidAtStart(core: CorePort): Promise<SaidAtStart> {
  const practice = await saidNow(core, 'practice.state');
  if (!practice?.ok || (practice.value as { readonly on: boolean }).on) return {};
  const answers = await Promise.all(
    startWatches.map(async word => [word, await saidNow(core, word)] as const),
  );
  return Object.fromEntries(
    answers.flatMap(([word, answer]) => (answer?.ok ? [[word, answer.value]] : [])),
  ) as SaidAtStart;
}

async function saidNow(core: CorePort, word: WatchName): Promise<Answer<unknown> | undefined> {
  for await (const answer of core.watch(word, {}, caller, neverStops)) return answer;
  return undefined;
}
