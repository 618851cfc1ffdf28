import { usePreferences } from './preferences.ts';

export type Earcon = 'ok' | 'again' | 'unknown' | 'error' | 'done';

type Tone = { readonly hertz: number; readonly atMs: number; readonly forMs: number };

// One short high tone says yes; the same twice, then a low one, asks whether it was meant twice; two low ones say
// look at the screen. Told apart by rhythm, not by pitch alone.
const tunes: Readonly<Record<Earcon, readonly Tone[]>> = {
  ok: [{ hertz: 1320, atMs: 0, forMs: 60 }],
  again: [
    { hertz: 1320, atMs: 0, forMs: 60 },
    { hertz: 1320, atMs: 120, forMs: 60 },
    { hertz: 440, atMs: 260, forMs: 220 },
  ],
  unknown: [
    { hertz: 330, atMs: 0, forMs: 160 },
    { hertz: 262, atMs: 220, forMs: 240 },
  ],
  error: [
    { hertz: 220, atMs: 0, forMs: 130 },
    { hertz: 220, atMs: 190, forMs: 130 },
    { hertz: 220, atMs: 380, forMs: 130 },
  ],
  done: [
    { hertz: 880, atMs: 0, forMs: 90 },
    { hertz: 1175, atMs: 110, forMs: 150 },
  ],
};
const loudness = 0.25;

let audio: AudioContext | undefined;

/** To be called in an idle moment: the browser takes up to 80 ms for it, which the first scan should not wait for. */
export function openSound(): AudioContext {
  audio ??= new AudioContext();
  return audio;
}

/** Plays a short sign. What it says is always on the screen as well. */
export function play(earcon: Earcon): void {
  if (!usePreferences.getState().sound) return;
  const context = openSound();
  // A browser that wants a gesture first stays silent; the screen has said it anyway.
  if (context.state !== 'running') void context.resume().catch(() => undefined);
  for (const tone of tunes[earcon]) sound(context, tone);
}

function sound(context: AudioContext, tone: Tone): void {
  const begins = context.currentTime + tone.atMs / 1000;
  const ends = begins + tone.forMs / 1000;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'triangle';
  oscillator.frequency.value = tone.hertz;
  gain.gain.setValueAtTime(loudness, begins);
  gain.gain.exponentialRampToValueAtTime(0.001, ends);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begins);
  oscillator.stop(ends);
}
