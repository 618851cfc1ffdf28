import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatsFor, formatsOn } from '../../shared/i18n/format.ts';
import { localClock } from './local-clock.ts';

test('the machine’s own clock says what its time zone would', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const [here, there] = [formatsOn(localClock, 'zh-CN', 'CNY'), formatsFor('zh-CN', 'CNY', timeZone)];
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }),
      moment => {
        const at = moment.getTime();
        expect([here.time(at), here.date(at), here.dayTime(at)]).toEqual([
          there.time(at),
          there.date(at),
          there.dayTime(at),
        ]);
      },
    ),
  );
});
