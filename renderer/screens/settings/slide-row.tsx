import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../kit/words.tsx';

/** One picture, its place among the others, and the way up or out. */
export function SlideRow(props: {
  file: string;
  place: number;
  may: boolean;
  /** Null for the first. */
  onUp: (() => void) | null;
  onRemove: () => void;
}) {
  const { file, place, may, onUp, onRemove } = props;
  const { t } = useWords();
  const words = t.display.settings;
  const [gone, setGone] = useState(false);
  const name = words.place(place);
  return (
    <li aria-label={name} className="flex items-center gap-4 rounded-till border border-line px-4 py-2">
      <span className="flex h-24 w-40 shrink-0 items-center justify-center overflow-hidden rounded-till bg-sunk">
        {gone ? (
          <span className="px-2 text-center text-note text-amber">{words.gone}</span>
        ) : (
          <img
            src={`/slides/${file}`}
            alt={name}
            className="max-h-full max-w-full"
            onError={() => setGone(true)}
          />
        )}
      </span>
      <span className="min-w-0 flex-1">{name}</span>
      {onUp && (
        <Button disabled={!may} label={`${words.up}: ${name}`} onPress={onUp}>
          ↑ {words.up}
        </Button>
      )}
      <Button disabled={!may} label={`${words.remove}: ${name}`} onPress={onRemove}>
        {words.remove}
      </Button>
    </li>
  );
}
