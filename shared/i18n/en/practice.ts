import type { practice as shape } from '../zh-CN/practice.ts';

export const practice: typeof shape = {
  band: 'PRACTICE · NOT RECORDED',
  end: 'End practice',
  begin: 'Practise',
  beginNote: 'Opens a till of its own: real prices, practice money, nothing goes into the books',
  endNote: 'Back to the real till; nothing of the practice is kept',
  opening: 'Opening practice…',
  pin: pin => `Practice: everybody’s PIN is ${pin}`,
};
