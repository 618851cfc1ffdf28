import '../../shared/contract/without-eval.ts';
import '../kit/chinese-words.ts';
import { createRoot } from 'react-dom/client';
import type { LanguageTag } from '../../shared/i18n/index.ts';
import { fetchLanguage } from '../kit/languages.ts';
import { Toasts } from '../kit/toast.tsx';
import { WordsProvider } from '../kit/words.tsx';
import { KitPage } from './kit-page.tsx';

void import('../kit/chinese-font.ts').catch((error: unknown) => console.warn('no font', error));

const root = document.getElementById('kit');
if (!root) throw new Error('index.html has no #kit');
void begin(root);

// In a function, for nothing of the page can be fetched while its first piece waits for it.
async function begin(root: HTMLElement): Promise<void> {
  // It has no wire and so no setup to ask for the language: `#en` in the address chooses it.
  const language: LanguageTag = location.hash === '#en' ? 'en' : 'zh-CN';
  document.documentElement.lang = language;
  await fetchLanguage(language);
  createRoot(root).render(
    <WordsProvider language={language} currency="CNY">
      <KitPage />
      <Toasts />
    </WordsProvider>,
  );
}
