import Link from "next/link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import type { Plan, PlanKpi } from "@/lib/evaluation/plan";
import type { MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { estimators } from "@/lib/methods/estimators";
import { methodName } from "@/lib/methods/method-name";
import { hiddenCauseFacts } from "./hidden-cause-text";
import { pText } from "./p-text";
import { readingOf } from "./reading";

type MethodReadingProps = {
  result: MethodResult;
  kpi: PlanKpi;
  plan: Plan;
  /** What this result was computed from and by. */
  dataVersion: string;
  codeVersion: string;
  formats: Formats;
};

/** One method on one KPI: what it says, then its statistics, then how it is computed and from what. */
export function MethodReading({ result, kpi, plan, dataVersion, codeVersion, formats }: MethodReadingProps) {
  const method = estimators.find(({ id }) => id === result.method);
  return (
    <Disclosure
      summary={
        <span className="grid gap-x-4 py-1 sm:grid-cols-[22rem_1fr]">
          <span className="font-medium">
            {methodName(result.method)}
            {result.headline ? <span className="font-normal text-ink-2"> · headline</span> : null}
          </span>
          <span className="text-table text-ink-2">{readingOf(result, kpi, plan, formats)}</span>
        </span>
      }
    >
      <DefinitionList items={statisticsOf(result, kpi, plan, formats)} />
      <Disclosure summary="Formula and data" className="mt-1 text-table">
        <DefinitionList
          items={[
            ...(method
              ? ([
                  ["Estimates", method.estimates],
                  ["Assumes", method.assumption],
                  ["Formula", method.formula],
                  ["Uncertainty", method.uncertainty],
                  ["Source", method.source],
                ] as const)
              : []),
            ["Data", <Version key="data">{dataVersion}</Version>],
            ["Plan", <Version key="plan">{plan.planHash}</Version>],
            ["Code, seed", `${codeVersion}, ${plan.seed}`],
          ]}
        />
        {method ? (
          <Link className="link" href={`/methods#${result.method}`}>
            How this is computed, and what it is compared with
          </Link>
        ) : null}
      </Disclosure>
    </Disclosure>
  );
}

const Version = ({ children }: { children: string }) => <span className="break-all">{children}</span>;

function statisticsOf(result: MethodResult, kpi: PlanKpi, plan: Plan, formats: Formats): [string, string][] {
  const { estimate, standard_error: error, df, ci, p, n } = result;
  const { p_adjusted: adjusted, tests } = result.detail;
  const people = `${formats.number(n.treated)} trained, ${formats.number(n.control)} in the comparison`;
  if (estimate === null || ci === null) return [["n", people]];
  const text = effectScale(kpi, plan, result.detail).text(formats, estimate, ci);
  const facts: [string, string | null][] = [
    ["Effect", `${text}, ${formats.percent(plan.confidence, { decimals: 0 })} interval`],
    ["Standard error", error === null ? null : formats.number(error, { significant: 4 })],
    ["t with", df === null ? null : `${formats.number(df, { significant: 4 })} degrees of freedom`],
    ["p", p === null ? null : pText(p)],
    [
      "p, adjusted",
      typeof adjusted === "number" ? `${pText(adjusted)}, for ${tests} secondary KPIs (Benjamini-Hochberg)` : null,
    ],
    ["n", people],
    ...hiddenCauseFacts(result, formats),
  ];
  return facts.flatMap(([name, fact]) => (fact === null ? [] : [[name, fact]]));
}
