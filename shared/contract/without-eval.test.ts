import './without-eval.ts';
import { expect, test, vi } from 'vitest';
import { config, object, string } from 'zod';

test('in the page zod makes no code from text, nor tries to', () => {
  expect(config().jitless).toBe(true);
  const made = vi.fn();
  vi.stubGlobal('Function', made);
  expect(object({ code: string() }).parse({ code: '6901234567892' })).toEqual({ code: '6901234567892' });
  expect(made).not.toHaveBeenCalled();
});
