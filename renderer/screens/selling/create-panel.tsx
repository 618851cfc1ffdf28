import { Button } from '../../kit/button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';
import { useLivePart } from '../../live/index.tsx';
import type { Mode } from './mode.ts';

/** Goods on their way onto the price list: the code they get, what has been said of them, and their category if anybody cares. */
export function CreatePanel(props: {
  goods: Mode & { readonly kind: 'create' };
  onCategory: (category: string) => void;
}) {
  const { t } = useWords();
  const { code, name, category } = props.goods;
  const words = t.selling.create;
  const categories = useLivePart('selling.quickKeys', keys => keys.groups) ?? [];
  return (
    <Panel className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1">
        <dt className="text-legend text-muted">{words.code}</dt>
        <dd className="text-title font-semibold tabular-nums">{code}</dd>
        {name !== null && (
          <>
            <dt className="text-legend text-muted">{words.name}</dt>
            <dd className="text-lead font-semibold [overflow-wrap:anywhere]">{name}</dd>
          </>
        )}
      </dl>
      <p className="text-muted">{words.note}</p>
      <p className="text-legend text-muted">{words.category}</p>
      <div className="grid grid-cols-2 gap-2">
        {categories
          .filter(({ title }) => title !== '')
          .map(({ title }) => (
            <Button
              key={title}
              tone={title === category ? 'strong' : 'plain'}
              onPress={() => props.onCategory(title === category ? '' : title)}
            >
              {title}
            </Button>
          ))}
      </div>
    </Panel>
  );
}
