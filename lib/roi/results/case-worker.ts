import { parentPort } from "node:worker_threads";
import type { Case } from "@/lib/money/case";
import type { CaseResult } from "@/lib/money/case-result";
import { evaluateCase } from "@/lib/money/evaluate-case";

export type Question = { id: number; case: Case };
export type Answer = { id: number; result: CaseResult } | { id: number; error: string };

/** The other side of `compute-case.ts`, in a thread of its own. */
parentPort?.on("message", ({ id, case: given }: Question) => {
  let answer: Answer;
  try {
    answer = { id, result: evaluateCase(given) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
