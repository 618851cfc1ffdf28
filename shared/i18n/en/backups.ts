import type { backups as shape } from '../zh-CN/backups.ts';

export const backups: typeof shape = {
  name: 'Backup',
  none: 'No backup yet. Made at every shift close; you can also make one now.',
  last: (when, rows, megabytes) => `Latest: ${when}, ${rows} journal rows, ${megabytes} MB, verified`,
  folder: folder => `In ${folder}`,
  withoutSlides: "The pictures of the customer's screen are not in it: please keep them elsewhere too.",
  elsewhere: 'In the folder that was named for it (a USB stick, say)',
  failed: (when, what) => `No backup at ${when}: ${what}`,
  make: 'Back up now',
  phases: { copying: 'Copying', checking: 'Verifying' },
  goesOn: 'You can go on selling meanwhile.',
  made: 'Backed up and verified',
  faults: {
    'disk-full': {
      what: 'Not enough room on the disk',
      todo: 'Make room and back up again. Older backups and the books are untouched.',
    },
    'read-only': {
      what: 'This disk can only be read',
      todo: 'Use a disk or USB stick that can be written to.',
    },
    'no-permission': {
      what: 'No permission to write to this folder',
      todo: 'Ask support to change the permissions of the folder.',
    },
    'no-folder': {
      what: 'The folder for backups is not there',
      todo: 'Plug the USB stick in or check the folder, then try again.',
    },
    damaged: {
      what: 'The journal in the copy does not hold, so it was not kept',
      todo: 'Check the disk, and the journal with verify. Older backups are still there.',
    },
    failed: {
      what: 'The backup was not finished',
      todo: 'Try again; if it fails again, have support look at the log.',
    },
  },
};
