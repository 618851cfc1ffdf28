import { keepFocus } from './button.tsx';
import { KeyCap, type Keyed, useCap } from './key-cap.tsx';
import { usePress } from './press.ts';

export type LegendKey = Keyed & {
  readonly label: string;
  readonly onPress: () => void;
  /** Does not work now: not shown, but its place is kept, so that nothing moves under the finger. */
  readonly hidden?: boolean;
  /** Has a button of its own on the screen, so that a narrow screen can leave it out here. */
  readonly spare?: boolean;
  /** Works only while this one does not: it has the same place, for a narrow screen has none to spare. */
  readonly instead?: Omit<LegendKey, 'instead'>;
};

/** The foot of every screen: the keys that work now, and nothing else; each can be pressed with the finger. */
export function Legend({ keys }: { keys: readonly LegendKey[] }) {
  return (
    <footer className="flex h-[49px] shrink-0 items-stretch overflow-hidden border-t border-line bg-surface px-2 text-legend max-[1200px]:px-1">
      {keys.map(each => (
        <Place key={each.act ?? each.plainKey} {...each} />
      ))}
    </footer>
  );
}

function Place({ instead, ...first }: LegendKey) {
  if (!instead) return <Key {...first} className="flex-auto" />;
  return (
    <div className="grid min-w-0 flex-auto *:[grid-area:1/1]">
      <Key {...first} />
      <Key {...instead} />
    </div>
  );
}

function Key(props: Omit<LegendKey, 'instead'> & { className?: string }) {
  const { label, hidden, spare, className = '' } = props;
  const press = usePress(props.onPress);
  return (
    <button
      type="button"
      onClick={press}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      className={`flex min-w-0 items-center justify-center gap-1.5 whitespace-nowrap max-[1200px]:gap-1 active:bg-sunk ${hidden ? 'invisible' : ''} ${spare ? 'max-[1400px]:hidden' : ''} ${className}`}
    >
      <KeyCap>{useCap(props) ?? ''}</KeyCap>
      {label}
    </button>
  );
}
