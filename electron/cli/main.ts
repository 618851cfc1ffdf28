import { existsSync } from 'node:fs';
import { runCli } from './run.ts';

// `npm run evertill -- WORD …` and the `evertill` program. The exit code is set, not forced, so that
// everything written has left before the process ends.

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read has read enough (`evertill export | head`): that is no fault of ours.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
// npm runs scripts in the project's folder and tells where it was called; a file is meant from there.
const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
if (script === 'evertill' && calledIn) process.chdir(calledIn);

process.exitCode = await runCli(process.argv.slice(2), {
  variables: process.env,
  exists: existsSync,
  write: writeOut,
  progress: text => void process.stderr.write(`${text}\n`),
});

function writeOut(text: string): Promise<void> {
  return new Promise(resolve => {
    process.stdout.write(text, () => resolve());
  });
}
