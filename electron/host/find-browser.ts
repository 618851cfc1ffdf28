import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export type Machine = {
  readonly platform: NodeJS.Platform;
  readonly variables: Readonly<Record<string, string | undefined>>;
  isProgram(file: string): boolean;
};

const thisMachine: Machine = {
  platform: process.platform,
  variables: process.env,
  isProgram: file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false; // Not there, or not ours to run: the next place is looked at.
    }
  },
};

/**
 * Finds a browser of the Chromium family: the one that EVERTILL_BROWSER names, else an installed
 * Chromium, Chrome or Edge. Gives its path, or undefined. A name that does not run is not replaced
 * silently: EVERTILL_BROWSER set to nothing runnable gives undefined.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.variables.EVERTILL_BROWSER;
  if (named) return machine.isProgram(named) ? named : undefined;
  return places(machine).find(machine.isProgram);
}

function places({ platform, variables }: Machine): string[] {
  if (platform === 'win32') return windowsPlaces(variables);
  if (platform === 'darwin') return macPlaces(variables.HOME ?? '');
  return (variables.PATH ?? '')
    .split(':')
    .filter(folder => path.posix.isAbsolute(folder))
    .flatMap(folder => linuxNames.map(name => path.posix.join(folder, name)))
    .concat('/snap/bin/chromium', '/opt/google/chrome/chrome');
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function windowsPlaces(variables: Machine['variables']): string[] {
  const roots = [variables.LOCALAPPDATA, variables.ProgramFiles, variables['ProgramFiles(x86)']];
  const programs = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe'];
  // Every Windows since 10 has Edge: it comes last, so that a chosen browser wins.
  return [...programs, 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(program =>
    roots.flatMap(root => (root ? [path.win32.join(root, program)] : [])),
  );
}

function macPlaces(home: string): string[] {
  return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap(name =>
    ['/Applications', `${home}/Applications`].map(root => `${root}/${name}.app/Contents/MacOS/${name}`),
  );
}
