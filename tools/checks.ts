import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './root.ts';

/** Runs a tool of this project on the Node that runs us; its output goes to the terminal. Gives whether it passed. */
export function runTool(program: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  return status === 0;
}

export const typecheck = (): boolean => runTool('typescript/bin/tsc', ['-b']);
export const format = (): boolean => runTool('@biomejs/biome/bin/biome', ['check']);
/** Promises that nobody waits for; only a linter that knows the types sees them. */
export const lintPromises = (): boolean => runTool('oxlint/bin/oxlint', ['--type-aware']);
