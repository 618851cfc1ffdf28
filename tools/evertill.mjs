#!/usr/bin/env node
// The `evertill` program: the operator's command line on Node 24, wherever it is called from.
process.argv.splice(2, 0, 'electron/cli/main.ts');
await import('./launch.mjs');
