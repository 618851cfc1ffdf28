import type { BackupsView } from '../../../shared/contract/backups.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Progress } from '../../kit/progress.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';

/** The last backup, what is not in it, and a button for another; Enter presses it. */
export function BackupRow({ may, slides }: { may: boolean; slides: number }) {
  const { t } = useWords();
  const backups = useLive('backups.state');
  const make = useCommand('backups.make');
  const ready = may && backups?.progress === null;
  const go = async () => {
    if (ready && (await make({})).ok) toast({ tone: 'green', title: t.backups.made });
  };
  useKeys({ keys: { confirm: () => void go() } });
  if (!backups) return null;
  return (
    <div className="flex flex-col gap-3">
      <LastBackup backups={backups} />
      {slides > 0 && <p className="text-muted">{t.backups.withoutSlides}</p>}
      {backups.progress ? (
        <Running progress={backups.progress} />
      ) : (
        <Button tone="main" act="confirm" className="min-w-44 self-start" disabled={!ready} onPress={go}>
          {t.backups.make}
        </Button>
      )}
    </div>
  );
}

function LastBackup({ backups: { last, failed, folder } }: { backups: BackupsView }) {
  const { t, format } = useWords();
  return (
    <div className="flex flex-col gap-1">
      {failed && (
        <p className="font-semibold text-amber">
          {t.backups.failed(format.dayTime(failed.at), t.backups.faults[failed.why].what)}
        </p>
      )}
      {failed && <p>{t.backups.faults[failed.why].todo}</p>}
      <p className="tabular-nums">
        {last
          ? t.backups.last(format.dayTime(last.at), last.rows, (last.bytes / 1e6).toFixed(1))
          : t.backups.none}
      </p>
      {last && (
        <p className="break-all text-muted select-text">
          {last.elsewhere ? t.backups.elsewhere : t.backups.folder(folder)}
        </p>
      )}
    </div>
  );
}

function Running({ progress: { phase, permille } }: { progress: NonNullable<BackupsView['progress']> }) {
  const { t } = useWords();
  const label = t.backups.phases[phase];
  return (
    <div className="flex min-h-12 flex-col gap-2">
      <Progress done={permille} total={1_000} label={label} />
      <p className="tabular-nums">
        {label} {Math.floor(permille / 10)}% · {t.backups.goesOn}
      </p>
    </div>
  );
}
