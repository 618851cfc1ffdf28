import type { KeyChanges } from './key-map.ts';

/** Where the keys of another program are written down, so that whoever comes from it finds them here. */
export type KeyPreset = {
  /** What its users know these acts by: exactly the keys its source lists. */
  readonly known: KeyChanges;
  readonly changes: KeyChanges;
};

/**
 * Keys for people who come from another till. Only programs whose source lists enough keys to be of use, and
 * none that voids a sale with Esc. The Chinese supermarkets' map (F9, F6, Shift+F6, Ctrl+Del, Del) is the one
 * every till begins with.
 */
export const keyPresets = {
  supermarket: {
    known: { pay: 'F9', hold: 'F6', recall: 'Shift+F6', void: 'Ctrl+Delete', remove: 'Delete' },
    changes: {},
  },
  nino: {
    known: { search: 'F2', member: 'F3', hold: 'F4', recall: 'F5', discount: 'F8', pay: 'F9' },
    changes: {
      member: 'F3',
      quantity: 'F6',
      hold: 'F4',
      price: 'F7',
      recall: 'F5',
      refund: 'Shift+F6',
    },
  },
  'store-pos': {
    known: { pay: 'F2', recall: 'F4' },
    changes: { pay: 'F2', search: 'F9', recall: 'F4', price: 'Shift+F6' },
  },
} as const satisfies Record<string, KeyPreset>;

export type KeyPresetName = keyof typeof keyPresets;
export const keyPresetNames = Object.keys(keyPresets) as KeyPresetName[];
