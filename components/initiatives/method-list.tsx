import { Disclosure } from "@/components/ui/disclosure";
import type { Plan } from "@/lib/evaluation/plan";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { MethodReading } from "./method-reading";
import { MethodsTable } from "./methods-table";

type MethodListProps = { result: EvaluationResult; plan: Plan; codeVersion: string; formats: Formats };

/** What each method says of each KPI in words; digits and formulas open below. */
export function MethodList({ result: { results, study }, plan, codeVersion, formats }: MethodListProps) {
  const kpis = [plan.primary, ...plan.secondaries].filter((kpi) => kpi !== null);
  return (
    <>
      {kpis.map((kpi) => (
        <div key={kpi.code} className="mb-6">
          <h3 className="text-lead">
            {kpi.name}
            <span className="font-sans text-table font-normal text-ink-3"> {kpi.role}</span>
          </h3>
          {results.every((result) => result.kpi !== kpi.code) ? (
            <p className="text-table text-ink-2">Withheld: too few people of an arm have it.</p>
          ) : null}
          <ul>
            {results
              .filter((result) => result.kpi === kpi.code)
              .map((result) => (
                <li key={result.method} className="border-b border-rule">
                  <MethodReading
                    result={result}
                    kpi={kpi}
                    plan={plan}
                    dataVersion={study.data_version}
                    codeVersion={codeVersion}
                    formats={formats}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <Disclosure summary="All digits as a table">
        <MethodsTable results={results} plan={plan} formats={formats} />
      </Disclosure>
    </>
  );
}
