import { useState } from 'react';
import { countries } from '../../../shared/contract/setup.ts';
import type { StaffId } from '../../../shared/domain/sale.ts';
import { goTo } from '../../app/navigation.ts';
import { setFirstLanguage } from '../../app/preferences.ts';
import { useKeys } from '../../input/keys.ts';
import { useWords, WordsProvider } from '../../kit/words.tsx';
import { showRefusal, useCommand } from '../../live/index.tsx';
import { type Draft, emptyDraft, type Fault, faultsOf } from './draft.ts';
import { PlaceStep } from './place-step.tsx';
import { ShopStep } from './shop-step.tsx';
import { type Start, StartStep } from './start-step.tsx';

const steps = ['place', 'shop', 'start'] as const;
type Step = (typeof steps)[number];

/** The first minutes of a till: where it stands, whose it is, and what to sell. It speaks the chosen language at once. */
export function FirstRunScreen() {
  const { language } = useWords();
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft, language }));
  const change = (part: Partial<Draft>) => {
    if (part.language) setFirstLanguage(part.language);
    setDraft(now => ({ ...now, ...part }));
  };
  return (
    <WordsProvider language={language} currency={countries[draft.country].currency}>
      <Steps draft={{ ...draft, language }} onChange={change} />
    </WordsProvider>
  );
}

function Steps({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const { t } = useWords();
  const { begin, refusedPin, forgive } = useBegin(draft);
  const [step, setStep] = useState<Step>('place');
  const [shown, setShown] = useState<readonly Fault[]>([]);
  const [starting, setStarting] = useState(false);
  const at = steps.indexOf(step);

  const next = () => {
    const faults = step === 'shop' ? faultsOf(draft) : [];
    setShown(faults);
    if (faults.length === 0) setStep(steps[at + 1] ?? step);
  };
  const back = () => setStep(steps[at - 1] ?? step);
  const start = async (how: Start) => {
    if (starting) return;
    setStarting(true);
    const begun = await begin(how);
    setStarting(false);
    if (!begun) setStep('shop');
  };
  const change = (part: Partial<Draft>) => {
    forgive();
    setShown([]);
    onChange(part);
  };
  useKeys({ keys: { back: at > 0 ? back : undefined } });

  return (
    <main className="flex min-h-0 flex-1 flex-col items-center overflow-auto px-6 py-5">
      {/* One place and height for all steps, so that neither heading nor buttons move; a note on a country has room below. */}
      <div className="my-auto min-h-[608px] w-full max-w-[860px]">
        <div className="flex min-h-[490px] flex-col">
          <header className="mb-5">
            <p className="text-legend text-muted">{t.setup.first.step(at + 1, steps.length)}</p>
            <h1 className="text-hero font-semibold">{titleOf(step, t)}</h1>
            {step === 'place' && <p className="mt-2 text-lead text-muted">{t.setup.first.intro}</p>}
          </header>
          {step === 'place' && <PlaceStep draft={draft} onChange={change} onNext={next} />}
          {step === 'shop' && (
            <ShopStep
              draft={draft}
              faults={refusedPin ? ['pinEasy'] : shown}
              onChange={change}
              onNext={next}
              onBack={back}
            />
          )}
          {step === 'start' && <StartStep draft={draft} starting={starting} onStart={start} onBack={back} />}
        </div>
      </div>
    </main>
  );
}

const titleOf = (step: Step, t: ReturnType<typeof useWords>['t']): string =>
  ({ place: t.setup.first.welcome, shop: t.setup.first.shopAndOwner, start: t.setup.first.start })[step];

/**
 * Says it to the core. With an own price list the owner, who has just chosen the PIN, is signed in at once and
 * led to the import; in the demo shop signing in is the first thing to try. False: look at the form again.
 */
function useBegin(draft: Draft) {
  const words = useWords();
  const begin = useCommand('setup.begin', { quiet: true });
  const signIn = useCommand('session.signIn');
  const [refusedPin, setRefusedPin] = useState(false);
  return {
    refusedPin,
    forgive: () => setRefusedPin(false),
    begin: async (start: Start): Promise<boolean> => {
      const answer = await begin({
        language: draft.language,
        country: draft.country,
        shop: { name: draft.shopName.trim(), branch: '', address: '', phone: '' },
        ownerName: draft.ownerName.trim(),
        ownerPin: draft.pin,
        start,
      });
      if (!answer.ok) {
        const easy = answer.refusal.code === 'pin-too-easy';
        setRefusedPin(easy);
        if (!easy) showRefusal(answer.refusal, words);
        return false;
      }
      if (start === 'own') {
        goTo('catalog', { next: 'getting-started' });
        await signIn({ staff: answer.value.staff as StaffId, pin: draft.pin });
      }
      return true;
    },
  };
}
