import { GradeMark } from "@/components/ui/grade-mark";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { withDays } from "@/lib/initiatives/with-days";

type Props = { result: Pick<EvaluationResult, "claim" | "early_until">; withheld: boolean; formats: Formats };

/** What the plan as first registered would have said of the same data; stands beside the result of the plan as amended. */
export function RegisteredResult({ result: { claim, early_until: early }, withheld, formats }: Props) {
  return (
    <div className="mb-8 border-l-4 border-rule-2 bg-paper-2 px-4 py-3">
      <h2 className="font-sans text-body">The plan as it was first registered</h2>
      {withheld ? (
        <p className="text-ink-2">Withheld: too few people in an arm.</p>
      ) : (
        <p className="max-w-prose">
          {early === null ? <GradeMark grade={claim.grade} short /> : null} {withDays(claim.sentence, formats)}
        </p>
      )}
    </div>
  );
}
