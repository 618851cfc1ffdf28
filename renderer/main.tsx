import './letters.ts';
import '../shared/contract/without-eval.ts';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { SaidAtStart } from '../shared/contract/at-start.ts';
import { App } from './app/app.tsx';
import './app/theme.css';
import { noteTouches } from './app/when-quiet.ts';
import { connect, leaveEntrance } from './connect.ts';
import { afterPaint } from './kit/after-first-paint.ts';
import { fetchLanguage } from './kit/languages.ts';
import { saidAtStart } from './live/at-start.ts';

noteTouches(window);
// A browser takes some milliseconds to note another address.
afterPaint(() => leaveEntrance(window, '/'));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void begin(root, saidAtStart(document));

// In a function, for nothing of the page can be fetched while its first piece waits for it.
async function begin(root: HTMLElement, said: SaidAtStart): Promise<void> {
  // An English shop would else see its page begin in Chinese.
  await fetchLanguage(said['setup.state']?.language ?? 'zh-CN');
  const painted = Promise.withResolvers<void>();
  const allWords = async () => {
    // What the page was told is on the screen before the wire is up, and need not wait for anything.
    if ('setup.state' in said) await painted.promise;
    await import('./kit/chinese-words.ts');
  };
  // What is said on the wire may need any word; what comes with the page has the first ones only.
  const after = allWords();
  const drawn = createRoot(root);
  // In this very turn: the first frame that the browser makes has the counter in it.
  flushSync(() =>
    drawn.render(
      <App
        connect={practising => connect(window, { practising, after })}
        said={said}
        onPainted={painted.resolve}
      />,
    ),
  );
}
