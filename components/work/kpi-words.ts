import { unitOf } from "@/lib/evaluation/unit-of";
import type { Formats } from "@/lib/format/formats";
import type { KpiNow } from "@/lib/work/figures/kpi-now";

type Kpi = { unit: string | null; direction: "up" | "down" };

/** A KPI of a role now and in the six months before. Observed, so nothing is said of why it moved. */
export function kpiWords(kpi: KpiNow, { unit, direction }: Kpi, minimum: number, formats: Formats): string {
  if (kpi.kind === "none") return "no value per person on file in these months";
  if (kpi.kind === "withheld") return `withheld, fewer than ${minimum} people`;
  const measure = (value: number) => formats.measure(value, unitOf({ unit }), { significant: 3 });
  const now = `${measure(kpi.now)} (${formats.number(kpi.people)} people)`;
  if (kpi.before === null) return `${now}; nothing to compare from the six months before`;
  const was = `${now}, ${measure(kpi.before)} in the six months before`;
  if (!kpi.change) return was;
  const [low, high] = kpi.change;
  const way = low > 0 ? "up" : high < 0 ? "down" : null;
  const moved = way === null ? "no clear change" : way === direction ? "better" : "worse";
  return `${was}: ${moved}, ${formats.effect(kpi.now - kpi.before, kpi.change, unitOf({ unit }))}`;
}
