import { jointMomentsOf } from "@/lib/stats/joint-moments";
import { waldTest } from "@/lib/stats/linear/wald-test";
import { aggregate } from "@/lib/stats/panel/group-time/aggregate";
import {
  callawaySantanna,
  type GroupTimeDetail,
  type ReadAggregate,
} from "@/lib/stats/panel/group-time/callaway-santanna";
import type { Cohort } from "@/lib/stats/panel/group-time/cohort-sample";
import { covarianceOf } from "@/lib/stats/panel/group-time/covariance";
import type { Design } from "@/lib/stats/panel/group-time/design";
import { groupTimeEffects } from "@/lib/stats/panel/group-time/group-time-effects";
import type { TwoWayErrors } from "@/lib/stats/panel/two-way-fixed-effects/errors";
import { twoWayEventStudy } from "@/lib/stats/panel/two-way-fixed-effects/event-study";
import { twfeCr1 } from "@/lib/stats/panel/two-way-fixed-effects/twfe-cr1";
import { estimated } from "@/test/fixtures/reference/expect-relative";
import { column, readRows } from "@/test/fixtures/reference/read-reference";
import type { Computed, ReferenceCase } from "@/test/reference/reference-case";

const rows = readRows("castle/castle.csv");
const years = [...new Set(column(rows, "year"))].sort((left, right) => left - right);
const firstYear = years[0] ?? 0;
const firstPosts = [...new Set(column(rows, "first_post"))].sort((left, right) => left - right);

const cohorts: Cohort[] = firstPosts.map((firstPost) => {
  const inCohort = rows.filter((row) => row.first_post === firstPost);
  const outcomes = years.map((year) =>
    column(
      inCohort.filter((row) => row.year === year),
      "l_homicide",
    ),
  );
  return { group: firstPost === 0 ? null : firstPost - firstYear, ...jointMomentsOf(outcomes) };
});

const designs: [name: string, design: Design][] = [
  ["nevertreated.varying", { comparison: "never-treated", basePeriod: "varying" }],
  ["nevertreated.universal", { comparison: "never-treated", basePeriod: "universal" }],
  ["notyettreated.varying", { comparison: "not-yet-treated", basePeriod: "varying" }],
  ["notyettreated.universal", { comparison: "not-yet-treated", basePeriod: "universal" }],
];

function withDesign(id: string, design: Design): ReferenceCase["computed"] {
  const simple = () => estimated(callawaySantanna({ cohorts }, design));
  const detail = () => simple().detail as GroupTimeDetail;
  const family = ({ overall, levels }: ReadAggregate, first: number): Computed => ({
    overall_att: overall.effect,
    overall_se: overall.standardError,
    ci_low: overall.interval?.[0],
    ci_high: overall.interval?.[1],
    level: levels.map(({ level }) => first + level),
    att: levels.map(({ effect }) => effect),
    se: levels.map(({ standardError }) => standardError),
  });
  return {
    [id]: () => {
      const { effects } = detail();
      return {
        group: effects.map(({ group }) => firstYear + group),
        time: effects.map(({ time }) => firstYear + time),
        att: effects.map(({ effect }) => effect),
        se: effects.map(({ standardError }) => standardError),
      };
    },
    [`${id}.simple`]: () => {
      const { estimate, standardError, interval } = simple();
      return { overall_att: estimate, overall_se: standardError, ci_low: interval[0], ci_high: interval[1] };
    },
    [`${id}.group`]: () => ({
      ...family(detail().group, firstYear),
      overall_se: undefined,
      ci_low: undefined,
      ci_high: undefined,
    }),
    [`${id}.calendar`]: () => family(detail().calendar, firstYear),
    [`${id}.dynamic`]: () => family(detail().event, 0),
    ...(design.basePeriod === "universal" && { [`${id}.event_study_pretrend`]: () => eventStudyPreTrend(design) }),
  };
}

function eventStudyPreTrend(design: Design): Computed {
  const effects = groupTimeEffects({ cohorts }, design);
  if (effects.kind === "refused") throw new Error(effects.reason);
  const leads = aggregate(effects, "event").levels.filter(({ level }) => level >= -5 && level < -1);
  const estimates = leads.map(({ effect }) => effect);
  const covariance = covarianceOf(effects, leads);
  const test = waldTest(estimates, covariance);
  return {
    event_times: leads.map(({ level }) => level),
    estimates,
    se: covariance.map((row, index) => Math.sqrt(row[index] ?? 0)),
    covariance,
    wald: test?.statistic,
    df: test?.degreesOfFreedom,
    p: test?.p,
  };
}

type Term = { name: string; estimate: number; errors: TwoWayErrors; p: number };
const twoWay = (terms: readonly Term[], [N, G, K]: readonly number[]): Computed => ({
  terms: terms.length === 1 ? terms[0]?.name : terms.map(({ name }) => name),
  ...Object.fromEntries(
    Object.entries({
      estimate: terms.map(({ estimate }) => estimate),
      se_cr0: terms.map(({ errors }) => errors.cr0),
      se_cr1: terms.map(({ errors }) => errors.cr1),
      se_cr1_plus1: terms.map(({ errors }) => errors.cr1Plus1),
      se_cr1_lsdv: terms.map(({ errors }) => errors.cr1Lsdv),
      se_classical: terms.map(({ errors }) => errors.classical),
      p_cr1: terms.map(({ p }) => p),
    }).map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
  ),
  N,
  G,
  K,
});

function study() {
  const result = twoWayEventStudy({ cohorts });
  if (result.kind !== "event-study") throw new Error(result.reason);
  return result;
}

const errorOfGroupAggregate =
  "did 2.1.2 takes the membership of the first group for that of every group in the error of this overall effect. Ours takes each group's own; a unit test shows that nothing else differs.";

export const castle: ReferenceCase = {
  folder: "castle",
  computed: {
    design: () => ({
      groups: Object.fromEntries(cohorts.map(({ group, n }) => [String(group === null ? 0 : firstYear + group), n])),
      years,
      n_units: cohorts.reduce((sum, { n }) => sum + n, 0),
    }),
    ...Object.assign({}, ...designs.map(([name, design]) => withDesign(`cs.${name}`, design))),
    "twfe.post": () => {
      const { estimate, p, detail } = estimated(twfeCr1({ cohorts }));
      const { errors, values, clusters, coefficients } = detail as Record<string, number> & { errors: TwoWayErrors };
      return twoWay([{ name: "post", estimate, errors, p }], [values ?? 0, clusters ?? 0, coefficients ?? 0]);
    },
    "twfe.event_study": () => {
      const { terms, values, clusters, coefficients } = study();
      return twoWay(
        terms.map((term) => ({ ...term, name: `e${term.event}` })),
        [values, clusters, coefficients],
      );
    },
    "twfe.event_study.pretrend": () => {
      const { preTrend } = study();
      return {
        wald: preTrend?.statistic,
        df: preTrend?.degreesOfFreedom,
        p_chisq: preTrend?.pChiSquare,
        f: preTrend?.f,
        p_f: preTrend?.pF,
      };
    },
  },
  without: Object.fromEntries(
    designs.flatMap(([name]) =>
      ["overall_se", "ci_low", "ci_high"].map((key) => [`cs.${name}.group.${key}`, errorOfGroupAggregate]),
    ),
  ),
};
