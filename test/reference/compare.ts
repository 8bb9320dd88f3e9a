import { type Computed, patternFor, type ReferenceCase } from "./reference-case";

export type Found = {
  /** Values met, values that differ (in words), values nobody computes, reasons that no value needs. */
  met: number;
  wrong: string[];
  missing: string[];
  left: Map<string, number>;
};

const usual = 1e-8;

/** Every value of `expected.json` against what we compute of it. */
export function compareCase(reference: ReferenceCase, results: Record<string, { values: unknown }>): Found {
  const found: Found = { met: 0, wrong: [], missing: [], left: new Map() };
  for (const [id, { values }] of Object.entries(results)) {
    const compute = reference.computed[id];
    const computed: Computed | undefined = compute?.();
    for (const [path, expected] of leavesOf(values, id)) {
      const actual = at(computed, path.slice(id.length + 1));
      if (actual !== undefined) check(reference, found, path, expected, actual);
      else {
        const reason = patternFor(reference.without, path);
        if (reason === undefined) found.missing.push(path);
        else found.left.set(reason, (found.left.get(reason) ?? 0) + 1);
      }
    }
  }
  return found;
}

function check(reference: ReferenceCase, found: Found, path: string, expected: unknown, actual: unknown): void {
  const pattern = patternFor(reference.tolerance ?? {}, path);
  const tolerance = (pattern && reference.tolerance?.[pattern]) || usual;
  const isMet =
    typeof expected === "number" && typeof actual === "number"
      ? Math.abs(actual - expected) <= tolerance * (expected === 0 ? 1 : Math.abs(expected))
      : actual === expected;
  if (isMet) found.met += 1;
  else found.wrong.push(`${path}: ${String(actual)} is not ${String(expected)} to ${tolerance}`);
}

/** The numbers, words and nulls of a value, each with its path; places in a list count from 0. */
function* leavesOf(value: unknown, path: string): Generator<[path: string, leaf: unknown]> {
  if (typeof value !== "object" || value === null) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}.${key}`);
}

/** Keys may hold dots, so the longest key that fits is taken at each step. */
function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  if (typeof value !== "object" || value === null) return undefined;
  const key = Object.keys(value)
    .filter((name) => path === name || path.startsWith(`${name}.`))
    .sort((left, right) => right.length - left.length)[0];
  return key === undefined ? undefined : at((value as Computed)[key], path.slice(key.length + 1));
}
