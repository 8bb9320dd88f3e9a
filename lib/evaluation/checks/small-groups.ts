import { counted } from "@/lib/evaluation/counted";
import type { Check, CheckResult } from "./check";

const id = "small_groups";

/** People per arm (under 20 warns, under 5 fails) and, where clustered, clusters per arm (under 10 warns, under 5 fails). */
export const smallGroups: Check = async ({ design, panel }) => {
  const arms = design.compares ? (["treated", "control"] as const) : (["treated"] as const);
  const counts = arms.map((arm) => ({ arm, people: panel.arms[arm].post.n, clusters: panel.arms[arm].clusters }));
  const people = Math.min(...counts.map((count) => count.people));
  const clusters = Math.min(...counts.map((count) => count.clusters));
  const fewClusters = panel.clustered && clusters < 10;
  const status: CheckResult["status"] =
    people < 5 || (panel.clustered && clusters < 5) ? "fail" : people < 20 || fewClusters ? "warn" : "pass";
  const inClusters = panel.clustered ? ` in ${counted(clusters, "cluster", "clusters")}` : "";
  const held = `${counted(people, "person", "people")} with a follow-up value${inClusters}`;
  return {
    id,
    status,
    value: panel.clustered ? clusters : people,
    says:
      people === 0
        ? "One arm has nobody with a follow-up value."
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
