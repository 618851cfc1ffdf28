import type { Messages } from '../zh-CN.ts';

export const harms: Messages['harms'] = {
  changed: seq => `row ${seq} has been changed`,
  missing: seq => `row ${seq} has been removed`,
  inserted: seq => `row ${seq} has been put in afterwards`,
  reordered: seq => `rows have changed places, from row ${seq} on`,
  'cut-off': seq => `the end is missing, from row ${seq} on`,
  'older-file': seq => `this is an older copy of the journal: it lacks everything from row ${seq} on`,
  'unknown-version': seq => `row ${seq} is of a version that is not known`,
  'epoch-not-announced': seq => `row ${seq} begins another epoch without its opening row`,
  unreadable: seq => `row ${seq} cannot be read`,
  'heads-gone': () => 'the second place of the journal (folder heads) is gone',
  'heads-damaged': seq => `the second place of the journal is damaged, from row ${seq} on`,
  'head-differs': seq => `row ${seq} or one before it is not what this till has signed`,
  'gateway-differs': seq => `row ${seq} or one before it is not what the gateway holds`,
};
