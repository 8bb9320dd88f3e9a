import type { DimensionName, GroupDimension, Subgroups } from "@/lib/evaluation/subgroups/subgroups";

type Estimated = Extract<Subgroups, { status: "estimated" }>;

export const dimensionNames: Record<DimensionName, { by: string; group: string; many: string }> = {
  role: { by: "By role", group: "Role", many: "roles" },
  unit: { by: "By unit", group: "Unit", many: "units" },
  site: { by: "By site", group: "Site", many: "sites" },
  tenure: { by: "By tenure", group: "Time in the organisation", many: "lengths of tenure" },
};

/** Groups whose effect is further from that on the rest than chance would have it, by whether it is the good way. */
function toldApart({ dimensions, confidence }: Estimated, wanted: "up" | "down") {
  const told = dimensions.flatMap(({ groups }) => groups).filter(({ p_adjusted }) => p_adjusted < 1 - confidence);
  const isBetter = ({ difference }: { difference: number }) => difference > 0 === (wanted === "up");
  return { better: told.filter(isBetter), worse: told.filter((group) => !isBetter(group)) };
}

/** Whether it worked better for some than for others, in a sentence. */
export function subgroupSentence(subgroups: Estimated, wanted: "up" | "down"): string {
  const groups = subgroups.dimensions.reduce((sum, dimension) => sum + dimension.groups.length, 0);
  if (groups === 0)
    return "No group by role, unit, site or tenure is large enough in both arms to be looked at by itself.";
  const { better, worse } = toldApart(subgroups, wanted);
  if (better.length + worse.length === 0) return "No sign that it worked better for some than for others.";
  const named = (all: readonly { group: string }[]) => listed(all.map(({ group }) => `“${group}”`));
  const parts = [
    better.length > 0 ? `better for ${named(better)}` : null,
    worse.length > 0 ? `less well for ${named(worse)}` : null,
  ].filter((part) => part !== null);
  return `It seems to have worked ${parts.join(" and ")} than for the rest. This was looked for after the fact: a lead to test next time, not a finding.`;
}

/** How the groups were compared and what the figures hang on. */
export function subgroupMethod(subgroups: Estimated, isPhased: boolean): string {
  const counted = subgroups.dimensions.reduce((sum, dimension) => sum + dimension.groups.length, 0);
  const compared = {
    change: isPhased
      ? "the change of those exposed by the start of the follow-up against those not exposed by its end, over two periods (not wave by wave)"
      : "the change of the trained against that of the comparison",
    adjusted: "follow-up values of both arms, adjusted by the value before with one slope for everybody",
    "follow-up": "follow-up values of both arms",
  }[subgroups.compares];
  const errors = subgroups.errors === "cr2" ? "errors by cluster (CR2)" : "Welch errors";
  return `Exploratory: no plan names these groups beforehand. Within each group: ${compared}; ${errors}. p values are of the difference from everybody else, adjusted for ${counted} groups (Benjamini-Hochberg).`;
}

/** How much the effects of a dimension differ: what is likely and what cannot be ruled out. */
export function spreadText({ between, dimension }: GroupDimension, text: (size: number) => string): string | null {
  if (!between) return null;
  const { many } = dimensionNames[dimension];
  const [low, high] = between.tau_ci;
  if (low > 0)
    return `True effects differ between ${many} by about ${text(between.tau)} (standard deviation; ${text(low)} to ${text(high)}).`;
  if (high === 0) return `The ${many} differ by less than chance alone would mostly have it.`;
  return `The ${many} differ by no more than chance would have it. A true spread of up to ${text(high)} (standard deviation) cannot be ruled out.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
