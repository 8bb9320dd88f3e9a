import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Design } from "@/lib/evaluation/design";
import type { Occasion } from "@/lib/evaluation/estimator";
import { explainReason } from "@/lib/evaluation/reasons";
import { hc3Term } from "@/lib/stats/pooling/hc3-term";
import { welchEstimate } from "@/lib/stats/welch";
import type { Nearness, SpillOver } from "./spill-over";

type Row = { nearness: Nearness; near: boolean; people: number; n: number; mean: number; variance: number };

/** Nearer places first: what is near in a team is near at its site as well. */
const places: readonly Nearness[] = ["team", "site", "unit"];
const fewestClusters = 3;
/** A line through fewer places says nothing. */
const fewestPlaces = 6;

/**
 * The change of untrained people who work beside trained ones against that of untrained people who do not, by Welch's t; in the nearest kind of place
 * in which both are at least `minimum` people. A cluster (a team) counts as one where errors are clustered.
 */
export async function evaluateSpillOver(
  { tx, plan, panel, kpi }: Occasion,
  design: Design,
  minimum: number,
): Promise<SpillOver> {
  const refuse = (reason: string): SpillOver => ({ status: "not_estimable", reason });
  if (!design.compares) return refuse("There is no comparison group to look for it in.");
  if (design.outcome === "time") return refuse("The time until an event is compared between the arms only.");
  if (panel.notPositive > 0) return refuse(explainReason("not-positive"));
  if (panel.withBaseline === 0) return refuse(explainReason("no-baseline"));
  const rows = await readNeighbours(tx, panel.clustered);
  const fewest = panel.clustered ? fewestClusters : 2;
  const sides = places.map((nearness) => ({
    nearness,
    near: rows.find((row) => row.nearness === nearness && row.near),
    far: rows.find((row) => row.nearness === nearness && !row.near),
  }));
  const enough = (row: Row | undefined) => row !== undefined && row.people >= minimum && row.n >= fewest;
  const found = sides.find(({ near, far }) => enough(near) && enough(far));
  if (!found?.near || !found.far) {
    const everybody = sides.every(({ far }) => far === undefined);
    const nobody = sides.every(({ near }) => near === undefined);
    if (nobody)
      return refuse("No untrained person works beside trained ones: there is nowhere for it to spill over to.");
    const shared = await byShare(tx, { plan, kpi, minimum });
    return shared ?? refuse(everybody ? nobodyApart : tooFew);
  }
  const { nearness, near, far } = found;
  const estimate = welchEstimate("spill_over", { treated: near, control: far }, plan.confidence);
  if (estimate.kind !== "estimate") return refuse("The changes of untrained people do not differ among themselves.");
  const { estimate: value, standardError, degreesOfFreedom, interval, p } = estimate;
  const [low, high] = interval;
  return {
    status: "estimated",
    by: "contrast",
    nearness,
    counted: panel.clustered ? "clusters" : "people",
    near: { n: near.people, mean: near.mean },
    far: { n: far.people, mean: far.mean },
    estimate: value,
    standard_error: standardError,
    df: degreesOfFreedom,
    ci: [low, high],
    p,
    direction: directionOf(interval, kpi.direction),
  };
}

const tooFew = "Too few untrained people work beside trained ones, or too few apart from them.";
const nobodyApart =
  "Every untrained person works beside trained ones, in too few places, or in places too much alike, to tell more from less.";

function directionOf([low, high]: readonly [number, number], wanted: "up" | "down"): "better" | "worse" | "unclear" {
  if (low <= 0 && high >= 0) return "unclear";
  return low > 0 === (wanted === "up") ? "better" : "worse";
}

type Place = { nearness: Nearness; people: number; share: number; change: number };

/** Null where there are too few places with untrained people, or all have the same share of trained ones. */
async function byShare(
  tx: Tx,
  { plan, kpi, minimum }: Pick<Occasion, "plan" | "kpi"> & { minimum: number },
): Promise<SpillOver | null> {
  const rows = await readShares(tx);
  for (const nearness of places) {
    const own = rows.filter((row) => row.nearness === nearness);
    const people = own.reduce((sum, row) => sum + row.people, 0);
    const shares = own.map(({ share }) => share);
    if (own.length < fewestPlaces || people < minimum) continue;
    const slope = hc3Term(
      shares,
      own.map(({ change }) => change),
      1,
      plan.confidence,
    );
    if (slope.kind !== "association") continue;
    return {
      status: "estimated",
      by: "share",
      nearness,
      places: own.length,
      people,
      range: [Math.min(...shares), Math.max(...shares)],
      estimate: slope.coefficient,
      standard_error: slope.standardError,
      df: slope.degreesOfFreedom,
      ci: slope.interval,
      p: slope.p,
      direction: directionOf(slope.interval, kpi.direction),
    };
  }
  return null;
}

/** Each place with the share of its people in an arm who are trained, and the mean change of those who are not. */
async function readShares(tx: Tx): Promise<Place[]> {
  const { rows } = await tx.execute<Place>(sql`
    with placed as (
      select m.n, m.arm, v.nearness, v.place from evaluation_members m
      cross join lateral (values ('team', m.team_id::text), ('site', m.site), ('unit', m.unit)) v (nearness, place)
      where v.place is not null and m.arm is not null
    ), shares as (
      select nearness, place, avg((arm = 'treated')::int)::float8 as share from placed group by nearness, place
    )
    select c.nearness, count(*)::int as people, min(s.share) as share, avg(p.post - p.pre) as change
    from placed c join shares s using (nearness, place)
    join evaluation_panel p on p.n = c.n and p.pre is not null and p.post is not null
    where c.arm = 'control' group by c.nearness, c.place order by c.nearness, c.place collate "C"`);
  return rows;
}

/** Changes of the comparison people, by whether anybody of the trained arm works in the same place. People without a place are left out of it. */
async function readNeighbours(tx: Tx, clustered: boolean): Promise<Row[]> {
  const unit = clustered ? sql`coalesce(cluster, n::text)` : sql`n::text`;
  const { rows } = await tx.execute<Row>(sql`
    with placed as (
      select m.n, m.arm, v.nearness, v.place from evaluation_members m
      cross join lateral (values ('team', m.team_id::text), ('site', m.site), ('unit', m.unit)) v (nearness, place)
      where v.place is not null and m.arm is not null
    ), trained as (select distinct nearness, place from placed where arm = 'treated'),
    changes as (
      select c.nearness, t.place is not null as near, p.n, p.cluster, p.post - p.pre as change
      from placed c join evaluation_panel p on p.n = c.n and p.pre is not null and p.post is not null
      left join trained t on t.nearness = c.nearness and t.place = c.place
      where c.arm = 'control'
    ), units as (
      select nearness, near, ${unit} as unit, count(*) as people, avg(change) as change from changes group by 1, 2, 3 order by 1, 2, 3
    )
    select nearness, near, sum(people)::int as people, count(*)::int as n, avg(change) as mean, coalesce(var_samp(change), 0) as variance
    from units group by nearness, near order by nearness, near`);
  return rows;
}
