import type { Layout } from '../../shared/contract/setup.ts';
import { themeAfter } from '../../shared/domain/looks.ts';
import { useKeys } from '../input/keys.ts';
import { LongSheet } from '../input/long-sheet.tsx';
import { useNumberChoice } from '../input/number-choice.ts';
import { Button } from '../kit/button.tsx';
import { KeyRows } from '../kit/key-rows.tsx';
import { Legend } from '../kit/legend.tsx';
import { Panel } from '../kit/panel.tsx';
import { useWords } from '../kit/words.tsx';
import { useCommand, useLive, useLivePart } from '../live/index.tsx';
import { useLooks } from './looks.ts';
import { goTo } from './navigation.ts';

/** Every key and what it does, on one sheet. */
export function HelpScreen() {
  const { t } = useWords();
  const keep = useCommand('setup.change');
  const { theme, sound, choose } = useLooks(async setting => (await keep(setting)).ok);
  const nextTheme = () => void choose({ setting: 'theme', value: themeAfter(theme) });
  const toggleSound = () => void choose({ setting: 'sound', value: !sound });
  const layout = useOtherLayout();
  const back = () => goTo(null);
  useKeys({
    entry: useNumberChoice({ 1: nextTheme, 2: toggleSound, 3: layout?.change }),
    keys: { back, help: back },
  });
  return (
    <>
      <main className="flex min-h-0 flex-1 p-3">
        <Panel className="flex min-h-0 flex-1 flex-col overflow-hidden">
          <div className="flex shrink-0 items-start gap-3 px-6 pt-5 pb-3">
            <div className="flex-1">
              <h1 className="text-title font-semibold">{t.selling.help.title}</h1>
              <p className="mt-1 text-muted">{t.selling.help.intro}</p>
            </div>
            <Button plainKey="1" onPress={nextTheme}>
              {t.common.themeNow(t.common.theme[theme])}
            </Button>
            <Button plainKey="2" onPress={toggleSound}>
              {sound ? t.common.sound.on : t.common.sound.off}
            </Button>
            {layout && (
              <Button plainKey="3" onPress={layout.change}>
                {t.setup.settings.layoutNow(t.setup.settings.layouts[layout.now])}
              </Button>
            )}
          </div>
          <LongSheet
            label={t.selling.help.title}
            className="border-t border-line px-6 *:columns-2 *:gap-8 max-[1200px]:*:columns-1"
          >
            {t.selling.help.groups.map(({ title, rows }) => (
              <section key={title} className="break-inside-avoid py-2">
                <h2 className="py-1 text-legend font-semibold text-accent">{title}</h2>
                <KeyRows rows={rows} />
              </section>
            ))}
          </LongSheet>
        </Panel>
      </main>
      <Legend keys={[{ act: 'back', label: t.selling.keys.back, onPress: back }]} />
    </>
  );
}

/** The counter's layout, and the way to the other one for whoever may set the till up; the sale in hand stays as it is. */
function useOtherLayout(): { now: Layout; change: () => void } | null {
  const now = useLivePart('setup.state', setup => setup.layout);
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const change = useCommand('setup.change');
  if (!may || !now) return null;
  const other = now === 'scan' ? 'touch' : 'scan';
  return { now, change: () => void change({ setting: 'layout', value: other }) };
}
