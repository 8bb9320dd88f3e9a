import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { daysText } from "./days-text";
import type { Bar } from "./timeline";

/** Baseline and follow-up as bars. An open baseline is drawn from `since`, else by its last day; an open follow-up goes on. */
export function windowBars(
  { baseline, follow_up: followUp, first_exposure: exposure }: EvaluationResult["windows"],
  formats: Formats,
  since: string | null = null,
): Bar[] {
  const bars: Bar[] = [];
  const add = (look: "baseline" | "follow-up", name: string, from: string | null, to: string | null) => {
    if (from !== null) bars.push({ from, to, look, title: `${name} ${daysText({ from, to }, formats)}` });
  };
  if (baseline?.to) add("baseline", "Baseline", baseline.from ?? since ?? baseline.to, baseline.to);
  if (followUp) add("follow-up", "Follow-up", followUp.from ?? exposure, followUp.to);
  return bars;
}
