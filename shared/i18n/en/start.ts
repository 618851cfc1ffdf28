import type { StartSentences } from '../start.ts';

export const start: StartSentences = {
  taken: ({ data }) => ({
    what: `Another program is using this data folder (${data})`,
    todo: 'The till may be open already: go to its window; if it does not answer, close it and start again.',
  }),
  'disk-full': ({ data }) => ({
    what: `The disk is full, so the till can't open (${data})`,
    todo: 'Delete what is not needed until 2 GB are free, then start again. Nothing on record was touched.',
  }),
  'read-only': ({ data }) => ({
    what: `This disk can only be read, not written, so the till can't open (${data})`,
    todo: 'Let support look at the disk; in a hurry, name another folder with --data.',
  }),
  'no-permission': ({ data }) => ({
    what: `The data folder may not be written, so the till can't open (${data})`,
    todo: 'Start as the system user who always opens the till, or let support change the permissions.',
  }),
  'not-a-folder': ({ data }) => ({
    what: `Where the data folder should be there is a file, so the till can't open (${data})`,
    todo: 'Move that file away, or name another folder with --data.',
  }),
};
