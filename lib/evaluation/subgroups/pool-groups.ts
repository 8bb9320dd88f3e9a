import { normalQuantile } from "@/lib/stats/normal";
import type { GroupEffect as Pooled } from "@/lib/stats/pooling/group-effect";
import { randomEffects } from "@/lib/stats/pooling/random-effects";
import { shrunkenEffects } from "@/lib/stats/pooling/shrunken-effects";
import { studentTQuantile } from "@/lib/stats/student-t";
import type { Contrast } from "./group-contrast";
import type { GroupDimension, GroupEffect } from "./subgroups";

type Shrunken = Map<string, NonNullable<GroupEffect["shrunken"]>>;

/**
 * What the groups of a dimension say together. Pooling takes errors as known and normal; with few people they are neither, so each is widened until
 * its normal interval is as wide as its t interval.
 */
export function poolGroups(
  groups: ReadonlyMap<string, Contrast>,
  confidence: number,
): { between: GroupDimension["between"]; shrunken: Shrunken } {
  const effects = [...groups].map(
    ([group, { own }]): Pooled => ({
      group,
      estimate: own.estimate,
      standardError:
        (own.standardError * studentTQuantile((1 + confidence) / 2, own.degreesOfFreedom)) /
        normalQuantile((1 + confidence) / 2),
    }),
  );
  const found = shrunkenEffects(effects, "paule_mandel", confidence);
  const shrunken: Shrunken = new Map(
    found.kind === "shrunken"
      ? found.groups.map(({ group, shrunken: estimate, interval }) => [String(group), { estimate, ci: interval }])
      : [],
  );
  const random = randomEffects(effects, "paule_mandel", confidence);
  if (random.kind !== "random-effects") return { between: null, shrunken };
  const { mean, interval, between, heterogeneity, iSquared } = random;
  return {
    between: {
      mean,
      ci: interval,
      tau: Math.sqrt(between.variance),
      tau_ci: [Math.sqrt(between.interval[0]), Math.sqrt(between.interval[1])],
      q: heterogeneity.q,
      df: heterogeneity.degreesOfFreedom,
      p: heterogeneity.p,
      i_squared: iSquared.value,
      i_squared_ci: iSquared.interval,
    },
    shrunken,
  };
}
