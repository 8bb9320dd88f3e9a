/** What we compute of one folder of `test/fixtures/reference`, to be compared with what R computed. */
export type ReferenceCase = {
  folder: string;
  /**
   * By the id of a result: its values computed by `lib/stats`, under the keys and in the shape `expected.json` gives them. A key left
   * out is not covered and must be named in `without`.
   */
  computed: Record<string, () => Computed>;
  /** What is not computed and why: by result id, or `id.key` for a part of one; a final `*` stands for anything. */
  without: Record<string, string>;
  /** Relative tolerance where the default of 1e-8 is not what `expected.json` states in words: by result id or `id.key`, with `*` as above. */
  tolerance?: Record<string, number>;
};

export type Computed = { [key: string]: unknown };

/** Whether one of the patterns names this path; the first that does. */
export function patternFor(patterns: Record<string, unknown>, path: string): string | undefined {
  return Object.keys(patterns).find((pattern) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern || path.startsWith(`${pattern}.`),
  );
}
