import type { AttemptView, IntentView, ParkedView } from '../../../shared/contract/paying.ts';
import type { AnyAct } from '../../../shared/domain/keys/acts.ts';
import { goTo } from '../../app/navigation.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import type { PayAct } from './acts.ts';

/** What can be done about a payment under way; each stage takes what fits. A key means the same on all of them. */
export function useActs(
  intent: IntentView,
  attempt: AttemptView | null,
  options: { readonly label: string; readonly parked: readonly ParkedView[]; readonly find: () => void },
) {
  const { t } = useWords();
  const { acts, keys, afterStop } = t.paying;
  const words = t.payments.parked;
  const stop = useCommand('paying.stop');
  const waitLonger = useCommand('paying.waitLonger');
  const park = useCommand('paying.park');
  const bringBack = useCommand('paying.bringBack');
  const goOnWithout = useCommand('paying.goOnWithout');
  const accept = useCommand('paying.accept');
  const mine = { intent: intent.intent };

  const parkIt = async () => {
    const answer = await park(mine);
    if (answer.ok) toast({ tone: 'plain', title: words.done(options.label), detail: words.doneTodo });
    return answer.ok;
  };
  const swap = async () => {
    const [only, ...more] = options.parked;
    if (only && more.length === 0) await bringBack({ intent: only.intent });
    else if (only && (await parkIt())) goTo('held');
  };
  return {
    park: act('hold', acts.park, keys.park, () => void parkIt(), acts.parkNote),
    /** Brings a parked sale in the place of this one, where there is one. */
    swaps: options.parked.length > 0 ? [act('recall', keys.swap, keys.swap, () => void swap())] : [],
    find: act('find-payment', acts.find, keys.find, options.find, acts.findNote),
    stop: act('void', acts.stop, keys.stop, () => void stop(mine), acts.stopNote),
    waitLonger: act(
      'wait-longer',
      acts.waitLonger,
      keys.waitLonger,
      () => void waitLonger(mine),
      acts.waitLongerNote,
    ),
    goOn: act('go-on', acts.goOn, keys.goOn, () => void goOnWithout(mine), acts.goOnNote),
    accept: act(
      'pay',
      afterStop.accept,
      keys.accept,
      () => attempt && void accept({ attempt: attempt.attempt }),
      afterStop.acceptNote,
    ),
    help: act('help', t.selling.keys.help, t.selling.keys.help, () => goTo('help')),
  };
}

const act = (name: AnyAct, label: string, short: string, run: () => void, note?: string): PayAct => ({
  act: name,
  label,
  short,
  run,
  ...(note !== undefined && { note }),
});
