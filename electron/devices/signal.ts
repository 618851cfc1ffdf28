/** Takes a listener away; calling it twice is harmless. */
export type Off = () => void;

/** A thing that happens again and again, and those who want to hear of it. */
export type Signal<T> = {
  on(listen: (value: T) => void): Off;
  emit(value: T): void;
};

export function createSignal<T>(): Signal<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on(listen) {
      // A function of its own, so that the same listener may be added twice and removed once.
      const entry = (value: T): void => listen(value);
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
    emit(value) {
      for (const listen of [...listeners]) listen(value);
    },
  };
}

/** Something that ends once. Who asks afterwards is told at once. */
export type End = {
  on(listen: () => void): Off;
  emit(): void;
  readonly over: boolean;
};

export function createEnd(): End {
  const listeners = createSignal<void>();
  let over = false;
  return {
    get over() {
      return over;
    },
    on(listen) {
      if (!over) return listeners.on(listen);
      listen();
      return () => undefined;
    },
    emit() {
      if (over) return;
      over = true;
      listeners.emit();
    },
  };
}
