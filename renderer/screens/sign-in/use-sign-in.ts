import { useState } from 'react';
import type { StaffCard } from '../../../shared/contract/setup.ts';
import { explain, type Sentence } from '../../../shared/i18n/index.ts';
import { useEntry } from '../../input/entry.ts';
import { codeEntry, pinEntry } from '../../input/pin-entry.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';
import { useLocks } from './use-locks.ts';

const pinLengthMin = 4;

/** Signing in, step by step: who, the PIN, the owner's code where one is wanted; or a badge at any moment. */
export function useSignIn(staff: readonly StaffCard[]) {
  const { t, format } = useWords();
  const signIn = useCommand('session.signIn', { quiet: true });
  const badge = useCommand('session.badge', { quiet: true });
  const pin = useEntry(pinEntry);
  const code = useEntry(codeEntry);
  /** The PIN was right, and the owner's second step is to come. */
  const [rightPin, setRightPin] = useState<string | null>(null);
  const entry = rightPin === null ? pin : code;
  const locks = useLocks();
  const [chosenId, setChosen] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly of: string; readonly fault: Sentence } | null>(null);
  const [checking, setChecking] = useState(false);
  const chosen = staff.find(each => each.id === chosenId) ?? staff[0];
  const lockedFor = chosen ? locks.secondsLeft(chosen.id) : 0;

  // It speaks of a text, and whoever types another has read it.
  const fault = told && (entry.text === '' || entry.text === told.of) ? told.fault : null;
  const setFault = (sentence: Sentence | null) => setTold(sentence && { of: entry.read(), fault: sentence });

  const startAgain = () => {
    pin.clear();
    code.clear();
    setRightPin(null);
    setFault(null);
  };
  const choose = (id: string) => {
    setChosen(id);
    startAgain();
  };
  const move = (by: number) => {
    const at = staff.findIndex(each => each.id === chosen?.id);
    const next = staff[(at + by + staff.length) % staff.length];
    if (next) choose(next.id);
  };
  const enter = async () => {
    if (!chosen || checking || lockedFor > 0) return;
    const typed = rightPin ?? pin.read();
    const short = rightPin === null ? typed.length < pinLengthMin : code.read().length < codeEntry.lengthMax;
    if (!chosen.pinLost && short) {
      setFault(rightPin === null ? t.session.pinShort : t.session.codeShort);
      return;
    }
    setChecking(true);
    const answer = await signIn({
      staff: chosen.id,
      ...(!chosen.pinLost && { pin: typed }),
      ...(rightPin !== null && { code: code.read() }),
    });
    setChecking(false);
    entry.clear();
    if (answer.ok) return;
    if (answer.refusal.code === 'pin-locked') {
      startAgain();
      locks.lock(chosen.id, answer.refusal.params.seconds);
    } else if (answer.refusal.code === 'code-needed') setRightPin(typed);
    else setFault(explain(answer.refusal, t, format));
  };
  const scanned = async (text: string) => {
    const answer = await badge({ text });
    if (!answer.ok) setFault(explain(answer.refusal, t, format));
  };
  const said = lockedFor > 0 ? t.session.locked(lockedFor) : fault;
  return {
    chosen,
    entry,
    checking,
    wantsCode: rightPin !== null,
    lockedFor,
    said,
    choose,
    move,
    enter: () => void enter(),
    scanned: (text: string) => void scanned(text),
    startAgain,
  };
}
