import { parseArgs } from 'node:util';
import { type Language, languages } from '../../shared/contract/setup.ts';
import { no, ok, type Result } from '../../shared/lib/result.ts';

export type DemoOptions = {
  /** Where the day's files stay; undefined: a folder that is removed afterwards. */
  readonly data: string | undefined;
  /** Where the figures go, as JSON. */
  readonly json: string | undefined;
  readonly seed: number;
  readonly language: Language;
};

export const usage = 'npm run demo -- [--json FILE] [--data DIR] [--seed N] [--lang zh-CN|en]';

/** Reads what stands behind `npm run demo --`; the refusal names what is not understood. */
export function readDemoOptions(argv: readonly string[]): Result<DemoOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        json: { type: 'string' },
        data: { type: 'string' },
        seed: { type: 'string', default: '1' },
        lang: { type: 'string', default: 'zh-CN' },
      },
    });
    const language = languages.find(each => each === values.lang);
    if (!language) return no(`--lang ${values.lang}`);
    if (!/^\d{1,9}$/.test(values.seed)) return no(`--seed ${values.seed}`);
    return ok({ data: values.data, json: values.json, seed: Number(values.seed), language });
  } catch (error) {
    return no(error instanceof Error ? error.message : String(error));
  }
}
