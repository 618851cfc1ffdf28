#!/usr/bin/env node
// Runs a script of this project on Node 24: `node tools/launch.mjs [NODE-FLAGS] SCRIPT [ARGUMENTS]`. Plain JavaScript,
// because it is the one file that an older Node must understand. Nothing needs to be installed by hand:
// where the running Node is too old, the one that came as an npm package for this platform is used.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nodeMajorMin = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= nodeMajorMin) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  return existsSync(packaged) ? packaged : undefined;
}

const node = findNode();
const said = process.argv.slice(2);
const flags = said.slice(
  0,
  Math.max(
    0,
    said.findIndex(each => !each.startsWith('--')),
  ),
);
const [script, ...rest] = said.slice(flags.length);
if (!node || !script) {
  console.error(
    node
      ? 'usage: node tools/launch.mjs [NODE-FLAGS] SCRIPT [ARGUMENTS]'
      : `请安装 Node ${nodeMajorMin} 或更新版本 · Please install Node ${nodeMajorMin} or newer: https://nodejs.org (this is ${process.version})`,
  );
  process.exit(2);
}

// Types stripped and code compiled once are kept, so that the second start takes half as long.
const cache = join(root, 'node_modules', '.cache', 'node');
const child = spawn(node, [...flags, join(root, script), ...rest], {
  stdio: 'inherit',
  env: { NODE_COMPILE_CACHE: cache, ...process.env },
});
// The child decides when to end; we only pass on what we are told, and end as it ended. On Windows the
// console tells everybody of Ctrl-C, and to pass a signal on would end the child without a word.
const passOn = process.platform === 'win32' ? () => {} : signal => child.kill(signal);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
child.on('error', error => {
  console.error(`cannot run ${node}: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
