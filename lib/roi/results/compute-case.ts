import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Case } from "@/lib/money/case";
import type { CaseResult } from "@/lib/money/case-result";
import type { Answer, Question } from "./case-worker";

type Waiting = { resolve(result: CaseResult): void; reject(error: Error): void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

const shared = globalThis as typeof globalThis & { throughlineCases?: Thread };
let last = 0;

/**
 * Ten thousand draws of a case, in a thread beside the server so that no page waits for them. One thread per process, started when it is first
 * needed; it does not keep the process alive.
 * @throws Error where the case holds values that `evaluateCase` refuses
 */
export function computeCase(given: Case): Promise<CaseResult> {
  shared.throughlineCases ??= startThread();
  const thread = shared.throughlineCases;
  last += 1;
  const question: Question = { id: last, case: given };
  return new Promise((resolve, reject) => {
    thread.waiting.set(question.id, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage(question);
  });
}

/** From the source, by the loader the scripts use: bundlers do not agree on how a thread is named. */
function startThread(): Thread {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/roi/results/case-worker.mjs");
  const worker = new Worker(file, { execArgv: [] });
  const thread: Thread = { worker, waiting: new Map() };
  const fail = (error: Error) => {
    if (shared.throughlineCases === thread) delete shared.throughlineCases;
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that computes cases ended")));
  worker.on("message", (answer: Answer) => {
    const one = thread.waiting.get(answer.id);
    thread.waiting.delete(answer.id);
    if (thread.waiting.size === 0) worker.unref();
    if ("error" in answer) one?.reject(new Error(answer.error));
    else one?.resolve(answer.result);
  });
  worker.unref();
  return thread;
}
