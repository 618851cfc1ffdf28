import { useState } from 'react';
import type { Setting } from '../../../shared/contract/setup.ts';
import { canonicalJson, type Json } from '../../../shared/lib/canonical.ts';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand } from '../../live/index.tsx';

/** Saves settings, one fact each, and says so once all of them are in. A refusal has been shown by then. */
export function useSaved(): {
  readonly save: (settings: readonly Setting[]) => Promise<boolean>;
  readonly busy: boolean;
} {
  const { t } = useWords();
  const change = useCommand('setup.change');
  const [busy, setBusy] = useState(false);
  const save = async (settings: readonly Setting[]) => {
    setBusy(true);
    let all = true;
    for (const setting of settings) all = (await change(setting)).ok && all;
    setBusy(false);
    if (all) toast({ tone: 'green', title: t.setup.settings.saved });
    return all;
  };
  return { save, busy };
}

/** Whether two settings say the same, in whatever order they name it. */
export const sameSetting = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b);
