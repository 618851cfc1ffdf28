import { parentPort, workerData } from 'node:worker_threads';
import { givingWay, lowerOwnPriority } from '../give-way.ts';

// The thread of one new catalogue: words are most of the work of an import, and take nothing of the database. Its
// priority is lowered before its dictionary is loaded, which is a tenth of a second of a core.
lowerOwnPriority();
const { makeWords } = await import('./make-words.ts');
makeWords(parentPort!, givingWay(workerData as Int32Array));
