import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { minimumPeople } from "@/lib/access/privacy";
import { standardisedMeanDifference } from "@/lib/stats/effect-size";
import type { Moments } from "@/lib/stats/moments";
import type { BalanceRow } from "./comparison";
import type { GroupName } from "./input";

type Row = { g: number; n: number; tenures: number; tenure: number | null; tenureVariance: number | null } & {
  baselines: number;
  baseline: number | null;
  baselineVariance: number | null;
};

type RoleRow = { role: string; name: string; counts: Record<string, number> };

/**
 * What the groups are made of, among the people the comparison rests on (`compared_rows`): tenure, where they stood before, roles. Roles
 * that would show fewer people than the minimum in one of the groups are gathered under "Other roles". `names[g]` are the groups shown. Events as rare
 * as a rate counts say nothing of a person before.
 */
export async function readBalance(
  tx: Tx,
  orgId: string,
  names: ReadonlyMap<number, GroupName>,
  setting: number,
  withBaseline: boolean,
): Promise<BalanceRow[]> {
  const minimum = minimumPeople(setting);
  const { rows } = await tx.execute<Row>(sql`
    select g, count(*)::int as n, count(tenure)::int as tenures, avg(tenure)::float8 as tenure, var_samp(tenure)::float8 as "tenureVariance",
      count(baseline)::int as baselines, avg(baseline) as baseline, var_samp(baseline) as "baselineVariance"
    from compared_rows group by g order by g`);
  const shown = rows.filter(({ g, n }) => names.has(g) && n >= minimum);
  const first = shown[0];
  if (!first || shown.length < 2) return [];
  const tenure = numberRow("Tenure", "years", shown, names, minimum, (row) => ({
    n: row.tenures,
    mean: row.tenure ?? 0,
    variance: row.tenureVariance ?? 0,
  }));
  const baseline = numberRow("The figure before, per person", "metric", shown, names, minimum, (row) => ({
    n: row.baselines,
    mean: row.baseline ?? 0,
    variance: row.baselineVariance ?? 0,
  }));
  const sizes = new Map(shown.map(({ g, n }) => [g, n]));
  const roles = gatherRoles(await readRoles(tx, orgId), [...sizes.keys()], minimum).map(({ name, counts }) =>
    shareRow(name, counts, sizes, names),
  );
  return [...(withBaseline ? baseline : []), ...tenure, ...roles];
}

function numberRow(
  label: string,
  unit: BalanceRow["unit"],
  rows: readonly Row[],
  names: ReadonlyMap<number, GroupName>,
  minimum: number,
  of: (row: Row) => Moments,
): BalanceRow[] {
  const found = rows.map((row) => ({ g: row.g, moments: of(row) }));
  const first = found[0];
  if (!first || found.some(({ moments }) => moments.n < minimum)) return [];
  const values: BalanceRow["values"] = {};
  const differences: BalanceRow["differences"] = {};
  for (const { g, moments } of found) {
    const name = names.get(g);
    if (!name) continue;
    values[name] = moments.mean;
    if (g !== first.g) differences[name] = standardisedMeanDifference({ treated: first.moments, control: moments });
  }
  return [{ label, unit, values, differences }];
}

function shareRow(
  label: string,
  counts: ReadonlyMap<number, number>,
  sizes: ReadonlyMap<number, number>,
  names: ReadonlyMap<number, GroupName>,
): BalanceRow {
  const shares = [...sizes].map(([g, n]) => ({ g, share: (counts.get(g) ?? 0) / n, n }));
  const values: BalanceRow["values"] = {};
  const differences: BalanceRow["differences"] = {};
  const moments = ({ share, n }: { share: number; n: number }) => ({ n, mean: share, variance: share * (1 - share) });
  const [first] = shares;
  for (const one of shares) {
    const name = names.get(one.g);
    if (!name || !first) continue;
    values[name] = one.share;
    if (one.g !== first.g)
      differences[name] = standardisedMeanDifference({ treated: moments(first), control: moments(one) });
  }
  return { label, unit: "share", values, differences };
}

async function readRoles(tx: Tx, orgId: string): Promise<RoleRow[]> {
  const { rows } = await tx.execute<RoleRow>(sql`
    select coalesce(role_id::text, '') as role, coalesce(max(r.name), 'No role') as name, jsonb_object_agg(g, n) as counts
    from (select role_id, g, count(*)::int as n from compared_rows group by role_id, g) counted
    left join roles r on r.org_id = ${orgId} and r.id = role_id
    group by role_id order by sum(n) desc, name`);
  return rows;
}

type Gathered = { name: string; counts: Map<number, number> };
const mostRoles = 8;

/** The largest roles by themselves, the rest together; nothing that stands for fewer people than the minimum, and not for nobody. */
export function gatherRoles(
  roles: readonly Pick<RoleRow, "name" | "counts">[],
  groups: readonly number[],
  minimum: number,
): Gathered[] {
  const all = roles.map(({ name, counts }) => ({ name, counts: new Map(groups.map((g) => [g, counts[g] ?? 0])) }));
  const isShown = ({ counts }: Gathered) => [...counts.values()].every((people) => people === 0 || people >= minimum);
  const own = all.filter(isShown).slice(0, mostRoles);
  const rest = all.filter((role) => !own.includes(role));
  const together = () => ({
    name: "Other roles",
    counts: new Map(groups.map((g) => [g, rest.reduce((sum, role) => sum + (role.counts.get(g) ?? 0), 0)])),
  });
  while (!isShown(together()) && own.length > 0) rest.push(...own.splice(-1));
  if (!isShown(together())) return [];
  return rest.length > 0 ? [...own, together()] : own;
}
