/**
 * What can be done by a key, each with the key it has until a till is told another. A key means the same act
 * on every screen; screens name acts, never keys. Two kinds of keys are not for acts, because a scanner sends
 * them: characters, which only ever type, and Enter, which does nothing on payment screens.
 */
export const acts = {
  help: { group: 'sale', key: 'F1' },
  search: { group: 'sale', key: 'F2' },
  quantity: { group: 'sale', key: 'F3' },
  price: { group: 'sale', key: 'F4' },
  refund: { group: 'sale', key: 'F5' },
  hold: { group: 'sale', key: 'F6' },
  recall: { group: 'sale', key: 'Shift+F6' },
  /** Nothing has it yet; its key is kept free, where other tills have it too. */
  member: { group: 'sale', key: 'F7' },
  /** Goods that are on no price list. */
  'open-goods': { group: 'sale', key: 'Ctrl+F2' },
  /** Goods under an unknown code are put on the price list. */
  'create-goods': { group: 'sale', key: 'Ctrl+F3' },
  discount: { group: 'sale', key: 'F8' },
  pay: { group: 'sale', key: 'F9' },
  more: { group: 'sale', key: 'F10' },
  drawer: { group: 'sale', key: 'F11' },
  'close-shift': { group: 'sale', key: 'F12' },
  lock: { group: 'sale', key: 'Shift+F12' },
  remove: { group: 'sale', key: 'Delete' },
  void: { group: 'sale', key: 'Ctrl+Delete', destructive: true },
  'return-credit': { group: 'sale', key: 'Shift+F5' },
  invoice: { group: 'sale', key: 'Shift+F7' },

  'part-by-code': { group: 'payment', key: 'Shift+F9' },
  'own-code': { group: 'payment', key: 'Ctrl+F9' },
  'find-payment': { group: 'payment', key: 'Insert' },
  'wait-longer': { group: 'payment', key: 'Home' },
  'go-on': { group: 'payment', key: 'End' },

  'end-practice': { group: 'office', key: 'Ctrl+F10' },
  print: { group: 'office', key: 'Shift+F11' },
  export: { group: 'office', key: 'Ctrl+F11' },
  workbook: { group: 'office', key: 'Ctrl+F12' },
  swap: { group: 'office', key: 'Shift+F8' },
  /** Choices that only one screen has and names beside the key. */
  'choice-1': { group: 'office', key: 'Shift+F2' },
  'choice-2': { group: 'office', key: 'Shift+F3' },
  'choice-3': { group: 'office', key: 'Shift+F4' },
  'choice-4': { group: 'office', key: 'Ctrl+F6' },
  'choice-5': { group: 'office', key: 'Ctrl+F7' },
  'choice-6': { group: 'office', key: 'Ctrl+F8' },
} as const satisfies Record<string, ActRow>;

type ActRow = {
  readonly group: ActGroup;
  readonly key: string;
  /** Ends something for good: its key is held with Ctrl or Shift, so that no finger meets it by chance. */
  readonly destructive?: true;
};

export const actGroups = ['sale', 'payment', 'office'] as const;
export type ActGroup = (typeof actGroups)[number];

/** An act whose key a till may change. */
export type Act = keyof typeof acts;
export const actNames = Object.keys(acts) as Act[];

/** Keys that are the same on every till in the world; Esc only ever clears or steps back. */
export const fixedKeys = {
  confirm: 'Enter',
  back: 'Escape',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  'page-up': 'PageUp',
  'page-down': 'PageDown',
} as const satisfies Record<string, string>;

export type FixedAct = keyof typeof fixedKeys;
/** Whatever a screen can bind to a key. */
export type AnyAct = Act | FixedAct;

export const isDestructive = (act: Act): boolean => 'destructive' in acts[act];
