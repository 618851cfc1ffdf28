const countMax = 0xfff;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7 with the counter of 6.2, method 1): 48 bits of milliseconds,
 * 12 bits that count up within one of them, 62 random bits. Ids made later sort later within one
 * process, also when the clock steps back or 4,096 are asked for in one millisecond. In a table by id
 * they lie side by side, where ids by chance alone would touch a page each.
 */
export function makeIds(wallMs: () => number, randomBytes: (count: number) => Uint8Array): () => string {
  let lastMs = 0;
  let count = 0;
  return () => {
    const nowMs = wallMs();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      count = 0;
    } else if (count === countMax) {
      lastMs += 1;
      count = 0;
    } else {
      count += 1;
    }
    return format(lastMs, count, randomBytes(8));
  };
}

function format(ms: number, count: number, chance: Uint8Array): string {
  const time = ms.toString(16).padStart(12, '0');
  const variant = 0x80 | (chance[0]! & 0x3f);
  const tail = [variant, ...chance.subarray(1, 8)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${count.toString(16).padStart(3, '0')}`,
    tail.slice(0, 4),
    tail.slice(4),
  ].join('-');
}
