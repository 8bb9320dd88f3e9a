import { sql } from "drizzle-orm";
import { isSmallGroup } from "@/lib/access/privacy";
import { readMinimumGroup } from "@/lib/evaluation/minimum-group";
import { clusterWaves } from "@/lib/evaluation/moments-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import { type ClusterWaves, didCr1 } from "@/lib/stats/did-cr1";
import { leaveOneClusterOut } from "@/lib/stats/sensitivity/leave-one-cluster-out";
import { type Check, type CheckResult, cannotTell } from "./check";

type Facts = Parameters<Check>[0];

const id = "influence";
const help = "Look at the one that counts most: a mistake in its data, or a place where the programme was another one.";
/** Beyond this, leaving out each in turn takes longer than a reader waits. */
const mostClusters = 2_000;
/** Clusters drawn, those that move the effect most. */
const mostDrawn = 10;
/** What the first row of the picture is called. */
const everybody = "everybody";

/**
 * Does the finding hang on one? Clusters: each left out in turn; where the effect differs from zero, a sign that turns without one fails. A shift
 * of more than a standard error, or an interval that comes to hold zero or ceases to, warns. Independent people: the largest shift one person can make, beyond a standard error warns.
 */
export const influence: Check = async (facts) => {
  const { panel, design } = facts;
  if (!design.compares || design.outcome === "time") return null;
  if (!panel.clustered) return onePerson(facts);
  if (panel.withBaseline === 0)
    return cannotTell(id, "Without values from before, no change can be computed team by team.", help);
  if (panel.clusters > mostClusters)
    return cannotTell(id, `There are more than ${mostClusters} clusters; none is left out in turn.`, help);
  const waves = await clusterWaves(facts.tx, completeRows(panel, ["pre", "post"]));
  const found = leaveOneClusterOut(waves, (rows) => didCr1(rows, facts.plan.confidence));
  if (found.kind === "not-estimable" || !found.largest) {
    return cannotTell(id, "Leaving out one cluster leaves nothing to estimate.", help);
  }
  const { largest, signHangsOn, significanceHangsOn } = found;
  const errors = Math.abs(largest.shiftInErrors ?? 0);
  const isFound = found.all.interval[0] > 0 || found.all.interval[1] < 0;
  const status =
    isFound && signHangsOn.length > 0 ? "fail" : errors > 1 || significanceHangsOn.length > 0 ? "warn" : "pass";
  const nameOf = await namesOf(facts, waves);
  const most = found.without
    .toSorted((left, right) => Math.abs(right.shift ?? 0) - Math.abs(left.shift ?? 0))
    .slice(0, mostDrawn);
  const picture: CheckResult["picture"] = [
    { label: everybody, value: found.all.estimate, interval: found.all.interval },
  ];
  const called = new Map<string, number>();
  for (const { cluster, result } of most) {
    if (result.kind !== "estimate") continue;
    const name = nameOf(cluster);
    const count = (called.get(name) ?? 0) + 1;
    called.set(name, count);
    const label = count > 1 ? `without ${name}, ${count}` : `without ${name}`;
    picture.push({ label, value: result.estimate, interval: result.interval });
  }
  const says = saysOf(status, nameOf(largest.cluster), errors, significanceHangsOn.length);
  return { id, status, value: errors, says, help, picture };
};

/**
 * What clusters are called. Those of fewer people than a figure may rest on are not named: what the effect is without them would say something
 * about each of them.
 */
async function namesOf({ tx, plan, panel }: Facts, waves: readonly ClusterWaves[]) {
  const minimum = await readMinimumGroup(tx, plan.orgId);
  const people = new Map<unknown, number>();
  if (panel.unit === "team") {
    const { rows } = await tx.execute<{ cluster: string; n: number }>(
      sql`select cluster, count(*)::int as n from evaluation_panel group by cluster`,
    );
    for (const { cluster, n } of rows) people.set(cluster, n);
  } else {
    for (const { cluster, after } of waves) people.set(cluster, (people.get(cluster) ?? 0) + after.n);
  }
  const word = panel.unit === "team" ? "team" : "cluster";
  return (cluster: string | number) =>
    isSmallGroup(people.get(cluster) ?? 0, minimum) ? `a ${word} of fewer than ${minimum}` : String(cluster);
}

function saysOf(status: CheckResult["status"], cluster: string, errors: number, turning: number): string {
  const shift = `${errors.toFixed(1)} standard errors`;
  if (status === "fail") return `The effect changes its sign when ${cluster} is left out.`;
  if (status === "warn" && errors <= 1) {
    return `Whether the interval holds zero hangs on ${turning === 1 ? "one cluster" : `one of ${turning} clusters`}; ${cluster} moves the effect most, by ${shift}.`;
  }
  if (status === "warn") return `The effect hangs on ${cluster}: without it, it moves by ${shift}.`;
  return `No cluster decides: leaving out ${cluster}, the most influential, moves the effect by ${shift}.`;
}

async function onePerson({ tx, panel, headline }: Facts): Promise<CheckResult> {
  const value = panel.withBaseline > 0 ? sql`post - pre` : sql`post`;
  const { rows } = await tx.execute<{ shift: number | null }>(sql`
    select max(abs(v - mean) / nullif(n - 1, 0)) as shift from (
      select v, avg(v) over (partition by arm) as mean, count(*) over (partition by arm) as n
      from (select arm, ${value} as v from evaluation_panel where ${value} is not null) valued
    ) placed`);
  const shift = rows[0]?.shift ?? null;
  const error = headline?.standard_error ?? null;
  if (shift === null || !error)
    return cannotTell(id, "Without an estimate and its error, nobody's weight in it can be judged.", help);
  const errors = shift / error;
  const moves = `one person can move the effect by ${errors < 0.1 ? "less than 0.1" : errors.toFixed(1)} standard errors`;
  return {
    id,
    status: errors > 1 ? "warn" : "pass",
    value: errors,
    says: errors > 1 ? `The effect hangs on single people: ${moves}.` : `Nobody decides alone: at most ${moves}.`,
    help,
    picture: [{ label: "largest shift by one person", value: shift }],
  };
}
