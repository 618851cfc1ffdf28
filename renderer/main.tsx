import '../shared/contract/without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import './app/theme.css';
import { connect, leaveEntrance } from './connect.ts';
import { saidAtStart } from './live/at-start.ts';

leaveEntrance(window, '/');

const said = saidAtStart(document);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App connect={practising => connect(window, practising)} said={said} />);
