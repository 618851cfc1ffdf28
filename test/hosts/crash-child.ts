import { createInterface } from 'node:readline';
import { boot } from '../../electron/host/boot.ts';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { openKeyFileVault } from '../../electron/host/vault.ts';
import type { Caller } from '../../shared/contract/router.ts';
import type { CartView } from '../../shared/contract/selling.ts';
import type { Answer, AnswerOf, CommandName, InputOf } from '../../shared/contract/words.ts';
import type { StaffId } from '../../shared/domain/sale.ts';

/**
 * The till that `crash.ts` kills: sells as fast as it can and says `ACK id number total` on its standard
 * output for every sale, after the core has acknowledged it and never before. The first line in
 * says that it is its turn; each further one names the next command id, so that a sale whose answer was lost is asked for again under the same id.
 */
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
// Loaded and waiting while the till before it is still being killed; it begins when it is told to.
await lines.next();

const [data = '', staff = '', pin = '', codes = ''] = process.argv.slice(2);
const page: Caller = { kind: 'page' };
const paths = pathsOf(data);
const till = await boot({
  paths,
  env: realEnv(
    (level, event, facts) => level === 'error' && process.stderr.write(`${event} ${JSON.stringify(facts)}\n`),
  ),
  vault: openKeyFileVault(paths.vaultKey),
  forkDevices: () => ({ post: () => {}, onMessage: () => {}, onExit: () => {}, kill: () => {} }),
  resources: '',
  demo: false,
});

const say = async <Name extends CommandName>(id: string, word: Name, input: InputOf<Name>) =>
  (await till.core.submit({ id, word, input }, page)) as AnswerOf<Name>;

const cartNow = async (): Promise<CartView> => {
  const end = new AbortController();
  for await (const answer of till.core.watch('selling.cart', {}, page, end.signal)) {
    end.abort();
    return must(answer as Answer<CartView>);
  }
  throw new Error('no cart');
};

function must<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${answer.refusal.code}`);
}

const goods = codes.split(',');
must(await say(`sign-in-${process.pid}-${Date.now()}`, 'session.signIn', { staff: staff as StaffId, pin }));
process.stdout.write('READY\n');

for await (const id of lines) {
  // After a crash everything is said again under its old ids; what was heard before is not done twice.
  for (const [place, text] of goods.entries())
    must(await say(`${id}-scan-${place}`, 'selling.scan', { text, from: 'keyboard' }));
  const { id: cart, priced } = await cartNow();
  const paid = must(await say(id, 'paying.cash', { cart, due: priced.due, given: priced.due }));
  process.stdout.write(`ACK ${id} ${paid.number} ${paid.total}\n`);
}
await till.stop();
