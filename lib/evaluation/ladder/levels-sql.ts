import type { Tx } from "@/db/client";
import { armMean } from "@/lib/evaluation/arm-mean";
import { jointMomentsByCluster } from "@/lib/evaluation/joint-moments-sql";
import type { Panel } from "@/lib/evaluation/panel-sql";
import { completeRows } from "@/lib/evaluation/panel-sql";
import type { ArmMean } from "@/lib/evaluation/result";
import type { Arms } from "@/lib/stats/estimate";
import { wilsonInterval } from "@/lib/stats/newcombe";
import { studentTQuantile } from "@/lib/stats/student-t";

type Facts = { panel: Panel; confidence: number; isShare: boolean };

/**
 * The level of each arm at follow-up. Interval: Wilson for a share of people; where people are clustered t with G - 1 on the spread of
 * cluster sums (factor G / (G - 1)); else t over people.
 */
export async function levelsOf(tx: Tx, { panel, confidence, isShare }: Facts): Promise<Arms<ArmMean>> {
  const plain = (arm: "treated" | "control") => armMean(panel.arms[arm].post, confidence);
  if (!panel.clustered) {
    const of = (arm: "treated" | "control"): ArmMean => {
      const { n, mean } = panel.arms[arm].post;
      if (!isShare || n === 0) return plain(arm);
      return { ...plain(arm), ci: wilsonInterval({ n, events: Math.round(n * mean) }, confidence) };
    };
    return { treated: of("treated"), control: of("control") };
  }
  const rows = await jointMomentsByCluster(tx, completeRows({ unit: "person" }, ["post"]), ["post"]);
  const of = (wanted: "treated" | "control"): ArmMean => {
    const own = rows.filter(({ arm }) => arm === wanted);
    const people = own.reduce((sum, { n }) => sum + n, 0);
    const level = plain(wanted);
    if (own.length < 2 || level.mean === null) return { ...level, ci: null };
    const centre = level.mean;
    const squares = own.reduce((sum, { n, means: [mean = 0] }) => sum + (n * (mean - centre)) ** 2, 0);
    const error = Math.sqrt((squares * own.length) / (own.length - 1)) / people;
    // A share nobody differs in has no spread between clusters: each cluster counts as one person then.
    if (isShare && error === 0) {
      return { ...level, ci: wilsonInterval({ n: own.length, events: Math.round(own.length * centre) }, confidence) };
    }
    const margin = studentTQuantile((1 + confidence) / 2, own.length - 1) * error;
    return { ...level, ci: [centre - margin, centre + margin] };
  };
  return { treated: of("treated"), control: of("control") };
}
