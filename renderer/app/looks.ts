import type { Setting } from '../../shared/contract/setup.ts';
import type { Looks } from '../../shared/domain/looks.ts';
import { useLive } from '../live/index.tsx';
import { setLooks, usePreferences } from './preferences.ts';

export type LookSetting = Extract<Setting, { setting: keyof Looks }>;

/**
 * How the till looks and sounds, and how that is changed: by whoever may set the till up, for good, with `save`, which
 * gives whether it was kept; by anybody else for this page, until it is closed.
 */
export function useLooks(
  save: (setting: LookSetting) => Promise<boolean>,
): Looks & { choose(setting: LookSetting): Promise<void> } {
  const { theme, sound, voice } = usePreferences();
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const choose = async (setting: LookSetting) => {
    if (!may || (await save(setting))) setLooks({ [setting.setting]: setting.value });
  };
  return { theme, sound, voice, choose };
}
