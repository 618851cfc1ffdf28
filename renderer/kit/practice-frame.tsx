import type { ReactNode } from 'react';

/**
 * A frame and a band around everything while the till practises, in every theme and without a word of the screens
 * within: hatched edge, sign and sentence, so that nobody needs the colour to see it. `aside`: the way out.
 */
export function PracticeFrame(props: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="practice-frame flex h-full flex-col p-1.5">
      <div className="flex h-12 shrink-0 items-center gap-4 px-3" role="status">
        <b className="flex min-w-0 flex-1 items-center gap-3 rounded-sm">
          <span className="flex items-center gap-3 rounded-till bg-strong px-4 py-1 text-lead leading-tight font-bold whitespace-nowrap text-strong-ink">
            <span aria-hidden>✎</span>
            {props.title}
          </span>
        </b>
        {props.aside}
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden bg-paper">{props.children}</div>
    </div>
  );
}
