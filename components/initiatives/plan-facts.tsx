import { Disclosure } from "@/components/ui/disclosure";
import { exclusionWords } from "@/lib/evaluation/exclusion-words";
import type { Plan, Window } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { armName, designNames } from "@/lib/initiatives/words";

type PlanFactsProps = {
  initiative: Initiative;
  result: EvaluationResult | null;
  codeVersion: string | null;
  evaluatedAt: Date | null;
  formats: Formats;
};

function sharesText(allocation: Plan["allocation"], design: Plan["design"]): string {
  if (allocation === "unknown") return "not known";
  if (allocation !== null)
    return Object.entries(allocation)
      .map(([arm, share]) => `${armName(arm)} ${share}`)
      .join(" : ");
  return design === "randomised" || design === "cluster_randomised" ? "none stated, taken as equal" : "none stated";
}

function hypothesisText({ hypothesis, primary }: Plan, formats: Formats): string {
  if (!hypothesis) return primary ? `“${primary.name}” gets better` : "none";
  if (!primary) return "not worse";
  const scale = effectScale(primary, { transform: {} });
  const margin = formats.measure(scale.value(hypothesis.margin), scale.unit, { significant: 3 });
  return `“${primary.name}” gets worse by less than ${margin}`;
}

/** What was promised, and what this result was computed from. */
export function PlanFacts({ initiative: { plan, arms }, result, codeVersion, evaluatedAt, formats }: PlanFactsProps) {
  const windowText = (window: Window | null) => {
    if (!window || (window.from === null && window.to === null)) return "not named";
    const day = (value: string | null, open: string) => (value === null ? open : formats.shortDate(value));
    return `${day(window.from, "the beginning")} to ${day(window.to, "today")}`;
  };
  const planned = arms.flatMap(({ label, firstPlanned }) =>
    label !== "control" && firstPlanned ? [firstPlanned] : [],
  );
  const first = result?.windows.first_exposure ?? planned.sort()[0];
  const facts: [string, string][] = [
    ["Design", designNames[plan.design]],
    ["Primary KPI", plan.primary?.name ?? "none"],
    ["Hypothesis", hypothesisText(plan, formats)],
    ["Secondary KPIs", plan.secondaries.map(({ name }) => name).join(", ") || "none"],
    ["Placebo KPIs", plan.placebos.map(({ name }) => name).join(", ") || "none"],
    [
      "Left out",
      plan.exclusions
        .map((rule) => `${rule.column.replaceAll("_", " ")} ${exclusionWords(rule)} (${rule.reason})`)
        .join("; ") || "nobody",
    ],
    ["Shares of the arms", sharesText(plan.allocation, plan.design)],
    ["Unit of analysis", plan.unitOfAnalysis],
    ["Standard errors by", plan.cluster ?? "person"],
    ["Covariates", plan.covariates.join(", ").replaceAll("_", " ") || "the value before only"],
    ["Baseline", windowText(result?.windows.baseline ?? plan.baseline)],
    ["Follow-up", windowText(result?.windows.follow_up ?? plan.followUp)],
    ["First exposure", first ? formats.shortDate(first) : "not on file"],
    ["Registered", plan.registeredAt ? formats.shortDate(plan.registeredAt) : "not registered"],
    ["Confidence", formats.percent(plan.confidence, { decimals: 0 })],
  ];
  const traces: [string, string][] = [
    ["Plan", plan.planHash],
    ["Data version", result?.study.data_version ?? "not evaluated"],
    ["Code version", codeVersion ?? "not evaluated"],
    ["Seed", String(plan.seed)],
    ["Evaluated", evaluatedAt ? formats.moment(evaluatedAt) : "not evaluated"],
  ];
  return (
    <>
      <Facts facts={facts} />
      <Disclosure summary="Versions, seed and fingerprints" className="mt-2">
        <Facts facts={traces} />
      </Disclosure>
    </>
  );
}

function Facts({ facts }: { facts: readonly [string, string][] }) {
  return (
    <dl className="grid text-table sm:grid-cols-2 sm:gap-x-8">
      {facts.map(([name, fact]) => (
        <div key={name} className="grid grid-cols-[9rem_1fr] gap-x-3 border-b border-rule py-1.5">
          <dt className="font-medium">{name}</dt>
          <dd className="min-w-0 break-words text-ink-2">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
