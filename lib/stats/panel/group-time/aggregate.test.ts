import { expect, test } from "vitest";
import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { column, expectedValues, readRows } from "@/test/fixtures/reference/read-reference";
import { aggregate } from "./aggregate";
import { varianceOf } from "./covariance";
import { groupTimeEffects } from "./group-time-effects";

const expected = expectedValues("castle");
const rows = readRows("castle/castle.csv");
const years = Array.from({ length: 11 }, (_, index) => 2000 + index);
const cohorts = [2006, 2007, 2008, 2009, 2010, 0].map((year) => {
  const inCohort = rows.filter((row) => row.first_post === year);
  const outcomes = years.map((time) =>
    column(
      inCohort.filter((row) => row.year === time),
      "l_homicide",
    ),
  );
  return { group: year === 0 ? null : year - 2000, ...jointMomentsOf(outcomes) };
});

test("did 2.1.2 differs in the error of the group aggregate only by taking the first group's membership for every group's", () => {
  const effects = groupTimeEffects({ cohorts }, { comparison: "never-treated", basePeriod: "varying" });
  if (effects.kind === "refused") throw new Error(effects.reason);
  const { levels } = aggregate(effects, "group");
  const { groups, n } = effects;
  const total = groups.reduce((sum, { share }) => sum + share, 0);
  const width = effects.periods + 1;
  const influence = new Float64Array(width * cohorts.length);
  for (const [index, level] of levels.entries()) {
    const weight = (groups[index]?.share ?? 0) / total;
    for (const [at, value] of level.influence.entries()) influence[at] = (influence[at] ?? 0) + weight * value;
  }
  for (const cohort of cohorts.keys()) {
    const isFirst = cohort === 0 ? 1 : 0;
    const all = groups.reduce((sum, { share }) => sum + isFirst - share, 0);
    const constant = groups.reduce(
      (sum, { share }, index) =>
        sum + (levels[index]?.effect ?? 0) * ((isFirst - share) / total - (all * share) / total ** 2),
      0,
    );
    const at = cohort * width + effects.periods;
    influence[at] = (influence[at] ?? 0) + constant / n.all;
  }
  const error = Math.sqrt(varianceOf(effects, { effect: 0, influence }));
  expect(error / (expected("cs.nevertreated.varying.group").overall_se ?? 0)).toBeCloseTo(1, 9);
});
