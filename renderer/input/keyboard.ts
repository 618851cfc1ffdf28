import { gapMsMax, usualTuning, type WedgeTuning } from '../../shared/domain/wedge.ts';
import { createDoubleReads } from './double-read.ts';
import { calibrating, dispatchKey, entryInSight, withdrawKeys } from './keys.ts';
import { createWedge, type WedgeScan } from './wedge.ts';

export type KeyboardEvents = {
  /** A scanner typed this. What it means is decided elsewhere; it has left no trace in any text box. */
  readonly scanned: (scan: WedgeScan) => void;
};

/** Listens to every key of the page before anything else does; gives a function that stops it. */
export function listenToKeyboard(
  page: Window,
  events: KeyboardEvents,
  tuning: () => WedgeTuning = () => usualTuning,
): () => void {
  let putBack = () => {};
  /** What has been pressed since a scan may have begun. */
  let pressed: KeyboardEvent[] = [];
  const isDoubleRead = createDoubleReads(afterOf(page));
  const wedge = createWedge(
    afterOf(page),
    {
      began: () => {
        putBack = pictureOf(page.document);
        pressed = [];
      },
      scanned: scan => {
        withdrawKeys(pressed);
        putBack();
        if (!isDoubleRead(scan)) events.scanned(scan);
      },
    },
    () => (calibrating() ? slowest : tuning()),
  );
  const passOn = (event: KeyboardEvent): boolean => {
    pressed.push(event);
    if (pressed.length > 1) return dispatchKey(event);
    // The first of what may be a scan; by the time that it is typed anywhere another screen may stand there.
    return dispatchKey(event, () => {
      putBack = pictureOf(page.document);
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const verdict = wedge.press(strokeOf(event));
    const taken = verdict === 'swallow' || (event.type === 'keydown' && event.isTrusted && passOn(event));
    if (!taken) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  page.addEventListener('keydown', onKey, { capture: true });
  page.addEventListener('keyup', onKey, { capture: true });
  return () => {
    wedge.stop();
    page.removeEventListener('keydown', onKey, { capture: true });
    page.removeEventListener('keyup', onKey, { capture: true });
  };
}

/** While a scanner is being measured, the slowest has to be heard. */
const slowest: WedgeTuning = { gapMs: gapMsMax, prefix: '' };

const afterOf = (page: Window) => (ms: number, run: (lateMs: number) => void) => {
  const dueAt = page.performance.now() + ms;
  const timer = page.setTimeout(() => run(page.performance.now() - dueAt), ms);
  return () => page.clearTimeout(timer);
};

// Getters of a DOM event stand on its prototype, so it can't be spread.
const strokeOf = (event: KeyboardEvent) => ({
  type: event.type as 'keydown' | 'keyup',
  key: event.key,
  code: event.code,
  shiftKey: event.shiftKey,
  ctrlKey: event.ctrlKey,
  altKey: event.altKey,
  metaKey: event.metaKey,
  repeat: event.repeat,
  isTrusted: event.isTrusted,
  at: event.timeStamp,
  heardAt: performance.now(),
});

/** Remembers what stands where typing goes, and gives a function that puts it back. */
function pictureOf(document: Document): () => void {
  const entry = entryInSight();
  const entered = entry?.read() ?? '';
  const box = document.activeElement;
  if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) {
    return () => entry?.set(entered);
  }
  const { value, selectionStart, selectionEnd } = box;
  return () => {
    entry?.set(entered);
    // Leaving the box ends a word that an input method still has in the making.
    box.blur();
    write(box, value);
    box.focus();
    if (selectionStart !== null) box.setSelectionRange(selectionStart, selectionEnd);
  };
}

/** Sets the text so that React hears of it: through the prototype's setter, with an `input` event. */
function write(box: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value')?.set?.call(box, value);
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
