import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder that electron-builder takes for an Electron runtime of Linux: an executable that holds the
 * fuse wire (sentinel, version 1, nine fuses; see @electron/fuses) and nothing else that runs. So packing
 * can be tested where the real runtime can't be fetched.
 */
export function writeStubRuntime(folder: string, version: string): void {
  for (const name of ['resources', 'locales']) mkdirSync(path.join(folder, name), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('101100100'),
  ]);
  const program = path.join(folder, 'electron');
  writeFileSync(program, Buffer.concat([Buffer.alloc(512), wire, Buffer.alloc(512)]));
  chmodSync(program, 0o755);
  writeFileSync(path.join(folder, 'version'), version);
  writeFileSync(path.join(folder, 'LICENSE'), 'stub\n');
  writeFileSync(path.join(folder, 'locales', 'en-US.pak'), '');
}
