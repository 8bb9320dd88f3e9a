/** What an adjusted comparison knows of a row. `role` is what it is of a kind with: a role, a skill. */
export type AlikeRow = {
  treated: number;
  y: number;
  tenure: number | null;
  baseline: number | null;
  role: string | null;
};

/**
 * More rows than this are looked at through a fixed sample: of either group at most half of so many, chosen by a hash of people's ids, so
 * that a small group beside a large one is whole. The effect on the first group does not depend on how many of each are looked at.
 */
export const sampled = 20_000;
/** A kind is a covariate of its own where so many of both groups are of it. */
const fewestOfKind = 10;
const mostKinds = 10;
/** A covariate known of fewer rows than this is left out, rather than the rows. */
const knownEnough = 0.7;

type How = {
  withBaseline: boolean;
  words: { baseline: string; role: string };
  /** Leaves out rows of a kind that hardly anybody of the other group is of. */
  onlyShared?: boolean;
};

/** The rows with every covariate, the covariates as columns, and their names; null where there is none. */
export function adjustmentOf<Row extends AlikeRow>(
  rows: readonly Row[],
  { withBaseline, words, onlyShared = false }: How,
) {
  const isKnown = (of: (row: Row) => number | null) =>
    rows.filter((row) => of(row) !== null).length >= knownEnough * rows.length;
  const byTenure = isKnown(({ tenure }) => tenure);
  const byBaseline = withBaseline && isKnown(({ baseline }) => baseline);
  const known = rows.filter(
    ({ tenure, baseline }) => (!byTenure || tenure !== null) && (!byBaseline || baseline !== null),
  );
  const shared = kindsOf(known);
  const isShared = ({ role }: AlikeRow) => role !== null && shared.includes(role);
  const whole = onlyShared ? known.filter(isShared) : known;
  // What the others are compared with: those of no kind of their own, else the largest kind.
  const roles = whole.every(isShared) ? shared.slice(1) : shared;
  const covariates = [
    ...(byTenure ? [whole.map(({ tenure }) => tenure ?? 0)] : []),
    ...(byBaseline ? [whole.map(({ baseline }) => baseline ?? 0)] : []),
    ...roles.map((role) => whole.map((row) => (row.role === role ? 1 : 0))),
  ];
  const adjustedFor = [
    ...(byTenure ? ["tenure"] : []),
    ...(byBaseline ? [words.baseline] : []),
    ...(roles.length > 0 || (onlyShared && shared.length > 0) ? [words.role] : []),
  ];
  return covariates.length === 0 || whole.length === 0 ? null : { whole, covariates, adjustedFor };
}

/** Kinds many of both groups are of, the largest first. */
function kindsOf(rows: readonly AlikeRow[]): string[] {
  const counts = new Map<string, [number, number]>();
  for (const { role, treated } of rows) {
    if (role === null) continue;
    const [none, some] = counts.get(role) ?? [0, 0];
    counts.set(role, treated === 1 ? [none, some + 1] : [none + 1, some]);
  }
  return [...counts]
    .filter(([, [none, some]]) => Math.min(none, some) >= fewestOfKind)
    .toSorted(([, a], [, b]) => b[0] + b[1] - (a[0] + a[1]))
    .slice(0, mostKinds)
    .map(([role]) => role);
}
