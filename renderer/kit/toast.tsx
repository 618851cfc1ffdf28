import { create } from 'zustand';
import { keepFocus } from './button.tsx';
import { Notice, type NoticeTone } from './notice.tsx';

export type ToastText = { readonly tone: NoticeTone; readonly title: string; readonly detail?: string };
type Toast = ToastText & { readonly id: number };

const shownMax = 3;
/** Good news is read at a glance; what went wrong needs a second look. */
const shownMs: Readonly<Record<NoticeTone, number>> = { plain: 3000, green: 3000, amber: 7000, red: 7000 };

const useToasts = create<{ toasts: readonly Toast[]; last: number }>(() => ({ toasts: [], last: 0 }));

/** Shows a short message over the screen for a few seconds; at most three at a time, the oldest gives way. */
export function toast(text: ToastText): void {
  const id = useToasts.getState().last + 1;
  useToasts.setState(({ toasts }) => ({ last: id, toasts: [...toasts, { ...text, id }].slice(-shownMax) }));
  setTimeout(() => dismiss(id), shownMs[text.tone]);
}

/** Takes good news away, which the next thing that goes well makes old; what went wrong stays. */
export const clearNews = (): void =>
  useToasts.setState(state => {
    const left = state.toasts.filter(({ tone }) => tone === 'amber' || tone === 'red');
    return left.length === state.toasts.length ? state : { toasts: left };
  });

/** Takes all messages away: another screen has begun. */
export const clearToasts = (): void => useToasts.setState({ toasts: [] });

const dismiss = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(each => each.id !== id) }));

/** Where toasts appear: once, in the shell. A press takes one away. */
export function Toasts() {
  const toasts = useToasts(state => state.toasts);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed top-[52px] right-3 left-handed:right-auto left-handed:left-3 z-40 grid w-[calc((100%-36px)*0.41)] gap-2"
    >
      {toasts.map(each => (
        <button
          key={each.id}
          type="button"
          onClick={() => dismiss(each.id)}
          onMouseDown={keepFocus}
          className="pointer-events-auto text-left"
        >
          <Notice quiet tone={each.tone} title={each.title} className="border-2">
            {each.detail}
          </Notice>
        </button>
      ))}
    </div>
  );
}
