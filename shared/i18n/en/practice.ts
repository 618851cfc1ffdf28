import type { practice as shape } from '../zh-CN/practice.ts';

export const practice: typeof shape = {
  band: 'PRACTICE · NOT RECORDED',
  end: 'End practice',
  begin: 'Practise',
  beginNote: 'Real prices, practice money, nothing recorded',
  endNote: 'Back to the real till',
  opening: 'Opening practice…',
  pin: pin => `Practice: everybody's PIN is ${pin}`,
};
