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
 * its normal interval is as wide as its t interval. The interval of the mean is never narrower than the errors of the groups allow: where groups
 * happen to lie close together, that of Hartung and Knapp would shrink towards nothing (their own remedy, Knapp and Hartung 2003).
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
  const { mean, standardError, interval, between, heterogeneity, iSquared } = random;
  const total = effects.reduce((sum, one) => sum + 1 / (one.standardError ** 2 + between.variance), 0);
  const wider = Math.max(1, 1 / (standardError * Math.sqrt(total)));
  return {
    between: {
      mean,
      ci: [mean - wider * (mean - interval[0]), mean + wider * (interval[1] - mean)],
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
