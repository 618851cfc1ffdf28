import { useState } from 'react';
import type { Act } from '../../../shared/domain/keys/acts.ts';
import { type KeyChanges, keysWith, sayKey } from '../../../shared/domain/keys/key-map.ts';
import { assignKey, type KeyFault, swapKeys } from '../../../shared/domain/keys/key-rules.ts';
import { explain } from '../../../shared/i18n/index.ts';
import { play } from '../../app/earcons.ts';
import { useKeys } from '../../input/keys.ts';
import { useLoneKey } from '../../input/lone-key.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Waits for the new key of an act. One that can't be had is refused with the reason; a scan is told apart and changes nothing. */
export function KeyDialog(props: { act: Act; changes: KeyChanges; onClose: () => void }) {
  const { act, changes, onClose } = props;
  const { t, format } = useWords();
  const change = useCommand('setup.change');
  const [fault, setFault] = useState<KeyFault | 'scanned' | null>(null);
  const save = async (value: KeyChanges) => {
    const answer = await change({ setting: 'keys', value });
    if (!answer.ok) return;
    play('done');
    toast({ tone: 'green', title: t.keys.changed(t.keys.acts[act], sayKey(keysWith(value)[act])) });
    onClose();
  };
  const taken = fault !== null && fault !== 'scanned' && fault.code === 'key-taken' ? fault.params : null;
  const swapped = taken && swapKeys(changes, act, taken.act);
  const swap = swapped?.ok ? () => void save(swapped.value) : null;
  const lone = useLoneKey(key => {
    if (taken?.key === key && swap) return swap();
    const wanted = assignKey(changes, act, key);
    if (wanted.ok) return void save(wanted.value);
    play('error');
    setFault(wanted.refusal);
  });
  const scanned = () => {
    lone.stop();
    setFault('scanned');
  };
  useKeys({ modal: true, capture: lone.press, scan: scanned, keys: { back: onClose } });
  const said = fault === 'scanned' ? t.keys.scanned : fault && explain(fault, t, format);
  return (
    <Dialog
      title={t.keys.press(t.keys.acts[act])}
      onClose={onClose}
      actions={
        <>
          <Button act="back" size="tender" onPress={onClose}>
            {t.common.back}
          </Button>
          {swap && taken && (
            <Button size="tender" note={t.keys.swapAgain(sayKey(taken.key))} onPress={swap}>
              {t.keys.swap}
            </Button>
          )}
        </>
      }
    >
      <p className="text-lead">
        {t.keys.now} <b className="font-semibold">{sayKey(keysWith(changes)[act]) || t.keys.none}</b>
      </p>
      <p className="text-legend text-muted">{t.keys.pressTodo}</p>
      {said && (
        <Notice tone="amber" title={said.what}>
          {said.todo}
        </Notice>
      )}
    </Dialog>
  );
}
