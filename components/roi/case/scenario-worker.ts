import type { Case } from "@/lib/money/case";
import type { CaseResult } from "@/lib/money/case-result";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { Scenario } from "@/lib/money/settle-case";

export type ScenarioQuestion = { key: string; given: Case; scenario: Required<Scenario> };
export type ScenarioAnswer = { key: string; result: CaseResult };

/** The other side of `use-case-result.ts`, in a thread of the browser. */
self.onmessage = ({ data: { key, given, scenario } }: MessageEvent<ScenarioQuestion>) => {
  self.postMessage({ key, result: evaluateCase(given, scenario) } satisfies ScenarioAnswer);
};
