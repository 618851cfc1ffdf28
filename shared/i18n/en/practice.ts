import { key } from '../keys-in-words.ts';
import type { practice as shape } from '../zh-CN/practice.ts';

export const practice: typeof shape = {
  band: 'PRACTICE · NOT RECORDED',
  end: 'End practice',
  begin: 'Practise',
  beginNote: 'Real prices, practice money, nothing recorded',
  endNote: 'Back to the real till',
  opening: 'Opening practice…',
  guide: {
    scan: 'Scan goods, or press a tile',
    freeze: `Press ${key('pay')} to say the amount`,
    paid: 'Paid! You can end practice now',
  },
  pay: 'Customer shows a code',
  pin: pin => `Practice: every PIN is ${pin}`,
};
