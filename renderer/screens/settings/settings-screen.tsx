import { type ComponentType, useState } from 'react';
import type { SetupView } from '../../../shared/contract/setup.ts';
import { leave } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { keepFocus } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLive } from '../../live/index.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { CounterSection } from './counter-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LabelsSection } from './labels-section.tsx';
import { LooksSection } from './looks-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { SafetySection } from './safety-section.tsx';
import { ScannerSection } from './scanner-section.tsx';
import { ShiftSection } from './shift-section.tsx';
import { ShopSection } from './shop-section.tsx';
import { SlidesSection } from './slides-section.tsx';
import { StaffSection } from './staff-section.tsx';

export type SectionProps = {
  readonly setup: SetupView;
  /** Whether whoever is at the till may change settings; everybody may look. */
  readonly may: boolean;
};

const sections = {
  shop: ShopSection,
  printer: PrinterSection,
  scanner: ScannerSection,
  labels: LabelsSection,
  counter: CounterSection,
  channels: ChannelsSection,
  shifts: ShiftSection,
  staff: StaffSection,
  slides: SlidesSection,
  keys: KeysSection,
  looks: LooksSection,
  safety: SafetySection,
} as const satisfies Record<string, ComponentType<SectionProps>>;
type SectionName = keyof typeof sections;
const names = Object.keys(sections) as SectionName[];
/** What the owner's leave is not needed for, or is asked about by the section itself. */
const forAll: readonly SectionName[] = ['staff', 'looks', 'safety'];

/** Everything that can be set, a section at a time; page keys go through them. */
export function SettingsScreen() {
  const { t } = useWords();
  const setup = useLive('setup.state');
  const may = useLive('session.current')?.permissions.includes('manage-settings') ?? false;
  const [name, setName] = useState<SectionName>('shop');
  const Section = sections[name];
  const move = (by: number) =>
    setName(now => names[(names.indexOf(now) + by + names.length) % names.length] ?? now);
  useKeys({ keys: { back: leave, 'page-up': () => move(-1), 'page-down': () => move(1) } });
  return (
    <Page
      title={t.setup.settings.title}
      note={setup && t.setup.settings.training[setup.training]}
      legend={[
        { act: 'back', label: t.common.back, onPress: leave },
        { plainKey: 'PgUp PgDn', label: t.setup.settings.section, onPress: () => move(1) },
      ]}
    >
      {setup && (
        <div className="grid h-full min-h-0 grid-cols-[230px_minmax(0,1fr)] gap-3">
          <Sections current={name} onChoose={setName} />
          <Panel className="min-h-0 scroll-pb-24 overflow-auto pr-3.5 pl-6 py-4 [scrollbar-gutter:stable]">
            <div className="mx-auto flex max-w-[860px] flex-col gap-5">
              {!may && !forAll.includes(name) && <Notice tone="amber" title={t.setup.settings.ownerOnly} />}
              <Section key={name} setup={setup} may={may} />
            </div>
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Sections(props: { current: SectionName; onChoose: (name: SectionName) => void }) {
  const { t } = useWords();
  return (
    <nav className="flex flex-col overflow-y-auto p-1">
      {names.map(name => {
        const on = name === props.current;
        return (
          <button
            key={name}
            type="button"
            aria-current={on ? 'page' : undefined}
            onClick={() => props.onChoose(name)}
            onPointerDown={keepFocus}
            onMouseDown={keepFocus}
            className={`min-h-[49px] shrink-0 rounded-till border-2 px-4 text-left ${on ? 'border-accent bg-accent-soft font-semibold' : 'border-transparent'}`}
          >
            {t.setup.settings.sections[name]}
          </button>
        );
      })}
    </nav>
  );
}
