import { IntervalPlot } from "@/components/charts/interval-plot";
import type { Adjusted, ComparedGroup } from "@/lib/compare/comparison";
import type { Formats } from "@/lib/format/formats";
import type { Estimate } from "@/lib/stats/estimate";

type AdjustedSectionProps = {
  adjusted: Adjusted;
  unit: string;
  groups: readonly Pick<ComparedGroup, "name" | "title">[];
  formats: Formats;
  note?: string;
};

/** The difference as it is beside the one among people alike. */
export function AdjustedSection({ adjusted, unit, groups, formats, note }: AdjustedSectionProps) {
  const { adjustedFor, raw, adjusted: alike, methodName, sample, names } = adjusted;
  const row = (label: string, estimate: Estimate) => ({
    label,
    value: estimate.kind === "estimate" ? estimate.estimate : null,
    interval: estimate.kind === "estimate" ? estimate.interval : undefined,
    text:
      estimate.kind === "estimate" ? formats.effect(estimate.estimate, estimate.interval, unit) : "Cannot be estimated",
  });
  const title = (name: string) => groups.find((group) => group.name === name)?.title ?? name;
  return (
    <div className="mt-6">
      <h3 className="text-lead">Among people alike</h3>
      <p className="mb-3 max-w-prose text-body text-ink-2">
        {methodName}: {title(names[0])} against those of {title(names[1])} who are like them in {list(adjustedFor)}.{" "}
        {note}
        {sample
          ? ` Looked at through a fixed sample of ${formats.number(sample)}, chosen by a hash of people's ids.`
          : ""}
      </p>
      <IntervalPlot
        caption="The difference as it is, and adjusted"
        columns={["Comparison", "Difference (95% interval)"]}
        csv="compared-adjusted.csv"
        rows={[row("As they are", raw), row(`Adjusted for ${list(adjustedFor)}`, alike)]}
      />
    </div>
  );
}

const list = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
