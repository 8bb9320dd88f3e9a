import { IntervalPlot } from "@/components/charts/interval-plot";
import { Withheld } from "@/components/ui/states";
import type { Formats } from "@/lib/format/formats";
import type { Classes, Shown } from "@/lib/surveys/results/figures";
import { classWords } from "@/lib/surveys/survey";

type Props = { classes: Shown<Classes>; minimum: number; csv: string; formats: Formats };

/** How many say helpful, distracting or irrelevant, each share with its interval. */
export function ClassPlot({ classes, minimum, csv, formats }: Props) {
  if (classes.kind === "none") return <p className="text-ink-2">Nobody was asked to choose among the three.</p>;
  if (classes.kind === "withheld") return <Withheld minimum={minimum} />;
  const { people, shares } = classes.value;
  return (
    <IntervalPlot
      caption={`How it was for real work: ${formats.number(people)} people, 95% intervals (Wilson)`}
      columns={["They say", "Share of people"]}
      csv={csv}
      rows={shares.map(({ class: kind, count, share, interval }) => ({
        label: classWords[kind],
        value: share,
        interval,
        text: `${formats.number(count)}, ${formats.estimate(share, interval, "share")}`,
      }))}
    />
  );
}
