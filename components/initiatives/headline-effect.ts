import type { Wanted } from "@/components/ui/direction-text";
import type { Headline } from "@/lib/evaluation/headline";
import type { Formats } from "@/lib/format/formats";
import { effectScale } from "@/lib/initiatives/effect-scale";

type Estimated = Extract<Headline, { kind: "estimate" }>;
type Kpi = { code: string; unit: string | null; direction: "up" | "down" };

export type HeadlineEffect = {
  /** `−0.6 points (−1.0 to −0.2)`. */
  text: string;
  /** In `unit`, as the text shows it. */
  value: number;
  range: [number, number];
  unit: string;
  /** How far from no effect (ratios: from one), and which way is good. */
  change: number;
  interval: [number, number];
  wanted: Wanted;
};

/** The headline of an initiative in the unit its method measures in, whatever the unit of its KPI. */
export function headlineEffect(
  { value: stored, interval, unit: own, log }: Estimated,
  kpi: Kpi | null,
  formats: Formats,
): HeadlineEffect {
  const named = kpi ?? { code: "", unit: null };
  const scale = effectScale(named, { transform: log ? { [named.code]: "log" } : {} }, { unit: own });
  const none = own === "ratio" ? 1 : 0;
  // An event that should come more often should come sooner: later, and fewer people with it, is then worse.
  const turned = own === "days" || own === "share";
  const opposite = { up: "down", down: "up" } as const;
  return {
    text: scale.text(formats, stored, interval),
    value: scale.value(stored),
    range: scale.range(interval),
    unit: own === "ratio" ? "ratio" : scale.unit === "money" ? formats.currency : scale.unit,
    change: stored - none,
    interval: [interval[0] - none, interval[1] - none],
    wanted: kpi && (turned ? opposite[kpi.direction] : kpi.direction),
  };
}
