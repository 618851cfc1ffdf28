const size = 136;
const stroke = 12;
const radius = (size - stroke) / 2;
const length = 2 * Math.PI * radius;

/** What is left of a time, as a ring that empties with the number inside it and what it counts. `left` is from 0 to 1. */
export function Ring(props: { left: number; figure: string; unit: string; label: string }) {
  const { left, figure, unit, label } = props;
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
      <span className="absolute text-center leading-none">
        <b className="block text-hero leading-none font-[650]">{figure}</b>
        <span className="text-legend text-muted">{unit}</span>
      </span>
    </div>
  );
}
