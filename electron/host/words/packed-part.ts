import type { StoredBlock } from '../../features/catalog/search/block.ts';

/** All blocks of a part in one piece of memory, which goes from one thread to another without being copied. */
export type PackedPart = {
  readonly starts: readonly string[];
  /** Where each block ends in `bytes`. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

export function packedPart(blocks: readonly StoredBlock[]): PackedPart {
  const ends = new Uint32Array(blocks.length);
  const bytes = new Uint8Array(blocks.reduce((all, block) => all + block.bytes.length, 0));
  let end = 0;
  for (const [index, block] of blocks.entries()) {
    bytes.set(block.bytes, end);
    end += block.bytes.length;
    ends[index] = end;
  }
  return { starts: blocks.map(({ start }) => start), ends, bytes };
}

export function* blocksOf({ starts, ends, bytes }: PackedPart): Generator<StoredBlock> {
  for (const [index, start] of starts.entries()) {
    yield { start, bytes: bytes.subarray(index === 0 ? 0 : ends[index - 1]!, ends[index]!) };
  }
}
