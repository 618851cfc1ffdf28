import { migrate } from '../../electron/db/migrate.ts';
import { practiceMerchant } from '../../gateway/pay/jeepay/merchant.ts';
import type { AnswerOf, CommandName, InputOf, OutputOf } from '../../shared/contract/words.ts';
import { assert } from '../../shared/lib/assert.ts';
import { type Disk, openDisk } from './disk.ts';
import { providerAddress } from './network.ts';
import type { Person } from './page.ts';
import { fairWeather } from './weather.ts';
import { openWorld } from './world.ts';

export type Shop = { readonly disk: Disk; readonly owner: Person; readonly cashier: Person };

const quietly = { before: () => {}, rolledBack: () => {}, after: () => {} };
const ownerPin = '8351';
const cashierPin = '6072';
const { mchNo, appId, appSecret } = practiceMerchant;
const channel = { channel: 'jeepay', values: { address: providerAddress, mchNo, appId, appSecret } };
const shop = { name: '惠民便利', branch: '中山路店', address: '中山路 1 号', phone: '' };
const begin = {
  language: 'zh-CN',
  country: 'CN',
  shop,
  ownerName: '王店长',
  ownerPin,
  start: 'own',
} as const;

/** A till that is set up: staff, an open shift, the channel. Every story begins with its database as it is now. */
export async function makeShop(): Promise<Shop> {
  const disk = openDisk();
  migrate(disk.connect(quietly), null);
  const { power } = openWorld(0, disk, { weather: fairWeather });
  const { core } = await power.running();
  async function say<Name extends CommandName>(word: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    const answer = (await core.submit(
      { id: `setup-${word}`, word, input },
      { kind: 'page' },
    )) as AnswerOf<Name>;
    assert(answer.ok, `${word} sets the shop up`);
    return answer.value;
  }
  const owner = { staff: (await say('setup.begin', begin)).staff, pin: ownerPin };
  await say('session.signIn', owner);
  const hired = await say('setup.addStaff', { name: '李敏', role: 'cashier', pin: cashierPin });
  await say('paying.configureChannel', channel);
  await say('shifts.open', { float: 20_000 });
  return { disk, owner, cashier: { staff: hired.staff, pin: cashierPin } };
}
