import { type Name, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Panel } from "@/lib/evaluation/panel-sql";
import type { Windows } from "@/lib/evaluation/windows";
import type { JointMoments } from "@/lib/stats/joint-moments";
import { type DimensionName, dimensions } from "./subgroups";

/** The people of one group in one arm (and of one cluster, where the panel is clustered): joint moments of the values after and before. */
export type Cell = JointMoments & { group: string; arm: "treated" | "control"; cluster: string };

type Row = { dimension: number; group: string | null; arm: Cell["arm"]; cluster: string | null; n: number } & Record<
  "m0" | "m1" | "c00" | "c11" | "c10",
  number | null
>;

/** Where nobody knows the place of people. */
export const unplaced = "Not known";
/** By months since the date of hire, up to each bound. */
const bands = [
  { below: 12, name: "Under 1 year" },
  { below: 36, name: "1 to 3 years" },
  { below: 120, name: "3 to 10 years" },
  { below: Number.POSITIVE_INFINITY, name: "10 years or more" },
];

/** Joint moments of everybody with the values an effect needs, by each dimension: one pass over the panel and the members. */
export async function readCells(
  tx: Tx,
  panel: Panel,
  windows: Windows,
  before: boolean,
): Promise<Map<DimensionName, Cell[]>> {
  const clustered = panel.clustered || panel.unit === "team";
  const used = panel.unit === "team" ? dimensions.filter((name) => name === "unit" || name === "site") : dimensions;
  const names = used.map((name) => sql.identifier(name));
  const sets = names.map((name) => sql`(arm, ${name}${clustered ? sql`, cluster` : sql``})`);
  const own = used.map(
    (name) =>
      sql`, ${name === "tenure" ? tenureOf(windows) : sql`m.${sql.identifier(name)}`} as ${sql.identifier(name)}`,
  );
  const pre = before ? sql`p.pre` : sql`0::float8`;
  const { rows } = await tx.execute<Row>(sql`
    select ${dimensionOf(names)} as dimension, coalesce(${sql.join(names, sql`, `)}) as "group", arm, ${clustered ? sql`cluster` : sql`null`} as cluster,
      count(*)::int as n, avg(post) as m0, avg(pre) as m1, var_samp(post) as c00, var_samp(pre) as c11, covar_samp(post, pre) as c10
    from (
      select p.arm, p.cluster, p.post, ${pre} as pre${sql.join(own)}
      from evaluation_panel p join evaluation_members m on m.n = p.n
      where p.post is not null and ${pre} is not null order by p.n
    ) placed
    group by grouping sets (${sql.join(sets, sql`, `)})
    order by 1, 2, 3, 4`);
  return new Map(used.map((name, at) => [name, rows.filter(({ dimension }) => dimension === at).map(cellOf)]));
}

/** The position of the column a row is grouped by. */
function dimensionOf(names: readonly Name[]): SQL {
  return sql`case ${sql.join(names.map((name, at) => sql` when grouping(${name}) = 0 then ${sql.raw(String(at))}`))} end`;
}

/** As text, because all dimensions share a column; null where nobody knows the date of hire. */
function tenureOf(windows: Windows): SQL {
  const day = windows.baseline?.to ?? windows.firstExposure ?? windows.followUp?.from ?? null;
  const months = sql`((${day}::date - m.hire_date) / 30.4375::float8)`;
  const cases = bands.map(({ below, name }) =>
    Number.isFinite(below) ? sql` when ${months} < ${below}::float8 then ${name}::text` : sql` else ${name}::text`,
  );
  return sql`case when ${months} is null then null${sql.join(cases)} end`;
}

function cellOf({ group, arm, cluster, n, m0, m1, c00, c10, c11 }: Row): Cell {
  const [outcome, both, earlier] = [c00 ?? 0, c10 ?? 0, c11 ?? 0];
  return {
    group: group ?? unplaced,
    arm,
    cluster: cluster ?? "",
    n,
    means: [m0 ?? 0, m1 ?? 0],
    covariance: [
      [outcome, both],
      [both, earlier],
    ],
  };
}

/** Groups in the order people look for them in: bands from new to old, everything else by name, what is not known last. */
export function inOrder(groups: readonly string[]): string[] {
  const rank = (group: string) => {
    const band = bands.findIndex(({ name }) => name === group);
    return group === unplaced ? Number.POSITIVE_INFINITY : band;
  };
  return groups.toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : Number(left > right)));
}
