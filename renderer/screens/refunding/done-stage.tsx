import type { RefundView } from '../../../shared/contract/refunding.ts';
import { goTo } from '../../app/navigation.ts';
import { useKeys } from '../../input/keys.ts';
import { Button } from '../../kit/button.tsx';
import { Money } from '../../kit/money.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Page } from '../../kit/page.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { WaysBack } from './ways-back.tsx';

/** What the cashier hands out now, and what is on its way by itself; the next receipt can be scanned at once. */
export function DoneStage(props: { refund: RefundView; onScan: (text: string) => void; onNext: () => void }) {
  const { refund, onScan, onNext } = props;
  const { t } = useWords();
  const words = t.refunding.done;
  const leave = () => goTo(null);
  useKeys({ scan: onScan, keys: { back: leave, refund: onNext } });
  const has = (kind: RefundView['back'][number]['kind']) => refund.back.some(each => each.kind === kind);
  return (
    <Page
      title={t.refunding.title}
      note={refund.receipt}
      legend={[
        { act: 'back', label: words.counter, onPress: leave },
        { act: 'refund', label: words.next, onPress: onNext },
      ]}
    >
      <Panel className="flex h-full flex-col justify-center gap-5 p-10">
        <h2 className="text-hero font-[650] text-green">
          ✓ {has('exchange') ? t.exchange.opened : words.title}
        </h2>
        <Money amount={refund.total} className="text-change leading-none font-[650]" />
        <div className="max-w-[520px] text-title">
          <WaysBack parts={refund.back} />
        </div>
        {has('exchange') && <p className="text-lead">{t.exchange.openedTodo}</p>}
        {has('code') && (
          <Notice title={words.underWay} className="max-w-[720px]">
            {words.underWayTodo}
          </Notice>
        )}
        {has('store-code') && (
          <Notice tone="amber" title={words.byHand} className="max-w-[720px]">
            {words.byHandTodo}
          </Notice>
        )}
        <p className="text-lead text-muted">{words.slip}</p>
        <Button tone="main" size="tender" act="back" className="max-w-[520px]" onPress={leave}>
          {words.counter}
        </Button>
      </Panel>
    </Page>
  );
}
