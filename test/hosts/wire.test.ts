import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answersTo } from '../../shared/contract/answers.ts';
import { openRig, type Page, type Rig, type WireKind } from './wire-rig.ts';

// One suite, every wire: what holds on one must hold on the other.
describe.each<WireKind>(['websocket', 'message port'])('a wire over a %s', kind => {
  let rig: Rig;
  let page: Page;
  beforeAll(async () => {
    rig = await openRig(kind);
  });
  afterAll(() => rig.close());
  beforeEach(async () => {
    await rig.forget();
    page = rig.openPage();
  });
  afterEach(() => page.vanish());

  test('carries a question and a command, and their answers', async () => {
    expect(await send(page, 'one')).toEqual({ ok: true, value: 1 });
    expect(await page.trpc.query.query({ word: 'count', input: {} })).toEqual({ ok: true, value: 1 });
  });

  test('carries text unchanged: Han, emoji, quotes, line ends, NUL', async () => {
    const text = '牛肉 𠮷 🧾 "\\\n\u0000 </script>';
    const echoed = await page.trpc.query.query({ word: 'echo', input: { text } });
    expect(echoed).toEqual({ ok: true, value: { text } });
  });

  test('brings a refusal as an answer, not as an error', async () => {
    const answer = await page.trpc.command.mutate({ id: 'x', word: 'refuse', input: {} });
    expect(answer).toEqual({ ok: false, refusal: { code: 'no-shift', params: {} } });
  });

  test('refuses what is no envelope, and goes on serving', async () => {
    const shapeless = page.trpc.command.mutate({ id: '', word: 'add', input: {} });
    await expect(shapeless).rejects.toMatchObject({ data: { code: 'BAD_REQUEST' } });
    expect(await send(page, 'after')).toEqual({ ok: true, value: 1 });
  });

  test('watches: answers now and after each change', async () => {
    const seen = watch(page);
    await expect.poll(() => seen).toEqual([0]);
    await send(page, 'one');
    await expect.poll(() => seen.at(-1)).toBe(1);
  });

  test('a watch answers again after the wire was cut', async () => {
    const seen = watch(page);
    await expect.poll(() => seen.length).toBe(1);
    page.cut();
    await expect.poll(() => seen.length).toBe(2);
    await send(page, 'one');
    await expect.poll(() => seen.at(-1)).toBe(1);
  });

  test('counts twenty items once each when the wire is cut in the middle of them', async () => {
    const items = Array.from({ length: 20 }, (_, index) => sendUntilAnswered(page, `item-${index}`));
    for (let cuts = 0; cuts < 5; cuts += 1) {
      page.cut();
      await new Promise(resolve => setImmediate(resolve));
    }
    await Promise.all(items);
    expect(await page.trpc.query.query({ word: 'count', input: {} })).toEqual({ ok: true, value: 20 });
  });

  test('goes on after the core was killed: nothing lost, nothing twice, watches back', async () => {
    const seen = watch(page);
    await sendUntilAnswered(page, 'before');
    const during = Array.from({ length: 10 }, (_, index) => sendUntilAnswered(page, `during-${index}`));
    await rig.killCore();
    const after = sendUntilAnswered(page, 'after');
    await rig.startCore();
    await Promise.all([...during, after]);
    expect(await page.trpc.query.query({ word: 'count', input: {} })).toEqual({ ok: true, value: 12 });
    await expect.poll(() => seen.at(-1)).toBe(12);
  });

  test('several reloads leave no dead watch behind', async () => {
    for (let loads = 0; loads < 5; loads += 1) {
      const seen = watch(page);
      await expect.poll(() => seen.length).toBe(1);
      page.vanish();
      page = rig.openPage();
    }
    const seen = watch(page);
    await expect.poll(() => seen.length).toBe(1);
    await expect.poll(() => rig.watchers()).toBe(1);
  });

  test('a frame beyond the bound ends the wire, and the next one serves', async () => {
    const huge = page.trpc.query.query({ word: 'echo', input: 'x'.repeat(5 * 1024 * 1024) });
    await expect(huge).rejects.toThrow();
    expect(await sendUntilAnswered(page, 'next')).toEqual({ ok: true, value: 1 });
  });

  test('our own fault is an incident in the log, and what was sent is not in it', async () => {
    const failing = page.trpc.command.mutate({
      id: 'x',
      word: 'fail',
      input: { text: '288888888888888888' },
    });
    await expect(failing).rejects.toMatchObject({ data: { code: 'INTERNAL_SERVER_ERROR' } });
    await expect.poll(() => rig.log).toHaveLength(1);
    expect(rig.log[0]).toMatchObject({
      level: 'error',
      event: 'wire.call-failed',
      facts: { incident: expect.any(String) },
    });
    expect(JSON.stringify(rig.log)).not.toContain('288888888888888888');
  });
});

const send = (page: Page, id: string) => page.trpc.command.mutate({ id, word: 'add', input: {} });

/** The page's rule after a cut: what was not answered is sent again under the same id. */
async function sendUntilAnswered(page: Page, id: string) {
  for (let sends = 0; sends < 50; sends += 1) {
    try {
      return await send(page, id);
    } catch {
      // Cut off before the answer: whether it was done is the core's to know, by the id.
    }
  }
  throw new Error(`never answered: ${id}`);
}

/** As the page watches: tRPC gives a watch up where a wire breaks while it is sent again, so it is asked for anew. */
function watch(page: Page): number[] {
  const seen: number[] = [];
  const ask = () => {
    page.trpc.watch.subscribe(
      { word: 'counting', input: {} },
      {
        onData: answersTo(answer => seen.push(answer.ok ? Number(answer.value) : Number.NaN)),
        onError: ask,
      },
    );
  };
  ask();
  return seen;
}
