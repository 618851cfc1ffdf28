import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPhrases, onPhrases, openPhrases, phrasesOf } from './phrases.ts';

test('a name is one stretch until the dictionary is open, and who shows one hears of it', () => {
  let tellings = 0;
  const end = onPhrases(() => {
    tellings += 1;
  });
  expect([hasPhrases(), phrasesOf('一次性打火机')]).toEqual([false, ['一次性打火机']]);
  openPhrases();
  openPhrases();
  end();
  expect([hasPhrases(), phrasesOf('一次性打火机'), tellings]).toEqual([true, ['一次性', '打火机'], 1]);
});

test.each([
  ['甘泉牌饮用水1.5L', ['甘泉牌', '饮用水', '1.5L']],
  ['5号电池2粒装', ['5号', '电池', '2粒装']],
  ['一次性打火机', ['一次性', '打火机']],
  ['可口可乐330ml罐装', ['可口', '可乐', '330ml', '罐装']],
  ['红烧牛肉面500g*2', ['红烧', '牛肉面', '500g*2']],
  ['Facial Tissues 3-ply 120', ['Facial', ' ', 'Tissues', ' ', '3-ply', ' ', '120']],
])('a line of %s ends between two words, and parts no number from its unit', (name, phrases) => {
  expect(phrasesOf(name)).toEqual(phrases);
});

test('nothing of a name is lost or added, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), name => {
      expect(phrasesOf(name).join('')).toBe(name);
    }),
  );
});
