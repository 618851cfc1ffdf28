import { useKeys } from '../input/keys.ts';
import { Button } from '../kit/button.tsx';
import { KeyRows } from '../kit/key-rows.tsx';
import { Legend } from '../kit/legend.tsx';
import { Panel } from '../kit/panel.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand, useLive, useLivePart } from '../live/index.tsx';
import { goTo } from './navigation.ts';
import { nextTheme, toggleSound, usePreferences } from './preferences.ts';

/** Every key and what it does, on one sheet. */
export function HelpScreen() {
  const { t } = useWords();
  const { theme, sound } = usePreferences();
  const back = () => goTo(null);
  useKeys({ keys: { back, help: back } });
  return (
    <>
      <main className="min-h-0 flex-1 overflow-auto p-3">
        <Panel className="p-6">
          <div className="mb-4 flex items-start gap-3">
            <div className="flex-1">
              <h1 className="text-title font-semibold">{t.selling.help.title}</h1>
              <p className="mt-1 text-muted">{t.selling.help.intro}</p>
            </div>
            <LayoutSwitch />
            <Button onPress={nextTheme}>{t.common.themeNow(t.common.theme[theme])}</Button>
            <Button onPress={toggleSound}>{sound ? t.common.sound.on : t.common.sound.off}</Button>
          </div>
          <KeyRows rows={t.selling.help.rows} className="grid grid-cols-2 gap-x-8 max-[1200px]:grid-cols-1" />
        </Panel>
      </main>
      <Legend keys={[{ act: 'back', label: t.selling.keys.back, onPress: back }]} />
    </>
  );
}

/** The counter's other layout, for whoever may set the till up; the sale in hand stays as it is. */
function LayoutSwitch() {
  const { t } = useWords();
  const layout = useLivePart('setup.state', setup => setup.layout);
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const change = useCommand('setup.change');
  if (!may || !layout) return null;
  const other = layout === 'scan' ? 'touch' : 'scan';
  return (
    <Button onPress={() => void change({ setting: 'layout', value: other })}>
      {t.setup.settings.layoutNow(t.setup.settings.layouts[layout])}
    </Button>
  );
}
