import { useState } from 'react';
import type { SyncView } from '../../../shared/contract/syncing.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { toast } from '../../kit/toast.tsx';
import { useWords } from '../../kit/words.tsx';
import { useCommand, useLive } from '../../live/index.tsx';
import { Enrol } from './enrol.tsx';
import { LinkPanel } from './link-panel.tsx';
import { SetAsideList } from './set-aside-list.tsx';
import { WaitingList } from './waiting-list.tsx';

/** What has not reached the gateway yet and why, what it could not use, and how a till is made known to it. */
export function SyncingScreen() {
  const { t } = useWords();
  const sync = useLive('syncing.state');
  const sendNow = useCommand('syncing.sendNow');
  const [enrolling, setEnrolling] = useState(false);
  const enrolled = sync !== undefined && sync.link !== 'not-enrolled';
  const formOpen = sync !== undefined && (enrolling || !enrolled);
  const send = async () => {
    const answer = await sendNow({});
    if (answer.ok) toast({ tone: 'plain', title: t.syncing.asked });
  };
  const back = () => (enrolling ? setEnrolling(false) : goTo(null));
  useKeys({ keys: { back, 'choice-1': enrolled ? () => void send() : undefined } });
  return (
    <Page
      title={t.syncing.title}
      legend={[
        { act: 'back', label: t.common.back, onPress: back },
        ...(enrolled
          ? [{ act: 'choice-1' as const, label: t.syncing.sendNow, onPress: () => void send() }]
          : []),
      ]}
    >
      {sync && (
        <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-3">
          <div className="flex min-h-0 flex-col gap-3 overflow-auto">
            <LinkPanel sync={sync} />
            {enrolled && (
              <div className="flex flex-col gap-3">
                <Button
                  tone={sync.waitingRows > 0 ? 'main' : 'plain'}
                  size="tender"
                  act="choice-1"
                  onPress={() => void send()}
                >
                  {t.syncing.sendNow}
                </Button>
                {!enrolling && (
                  <Button size="tender" onPress={() => setEnrolling(true)}>
                    {t.syncing.enrol.again}
                  </Button>
                )}
              </div>
            )}
          </div>
          {formOpen ? <Enrol onDone={() => setEnrolling(false)} /> : <Lists sync={sync} />}
        </div>
      )}
    </Page>
  );
}

function Lists({ sync }: { sync: SyncView }) {
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <Panel className="flex min-h-0 flex-[2] flex-col overflow-hidden">
        <WaitingList sync={sync} />
      </Panel>
      {sync.setAside.length > 0 && (
        <Panel className="flex min-h-0 flex-1 flex-col overflow-hidden">
          <SetAsideList rows={sync.setAside} />
        </Panel>
      )}
    </div>
  );
}
