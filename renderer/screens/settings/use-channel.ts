import { useState } from 'react';
import type { ChannelView } from '../../../shared/contract/paying.ts';
import { type Refusal, refusal } from '../../../shared/contract/refusals.ts';
import { explain, type LanguageTag } from '../../../shared/i18n/index.ts';
import type { NoticeTone } from '../../kit/notice.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useQuery } from '../../live/index.tsx';

type Told = { readonly tone: NoticeTone; readonly title: string; readonly detail?: string };

/** Saving a channel's settings and trying them, and what came of it last. */
export function useChannel(view: ChannelView, values: Readonly<Record<string, string>>) {
  const { t, format, language } = useWords();
  const words = t.channels;
  const configure = useCommand('paying.configureChannel', { quiet: true });
  const ask = useQuery('paying.testChannel');
  const [told, setTold] = useState<Told | null>(null);
  const mine = { channel: view.channel, values };
  const tellRefusal = (refused: Refusal) => {
    const { what, todo } = explain(byTitle(refused, view, language), t, format);
    setTold({ tone: 'red', title: what, detail: todo });
  };
  const save = async () => {
    const answer = await configure(mine);
    if (!answer.ok) tellRefusal(answer.refusal);
    else toast({ tone: 'green', title: words.saved(view.title[language]) });
  };
  const test = async () => {
    setTold({ tone: 'plain', title: words.testing });
    const answer = await ask(mine);
    if (!answer.ok) tellRefusal(answer.refusal);
    else if (answer.value.kind === 'works') {
      setTold({ tone: 'green', title: words.works(answer.value.roundTripMs) });
    } else {
      const { why, said } = answer.value;
      setTold({ tone: 'red', title: words.fails[why] ?? words.failsOther, detail: said });
    }
  };
  return { told, save: () => void save(), test: () => void test() };
}

/** A wrong setting by the name that stands above its field. */
function byTitle(refused: Refusal, view: ChannelView, language: LanguageTag): Refusal {
  if (refused.code !== 'channel-setting-wrong') return refused;
  const { field, problem } = refused.params;
  const title = view.fields.find(({ key }) => key === field)?.title[language] ?? field;
  return refusal('channel-setting-wrong', { field: title, problem });
}
