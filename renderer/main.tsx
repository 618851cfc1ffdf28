import '../shared/contract/without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './app/theme.css';
import { connect, leaveEntrance } from './connect.ts';
import { fetchLanguage } from './kit/languages.ts';
import { saidAtStart } from './live/at-start.ts';

leaveEntrance(window, '/');

// An English shop would else see its page begin in Chinese.
const said = saidAtStart(document);
await fetchLanguage(said['setup.state']?.language ?? 'zh-CN');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App connect={practising => connect(window, practising)} said={said} />);
