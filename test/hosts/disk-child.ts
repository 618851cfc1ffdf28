import { boot } from '../../electron/host/boot.ts';
import { realEnv } from '../../electron/host/env.ts';
import { pathsOf } from '../../electron/host/paths.ts';
import { openKeyFileVault } from '../../electron/host/vault.ts';
import type { Caller } from '../../shared/contract/router.ts';
import type { CartView } from '../../shared/contract/selling.ts';
import type { Answer } from '../../shared/contract/words.ts';

/**
 * The till whose disk `disk-trouble.test.ts` troubles: sells `sales` times one piece and says on its
 * standard output what each try was answered, `ACK id number` or `NO id code`. What was refused is said
 * again under the same id until it is done.
 */
const [data = '', staff = '', pin = '', code = '', sales = ''] = process.argv.slice(2);
const triesMax = 50;
const page: Caller = { kind: 'page' };
const paths = pathsOf(data);
const say = (line: string) => process.stdout.write(`${line}\n`);

const till = await boot({
  paths,
  env: realEnv(() => {}),
  vault: openKeyFileVault(paths.vaultKey),
  forkDevices: () => ({ post: () => {}, onMessage: () => {}, onExit: () => {}, kill: () => {} }),
  resources: '',
  demo: false,
});

/** Until it is done, as a page and its cashier would. */
async function insist(id: string, word: string, input: unknown): Promise<unknown> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const answer = await till.core.submit({ id, word, input }, page);
    if (answer.ok) return answer.value;
    say(`NO ${id} ${answer.refusal.code}`);
  }
  throw new Error(`never done: ${id}`);
}

async function cartNow(): Promise<CartView> {
  const end = new AbortController();
  for await (const answer of till.core.watch('selling.cart', {}, page, end.signal)) {
    const cart = answer as Answer<CartView>;
    if (!cart.ok) continue;
    end.abort();
    return cart.value;
  }
  throw new Error('no cart');
}

await insist(`sign-in-${process.pid}`, 'session.signIn', { staff, pin });
say('READY');
for (let sale = 1; sale <= Number(sales); sale += 1) {
  await insist(`scan-${sale}`, 'selling.scan', { text: code, from: 'keyboard' });
  const { id: cart, priced } = await cartNow();
  const paid = (await insist(`sale-${sale}`, 'paying.cash', {
    cart,
    due: priced.due,
    given: priced.due,
  })) as { number: number };
  say(`ACK sale-${sale} ${paid.number}`);
}
say('END');
process.exit(0);
