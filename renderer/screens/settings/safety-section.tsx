import type { ReactNode } from 'react';
import { useWords } from '../../kit/words.tsx';
import { AutoLock } from './auto-lock.tsx';
import { BackupRow } from './backup-row.tsx';
import type { SectionProps } from './settings-screen.tsx';

/** When the till locks itself, where secrets lie, which till this is, and whether its sales count; and its backups. */
export function SafetySection(props: SectionProps) {
  const { setup, may } = props;
  const { t } = useWords();
  const words = t.setup.settings;
  return (
    <>
      <AutoLock {...props} />
      <dl className="flex flex-col">
        <Row name={words.vault}>{words.vaults[setup.vault]}</Row>
        <Row name={t.backups.name}>
          <BackupRow may={may} slides={setup.slides.files.length} />
        </Row>
        <Row name={words.country}>
          {t.setup.countries[setup.country]} · {setup.currency} · {t.setup.first.tax[setup.taxMode]}
        </Row>
        <Row name={words.sections.shop}>{words.training[setup.training]}</Row>
        <Row name={words.tillId}>
          <span className="text-note break-all text-muted select-text">{setup.till.id}</span>
        </Row>
      </dl>
    </>
  );
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="grid grid-cols-[200px_minmax(0,1fr)] items-baseline gap-5 border-b border-line py-4 last:border-0">
    <dt className="text-legend text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
);
