import { type Computed, patternFor, type ReferenceCase } from "./reference-case";

/** How far a number we compute is from the expected one, relative to it; and how far it may be. */
type Compared = { id: string; difference: number; tolerance: number };

export type Found = {
  /** Values met, of them the numbers, values that differ (in words), values nobody computes, reasons that no value needs. */
  met: number;
  values: Compared[];
  wrong: string[];
  missing: string[];
  left: Map<string, number>;
};

const usual = 1e-8;

/** Every value of `expected.json` against what we compute of it. */
export function compareCase(reference: ReferenceCase, results: Record<string, { values: unknown }>): Found {
  const found: Found = { met: 0, values: [], wrong: [], missing: [], left: new Map() };
  for (const [id, { values }] of Object.entries(results)) {
    const compute = reference.computed[id];
    const computed: Computed | undefined = compute?.();
    for (const [path, expected] of leavesOf(values, id)) {
      const actual = at(computed, path.slice(id.length + 1));
      if (actual !== undefined) check(reference, found, { id, path, expected, actual });
      else {
        const reason = patternFor(reference.without, path);
        if (reason === undefined) found.missing.push(path);
        else found.left.set(reason, (found.left.get(reason) ?? 0) + 1);
      }
    }
  }
  return found;
}

type Pair = { id: string; path: string; expected: unknown; actual: unknown };

function check(reference: ReferenceCase, found: Found, { id, path, expected, actual }: Pair): void {
  const pattern = patternFor(reference.tolerance ?? {}, path);
  const tolerance = (pattern && reference.tolerance?.[pattern]) || usual;
  const areNumbers = typeof expected === "number" && typeof actual === "number";
  const difference = areNumbers ? Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected)) : null;
  const isMet = difference === null ? actual === expected : difference <= tolerance;
  if (!isMet) found.wrong.push(`${path}: ${String(actual)} is not ${String(expected)} to ${tolerance}`);
  else {
    found.met += 1;
    if (difference !== null) found.values.push({ id, difference, tolerance });
  }
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
