/** Broken bytes out of good ones, the same for the same seed. */

/** Numbers from 0 up to, not including, 1 (mulberry32). */
export type Random = () => number;

/** Numbers that only depend on the seed. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)];
}

/** What lengths, counts and text break on. */
const NASTY: readonly (readonly number[])[] = [
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
  [0xff, 0xff, 0xff, 0x7f],
  [0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x40],
  [0x0a, 0x80, 0x80, 0x80, 0x80, 0x08],
  [0x0b, 0x0b, 0x0b, 0x0b],
  [0x1f, 0x8b, 0x08],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0x22, 0x5c],
  [0x7b, 0x3c, 0x5b],
  [0x23, 0x0a]
];

/** The bytes, changed in one to four places: cut off, overwritten, doubled, left out or filled with what is nasty. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = Buffer.from(bytes);
  for (let changes = 1 + Math.floor(random() * 4); changes > 0; changes--) {
    const at = Math.floor(random() * (mutated.length + 1));
    const end = Math.min(mutated.length, at + Math.floor(random() ** 3 * 200) + 1);
    const [before, here, after] = [
      mutated.subarray(0, at),
      mutated.subarray(at, end),
      mutated.subarray(end)
    ];
    const nasty = Buffer.from(pick(NASTY, random));
    switch (Math.floor(random() * 7)) {
      case 0:
        mutated = before;
        break;
      case 1:
        mutated = Buffer.concat([before, here, here, after]);
        break;
      case 2:
        mutated = Buffer.concat([before, after]);
        break;
      case 3:
        mutated = Buffer.concat([before, nasty, here, after]);
        break;
      case 4:
        mutated = Buffer.concat([before, ...Array<Buffer>(200).fill(nasty), after]);
        break;
      case 5:
        mutated = Buffer.concat([before, here.map(() => Math.floor(random() * 256)), after]);
        break;
      default:
        mutated = Buffer.concat([before, here.map(byte => byte ^ (1 << (random() * 8))), after]);
    }
  }
  return new Uint8Array(mutated);
}
