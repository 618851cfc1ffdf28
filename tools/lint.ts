import { format, lintPromises } from './checks.ts';

// `npm run lint`: both linters run, also when the first one has found something.
const passed = [format(), lintPromises()];
process.exit(passed.every(Boolean) ? 0 : 1);
