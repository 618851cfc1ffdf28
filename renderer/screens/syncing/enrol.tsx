import { useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Form } from '../../kit/form.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { type EnrolDraft, type EnrolFault, emptyEnrolDraft, enrolFaults, enrolInput } from './enrol-draft.ts';

/** Makes this till known to a gateway: its address, the one-time code, and the fingerprint to know it by. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const words = t.syncing.enrol;
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const enrol = useCommand('syncing.enrol', { quiet: true });
  const say = useEnrolRefusal();
  const [draft, setDraft] = useState<EnrolDraft>(emptyEnrolDraft);
  const [faults, setFaults] = useState<readonly EnrolFault[]>([]);
  const [refused, setRefused] = useState<Sentence | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<EnrolDraft>) => {
    setDraft(now => ({ ...now, ...part }));
    setFaults([]);
    setRefused(null);
  };
  const go = async () => {
    const found = enrolFaults(draft);
    setFaults(found);
    if (found.length > 0 || busy || !may) return;
    setBusy(true);
    const answer = await enrol(enrolInput(draft));
    setBusy(false);
    if (!answer.ok) {
      setRefused(say(answer.refusal));
      return;
    }
    toast({ tone: 'green', title: words.done(answer.value.gateway) });
    onDone();
  };
  useKeys({ keys: { confirm: () => void go() } });
  const fault = (which: EnrolFault) => (faults.includes(which) ? words.faults[which] : null);
  return (
    <Panel className="min-h-0 overflow-auto px-6 py-5">
      <Form onEnter={() => void go()} className="flex flex-col gap-4">
        <div>
          <h2 className="text-lead font-semibold">{words.title}</h2>
          <p className="mt-1 text-legend text-muted">{words.intro}</p>
        </div>
        {!may && <Notice tone="amber" title={words.notAllowed} />}
        <div className="grid grid-cols-[minmax(0,1fr)_150px] gap-4">
          <Field
            label={words.url}
            inputMode="url"
            hint={words.urlHint}
            error={fault('url')}
            value={draft.url}
            maxLength={300}
            disabled={!may}
            onChange={url => change({ url })}
          />
          <Field
            label={words.code}
            hint={words.codeHint}
            error={fault('code')}
            inputMode="numeric"
            value={draft.code}
            maxLength={12}
            disabled={!may}
            onChange={code => change({ code })}
          />
        </div>
        <Field
          label={words.fingerprint}
          hint={words.fingerprintHint}
          error={fault('fingerprint')}
          value={draft.fingerprint}
          maxLength={128}
          disabled={!may}
          onChange={fingerprint => change({ fingerprint })}
        />
        {refused && (
          <Notice tone="red" title={refused.what}>
            {refused.todo}
          </Notice>
        )}
        <Button tone="main" size="tender" act="confirm" disabled={busy || !may} onPress={() => void go()}>
          {busy ? words.going : words.go}
        </Button>
      </Form>
    </Panel>
  );
}

/** The gateway's and the network's reasons have words of their own, which say what to do. */
function useEnrolRefusal(): (refused: Refusal) => Sentence {
  const { t, format } = useWords();
  return refused => {
    const said = explain(refused, t, format);
    if (refused.code !== 'gateway-refused' && refused.code !== 'gateway-unreachable') return said;
    const why = t.syncing.reasons[refused.params.reason];
    return why ? { ...said, what: why } : said;
  };
}
