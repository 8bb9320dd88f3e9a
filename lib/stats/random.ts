import { normalQuantile } from "./normal";

/** A seeded source of random numbers. */
export type Random = {
  /** Uniform between 0 and 1, both excluded; 32 random bits. */
  uniform: () => number;
  normal: () => number;
};

const wrap = (value: number) => value >>> 0;
const rotate = (value: number, by: number) => wrap((value << by) | (value >>> (32 - by)));

/** The state is filled from the seed by splitmix32, so that neighbouring seeds share nothing. */
function splitMix(seed: number): () => number {
  let state = wrap(seed);
  return () => {
    state = wrap(state + 0x9e3779b9);
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return wrap(mixed ^ (mixed >>> 15));
  };
}

/**
 * Random numbers that depend on the seed alone: xoshiro128** of Blackman and Vigna (2018), period 2^128 - 1.
 * The same seed (an integer) gives the same digits on every machine. Not for secrets.
 */
export function seededRandom(seed: number): Random {
  const fill = splitMix(seed);
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  const next = () => {
    const result = wrap(Math.imul(rotate(Math.imul(b, 5), 7), 9));
    const shifted = b << 9;
    c = wrap(c ^ a);
    d = wrap(d ^ b);
    b = wrap(b ^ c);
    a = wrap(a ^ d);
    c = wrap(c ^ shifted);
    d = rotate(d, 11);
    return result;
  };
  const uniform = () => (next() + 0.5) / 2 ** 32;
  return { uniform, normal: () => normalQuantile(uniform()) };
}
