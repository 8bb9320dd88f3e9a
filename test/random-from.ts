/** mulberry32: the same seed gives the same facts. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    pick: <Item>(list: readonly Item[]) => list[int(list.length)] as Item,
    maybe: <Item>(value: Item) => (next() < 0.3 ? null : value),
  };
}

/** Ids as the database makes them, the same for the same seed, apart from what `randomFrom` of that seed gives. */
export function idsFrom(seed: number): () => string {
  const { int } = randomFrom(~seed);
  const hex = (digits: number) =>
    int(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(6)}${hex(6)}`;
}
