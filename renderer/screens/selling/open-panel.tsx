import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useWords } from '../../kit/words.tsx';

const nameMax = 30;

/** What goods that are on no price list are called on the receipt: one of the usual names, or what is typed. */
export function OpenPanel(props: { name: string; onName: (name: string) => void }) {
  const { t } = useWords();
  const words = t.selling.open;
  return (
    <Panel className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
      <p className="text-legend text-muted">{words.name}</p>
      <div className="grid grid-cols-2 gap-2">
        {words.names.map(name => (
          <Button
            key={name}
            tone={name === props.name ? 'strong' : 'plain'}
            onPress={() => props.onName(name)}
          >
            {name}
          </Button>
        ))}
      </div>
      <Field
        label={words.other}
        value={(words.names as readonly string[]).includes(props.name) ? '' : props.name}
        maxLength={nameMax}
        onChange={text => props.onName(text || (words.names[0] ?? ''))}
      />
    </Panel>
  );
}
