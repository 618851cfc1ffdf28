import { describe, expect, test } from 'vitest';
import { enrolFaults, enrolInput } from './enrol-draft.ts';

const fingerprint = 'ab'.repeat(32);
const good = { url: 'https://gateway.example:7443', code: '12345678', fingerprint };

describe('enrolling with a gateway', () => {
  test('takes the code and the fingerprint as head office writes them', () => {
    const written = {
      ...good,
      code: ' 1234-5678 ',
      fingerprint: fingerprint.match(/../g)!.join(':').toUpperCase(),
    };
    expect(enrolFaults(written)).toEqual([]);
    expect(enrolInput(written)).toEqual({ ...good, fingerprint: fingerprint.toUpperCase() });
  });

  test('wants the fingerprint with https, and none on this machine itself', () => {
    expect(enrolFaults({ ...good, fingerprint: '' })).toEqual(['fingerprint']);
    expect(enrolFaults({ url: 'http://127.0.0.1:7080', code: '12345678', fingerprint: '' })).toEqual([]);
  });

  test('names every field that is wrong', () => {
    expect(enrolFaults({ url: 'gateway', code: '123', fingerprint: 'x' })).toEqual([
      'url',
      'code',
      'fingerprint',
    ]);
    expect(enrolFaults({ ...good, url: 'javascript:alert(1)' })).toContain('url');
  });
});
