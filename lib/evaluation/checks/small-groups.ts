import { counted } from "@/lib/evaluation/counted";
import type { GroupTimeDocument } from "@/lib/evaluation/group-time";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Arms } from "@/lib/stats/estimate";
import type { Check, CheckResult } from "./check";

const id = "small_groups";

/**
 * People per arm (under 20 warns, under 5 fails) and, where clustered, clusters per arm (under 10 warns, under 5 fails). In a phased
 * roll-out the exposed of all waves are one arm, and a wave of a single person or cluster warns: its own spread cannot be known.
 */
export const smallGroups: Check = async ({ design, panel, headline }) => {
  const arms = design.compares ? (["treated", "control"] as const) : (["treated"] as const);
  const waves = wavesOf(headline);
  const watched = design.outcome === "time" ? headline?.n : null;
  const counts = arms.map((arm) => ({
    arm,
    people: waves ? waves.people[arm] : (watched?.[arm] ?? panel.arms[arm].post.n),
    clusters: waves ? waves.clusters[arm] : panel.arms[arm].clusters,
  }));
  const single = waves?.single ?? [];
  const people = Math.min(...counts.map((count) => count.people));
  const clusters = Math.min(...counts.map((count) => count.clusters));
  const fewClusters = panel.clustered && clusters < 10;
  const status: CheckResult["status"] =
    people < 5 || (panel.clustered && clusters < 5)
      ? "fail"
      : people < 20 || fewClusters || single.length > 0
        ? "warn"
        : "pass";
  const inClusters = panel.clustered ? ` in ${counted(clusters, "cluster", "clusters")}` : "";
  const held = `${counted(people, "person", "people")} with a follow-up value${inClusters}`;
  return {
    id,
    status,
    value: panel.clustered ? clusters : people,
    says:
      people === 0
        ? "One arm has nobody with a follow-up value."
        : single.length > 0 && people >= 20 && !fewClusters
          ? `${counted(single.length, "wave is", "waves are")} of a single one (${single.join(", ")}), whose spread cannot be known: errors are too small.`
          : status === "pass"
            ? `The smallest arm has ${held}.`
            : `The smallest arm has only ${held}; intervals and p values from so few are rough.`,
    help: "Add people or clusters, or wait for another wave; more values per person help less.",
    picture: counts.flatMap((count) => [
      { label: `${count.arm} people`, value: count.people },
      ...(panel.clustered ? [{ label: `${count.arm} clusters`, value: count.clusters }] : []),
    ]),
  };
};

type Waves = { people: Arms<number>; clusters: Arms<number>; single: string[] };

/** Exposed and comparison of all waves, where group-time effects lead. */
function wavesOf(headline: MethodResult | null): Waves | null {
  const detail = headline?.detail as Partial<GroupTimeDocument> | undefined;
  if (!headline || !detail?.groups || detail.clusters === undefined) return null;
  const treated = detail.groups.reduce((sum, { clusters }) => sum + clusters, 0);
  return {
    people: headline.n,
    clusters: { treated, control: detail.clusters - treated },
    single: detail.groups.filter(({ single }) => single).map(({ group }) => group),
  };
}
