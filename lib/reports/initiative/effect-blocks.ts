import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { checkSummary, needFollowUp } from "@/lib/initiatives/check-summary";
import { effectCourse } from "@/lib/initiatives/effect-course";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { withDays } from "@/lib/initiatives/with-days";
import { checkName } from "@/lib/initiatives/words";
import { methodName } from "@/lib/methods/method-name";
import type { ReportBlock, ReportCell, ReportFigure } from "@/lib/reports/document";

type Asked = { plan: Plan; result: EvaluationResult; minimum: number; formats: Formats; early: boolean };

/** What changed: the effects of the plan's KPIs, both arms over time, the checks it stands on and what other methods say. */
export function effectBlocks({ plan, result, minimum, formats, early }: Asked): ReportBlock[] {
  const { primary } = plan;
  const checks = early ? result.checks.filter(({ id }) => !needFollowUp.has(id)) : result.checks;
  const course =
    primary && result.picture.length > 0 ? [courseBlock({ kpi: primary, plan, result, minimum, formats })] : [];
  const figures = early ? [] : effectFigures(plan, result, formats);
  return [
    ...(figures.length > 0
      ? [{ kind: "figures" as const, title: "What changed", full: false, internal: false, figures }]
      : []),
    ...course,
    {
      kind: "table",
      title: `Checks: ${checkSummary(checks)}`,
      full: true,
      internal: false,
      columns: [
        { id: "check", header: "Check", width: 1.4 },
        { id: "status", header: "Result" },
        { id: "says", header: "What it found", width: 4 },
      ],
      rows: checks.map(
        (check): Record<string, ReportCell> => ({
          check: { text: checkName(check.id) },
          status: { text: check.status.replace("_", " ") },
          says: { text: withDays(check.says, formats) },
        }),
      ),
    },
    ...(early ? [] : [methodsBlock(plan, result, formats)]),
  ];
}

const kpiOf = ({ primary, secondaries }: Plan, { kpi }: MethodResult): PlanKpi | undefined =>
  [primary, ...secondaries].find((one) => one?.code === kpi) ?? undefined;

function effectFigures(plan: Plan, result: EvaluationResult, formats: Formats): ReportFigure[] {
  return result.results
    .filter(({ headline }) => headline)
    .flatMap((one): ReportFigure[] => {
      const kpi = kpiOf(plan, one);
      if (!kpi) return [];
      const scale = effectScale(kpi, plan, one.detail);
      const known = one.estimate !== null && one.ci !== null ? { value: one.estimate, interval: one.ci } : null;
      const text = known ? scale.text(formats, known.value, known.interval) : (one.reason ?? "Not estimable");
      const cut = text.lastIndexOf(" (");
      return [
        {
          id: `effect ${kpi.code}`,
          label: one.role === "primary" ? kpi.name : `${kpi.name} (${one.role})`,
          text: known && cut > 0 ? text.slice(0, cut) : text,
          value: known ? scale.value(known.value) : null,
          unit: scale.unit,
          interval: known ? scale.range(known.interval) : null,
          intervalText: known && cut > 0 ? text.slice(cut + 1) : null,
          grade: one.role === "primary" ? result.claim.grade : null,
          note: `${methodName(one.method)}, ${formats.number(one.n.treated)} and ${formats.number(one.n.control)} people.`,
          href: initiativeHref(plan.id),
        },
      ];
    });
}

function courseBlock(asked: { kpi: PlanKpi; plan: Plan } & Omit<Asked, "early" | "plan">): ReportBlock {
  const { kpi, plan, result, minimum, formats } = asked;
  const course = effectCourse({ kpi, result, period: plan.period, minimum, formats });
  const values = (points: typeof course.treated.values) => points.map((point) => point?.value ?? null);
  const bands = (points: typeof course.treated.values) => points.map((point) => point?.interval ?? null);
  return {
    kind: "chart",
    title: course.title,
    full: false,
    internal: false,
    answer: course.answer ?? "",
    caption: course.caption,
    chart: {
      type: "lines",
      unit: course.unit,
      periods: course.periods,
      days: course.days,
      series: [
        {
          label: course.treated.label,
          arm: "trained",
          supposed: false,
          values: values(course.treated.values),
          bands: bands(course.treated.values),
        },
        ...(course.control
          ? [
              {
                label: "Comparison",
                arm: "comparison" as const,
                supposed: false,
                values: values(course.control),
                bands: bands(course.control),
              },
            ]
          : []),
        ...(course.supposed
          ? [{ label: "If not trained", arm: "trained" as const, supposed: true, values: course.supposed, bands: null }]
          : []),
      ],
      exposure: course.exposed >= 0 ? { at: course.exposed, label: "First exposure" } : null,
    },
  };
}

function methodsBlock(plan: Plan, { results }: EvaluationResult, formats: Formats): ReportBlock {
  return {
    kind: "table",
    title: "All methods",
    full: true,
    internal: false,
    columns: [
      { id: "kpi", header: "KPI", width: 2 },
      { id: "method", header: "Method", width: 2.4 },
      { id: "effect", header: "Effect", align: "end", width: 2.4 },
      { id: "people", header: "People", align: "end" },
    ],
    rows: results.map((one): Record<string, ReportCell> => {
      const kpi = kpiOf(plan, one);
      const scale = effectScale(kpi ?? { code: one.kpi, unit: null }, plan, one.detail);
      return {
        kpi: { text: kpi?.name ?? one.kpi },
        method: { text: `${methodName(one.method)}${one.headline ? ", headline" : ""}` },
        effect:
          one.estimate === null || one.ci === null
            ? { text: one.reason ?? "not estimable" }
            : { text: scale.text(formats, one.estimate, one.ci), value: scale.value(one.estimate), unit: scale.unit },
        people: { text: `${formats.number(one.n.treated)} / ${formats.number(one.n.control)}` },
      };
    }),
  };
}
