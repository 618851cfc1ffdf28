const size = 136;
const stroke = 12;
const radius = (size - stroke) / 2;
const length = 2 * Math.PI * radius;

/** What is left of a time, as a ring that empties and the number of seconds inside it. `left` is from 0 to 1. */
export function Ring({ left, figure, label }: { left: number; figure: string; label: string }) {
  return (
    <div role="timer" aria-label={label} className="relative grid shrink-0 place-items-center">
      <svg width={size} height={size} aria-hidden="true" className="-rotate-90">
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          strokeWidth={stroke}
          stroke="var(--line)"
        />
        <circle
          cx={size / 2}
          cy={size / 2}
          r={radius}
          fill="none"
          strokeWidth={stroke}
          stroke="var(--amber-bar)"
          strokeDasharray={length}
          strokeDashoffset={length * (1 - left)}
          className="motion-safe:transition-[stroke-dashoffset] motion-safe:duration-1000 motion-safe:ease-linear"
        />
      </svg>
      <b className="absolute text-hero font-[650]">{figure}</b>
    </div>
  );
}
