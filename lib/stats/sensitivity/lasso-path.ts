import { dot, invertSymmetric, multiply } from "@/lib/stats/symmetric-solve";

/** Points listed on each straight piece of the path. */
const perPiece = 16;

/**
 * Every w that minimises half w'Qw + q'w + penalty x sum of |w| as the penalty falls from where all are zero to nothing.
 *
 * Homotopy of Osborne, Presnell and Turlach (2000; Efron et al. 2004): between the penalties at which a variable joins or leaves, w is linear in the
 * penalty. The list holds the joints and points between. `quadratic` is symmetric and positive semidefinite.
 */
export function lassoPath(linear: readonly number[], quadratic: readonly (readonly number[])[]): number[][] {
  const w = linear.map(() => 0);
  const path = [[...w]];
  const gradient = [...linear];
  const signs = new Map<number, number>();
  let penalty = linear.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let left: number | null = null;
  const first = linear.findIndex((value) => Math.abs(value) === penalty);
  if (penalty > 0) signs.set(first, -Math.sign(linear[first] ?? 0));

  for (let piece = 0; piece < 20 * linear.length && penalty > 0 && signs.size > 0; piece += 1) {
    const active = [...signs.keys()];
    const { inverse } = invertSymmetric(active.map((row) => active.map((column) => quadratic[row]?.[column] ?? 0)));
    const onActive = multiply(inverse, [...signs.values()]);
    const direction = linear.map((_, k) => onActive[active.indexOf(k)] ?? 0);
    const change = multiply(quadratic, direction);

    let drop = penalty;
    let event: { joins?: number; leaves?: number } = {};
    for (const k of linear.keys()) {
      if (signs.has(k)) {
        const until = -(w[k] ?? 0) / (direction[k] ?? 0);
        if (until > 1e-12 * penalty && until < drop) [drop, event] = [until, { leaves: k }];
        continue;
      }
      const [slope, rate] = [gradient[k] ?? 0, change[k] ?? 0];
      for (const until of [(penalty - slope) / (1 + rate), (penalty + slope) / (1 - rate)]) {
        const isFresh = k !== left || until > 1e-9 * penalty;
        if (isFresh && until >= 0 && until < drop) [drop, event] = [until, { joins: k }];
      }
    }
    for (let part = 1; part <= perPiece; part += 1) {
      path.push(w.map((value, k) => value + ((drop * part) / perPiece) * (direction[k] ?? 0)));
    }
    for (const k of w.keys()) w[k] = k === event.leaves ? 0 : (w[k] ?? 0) + drop * (direction[k] ?? 0);
    penalty -= drop;
    for (const k of w.keys()) gradient[k] = (linear[k] ?? 0) + dot(quadratic[k] ?? [], w);
    left = event.leaves ?? null;
    if (event.leaves !== undefined) signs.delete(event.leaves);
    if (event.joins !== undefined) signs.set(event.joins, -Math.sign(gradient[event.joins] ?? 0));
    if (drop === 0 && event.joins === undefined) break;
  }
  return path;
}
