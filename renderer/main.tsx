import '../shared/contract/without-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { askApproval } from './app/approval.tsx';
import './app/theme.css';
import { connect } from './connect.ts';
import { createLive } from './live/live.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App live={createLive(connect(window), askApproval)} />);
