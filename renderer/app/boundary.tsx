import { Component, type ReactNode } from 'react';
import { useKeys } from '../input/keys.ts';
import { Button } from '../kit/button.tsx';
import { Panel } from '../kit/panel.tsx';
import { PieceMissing } from '../kit/piece-missing.ts';
import { useWords } from '../kit/words.tsx';

/** `anew`: only another page can help. */
type State = { readonly incident: string | null; readonly anew: boolean };

/**
 * Catches a screen that fails to draw. Nothing of the shop's is lost by it, for the page holds nothing; the
 * incident number stands on the screen and in the browser's log.
 */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { incident: null, anew: false };

  static getDerivedStateFromError(error: unknown): State {
    return { incident: crypto.randomUUID().slice(0, 8), anew: error instanceof PieceMissing };
  }

  override componentDidCatch(error: Error): void {
    console.error('screen failed', this.state.incident, error);
  }

  override render() {
    const { incident, anew } = this.state;
    if (incident === null) return this.props.children;
    const again = () => (anew ? location.reload() : this.setState({ incident: null }));
    return <Failed incident={incident} again={again} />;
  }
}

function Failed({ incident, again }: { incident: string; again: () => void }) {
  const { t } = useWords();
  useKeys({ modal: true, keys: { confirm: again } });
  return (
    <main role="alert" className="grid min-h-0 flex-1 place-items-center p-6">
      <Panel className="flex max-w-[720px] flex-col gap-4 p-8">
        <h1 className="text-title font-semibold text-red">✕ {t.common.fault.title}</h1>
        <p className="text-lead">{t.common.fault.what}</p>
        <p>{t.common.fault.todo}</p>
        <p className="text-muted select-text">{t.common.fault.incident(incident)}</p>
        <Button tone="main" size="tender" onPress={again} act="confirm">
          {t.common.fault.again}
        </Button>
      </Panel>
    </main>
  );
}
