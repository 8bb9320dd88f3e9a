"use client";
import { useEffect, useRef, useState } from "react";
import type { Case } from "@/lib/money/case";
import type { CaseResult } from "@/lib/money/case-result";
import { evaluateCase } from "@/lib/money/evaluate-case";
import type { Scenario } from "@/lib/money/settle-case";
import type { ScenarioAnswer, ScenarioQuestion } from "./scenario-worker";

const wait = 120;

/**
 * A case under other values, computed beside the page so that sliders stay quick; in the page itself where the browser starts no worker. Null while
 * nothing differs from the case.
 */
export function useCaseResult(
  given: Case,
  scenario: Required<Scenario> | null,
): { result: CaseResult | null; pending: boolean } {
  const [answer, setAnswer] = useState<{ of: string; result: CaseResult } | null>(null);
  const worker = useRef<Worker | "none" | null>(null);
  const key = scenario ? JSON.stringify(scenario) : "";
  useEffect(
    () => () => {
      if (worker.current instanceof Worker) worker.current.terminate();
      worker.current = null;
    },
    [],
  );
  useEffect(() => {
    if (key === "") return;
    const asked: Required<Scenario> = JSON.parse(key);
    const here = () => setAnswer({ of: key, result: evaluateCase(given, asked) });
    const timer = setTimeout(() => {
      worker.current ??= start();
      if (worker.current === "none") return here();
      worker.current.onmessage = ({ data }: MessageEvent<ScenarioAnswer>) =>
        setAnswer({ of: data.key, result: data.result });
      worker.current.onerror = () => {
        worker.current = "none";
        here();
      };
      worker.current.postMessage({ key, given, scenario: asked } satisfies ScenarioQuestion);
    }, wait);
    return () => clearTimeout(timer);
  }, [given, key]);
  if (key === "") return { result: null, pending: false };
  return { result: answer?.result ?? null, pending: answer?.of !== key };
}

function start(): Worker | "none" {
  try {
    return new Worker(new URL("./scenario-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return "none";
  }
}
