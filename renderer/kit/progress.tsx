/** How far something is, as a bar; the figures stand beside it in words. `label` is read out. */
export function Progress(props: { done: number; total: number; label: string }) {
  return (
    <progress
      aria-label={props.label}
      value={props.done}
      max={Math.max(1, props.total)}
      className="h-4 w-full appearance-none overflow-hidden rounded-full border border-line bg-sunk [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-accent"
    />
  );
}
