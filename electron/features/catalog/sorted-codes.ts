type CodeAt = { readonly code: string; readonly rank: number };
type SortedRun = { readonly entries: readonly CodeAt[]; at: number };

/** Sorted in one go; half a millisecond. */
const runLength = 1_000;

/**
 * Codes of a generation, handed out in order without any long moment: short runs are sorted as they fill,
 * and merged one code at a time as they are asked for. Sorting a million codes at once would stop the till
 * for more than a second.
 */
export class SortedCodes {
  readonly #runs: SortedRun[] = [];
  #filling: CodeAt[] = [];

  add(code: string, rank: number): void {
    this.#filling.push({ code, rank });
    if (this.#filling.length >= runLength) this.#close();
  }

  /** All codes, lowest first; what was added is used up by it. */
  *inOrder(): Generator<CodeAt> {
    this.#close();
    const heap = this.#runs;
    for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at);
    while (heap.length > 0) {
      const run = heap[0]!;
      yield run.entries[run.at]!;
      run.at += 1;
      if (run.at === run.entries.length) {
        const last = heap.pop()!;
        if (heap.length === 0) return;
        heap[0] = last;
      }
      sink(heap, 0);
    }
  }

  #close(): void {
    if (this.#filling.length === 0) return;
    this.#runs.push({ entries: this.#filling.sort(compare), at: 0 });
    this.#filling = [];
  }
}

const compare = (a: CodeAt, b: CodeAt): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.rank - b.rank;

/** Lets the run at `at` sink to its place in a heap whose smallest head is on top. */
function sink(heap: SortedRun[], at: number): void {
  for (let parent = at; ; ) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && isBefore(heap[right]!, heap[left]!) ? right : left;
    if (!isBefore(heap[child]!, heap[parent]!)) return;
    [heap[parent], heap[child]] = [heap[child]!, heap[parent]!];
    parent = child;
  }
}

const isBefore = (a: SortedRun, b: SortedRun): boolean => compare(a.entries[a.at]!, b.entries[b.at]!) < 0;
