import { CurveChart } from "@/components/charts/curve-chart";
import { FactsTable } from "@/components/ui/facts-table";
import type { PlanKpi } from "@/lib/evaluation/plan";
import type { EvaluationResult, MethodResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { type SurvivalArm, survivalPicture } from "@/lib/initiatives/survival-picture";
import { pText } from "./p-text";

type SurvivalSectionProps = {
  kpi: PlanKpi;
  result: EvaluationResult;
  confidence: number;
  minimum: number;
  formats: Formats;
};

const arms = [
  ["treated", "Trained", "trained"],
  ["control", "Comparison", "comparison"],
] as const;

type Means = Record<"treated" | "control", { value: number; interval?: [number, number] }>;

/** How many are still without the event, day by day, in both arms; how many are still watched; and the mean time without it. */
export function SurvivalSection({ kpi, result, confidence, minimum, formats }: SurvivalSectionProps) {
  const curves = result.results.find(({ role, method }) => role === "primary" && method === "kaplan_meier");
  const picture = curves && survivalPicture(curves, minimum);
  if (!curves || !picture) return null;
  const share = formats.percent(confidence, { decimals: 0 });
  const days = (time: number) => formats.number(time, { significant: 3 });
  const cut = arms.filter(([arm]) => picture.arms[arm].until < picture.horizon).map(([, name]) => name.toLowerCase());
  const medians = arms.map(([arm, name]) => `${name}: ${medianText(picture.arms[arm], days)}`).join("; ");
  return (
    <>
      <CurveChart
        title={`How long until “${kpi.name}”?`}
        answer={meansText(result.results, picture.horizon, formats)}
        caption={`People without the event, product-limit curves (Kaplan and Meier) with pointwise ${share} intervals (log-log). n = ${formats.number(picture.arms.treated.n)} trained, ${formats.number(picture.arms.control.n)} in the comparison. ${medians}.${picture.logRank ? ` Log-rank p ${pText(picture.logRank.p)}.` : ""}${cut.length > 0 ? ` The curve of the ${cut.join(" and the ")} stops where fewer than ${minimum} people are watched.` : ""} Data ${result.study.data_version.slice(0, 19)}.`}
        description={`Share of people without the event over ${days(picture.horizon)} days in both arms. ${medians}.`}
        csv={`${kpi.code}-without-event.csv`}
        unit="share"
        across={{ label: "days", from: 0, to: picture.horizon }}
        holds={[0, 1]}
        series={arms.map(([arm, label, look]) => ({
          id: arm,
          label,
          arm: look,
          shape: "step" as const,
          points: pointsOf(picture.arms[arm]),
        }))}
        table={{
          columns: [
            { id: "arm", header: "Arm" },
            { id: "time", header: "Day", align: "end" },
            { id: "share", header: "Without the event", align: "end" },
            { id: "low", header: "Interval from", align: "end" },
            { id: "high", header: "Interval to", align: "end" },
          ],
          rows: arms.flatMap(([arm, name]) =>
            picture.arms[arm].steps.map(({ time, survival, ci }) => {
              const cell = (value: number | undefined) =>
                value === undefined ? null : { text: formats.percent(value), sort: value };
              return {
                id: `${arm} ${time}`,
                cells: { arm: name, time, share: cell(survival), low: cell(ci?.[0]), high: cell(ci?.[1]) },
              };
            }),
          ),
        }}
      />
      {picture.watched.length > 0 ? (
        <div className="-mt-4 mb-8">
          <FactsTable
            caption="People still watched at each day"
            columns={[
              { id: "arm", header: "Day" },
              ...picture.watched.map(({ time }) => ({ id: String(time), header: days(time), align: "end" as const })),
            ]}
            rows={arms.map(([arm, name]) => ({
              id: arm,
              cells: {
                arm: name,
                ...Object.fromEntries(
                  picture.watched.map((at) => [
                    String(at.time),
                    at[arm] === null ? `under ${minimum}` : formats.number(at[arm]),
                  ]),
                ),
              },
            }))}
          />
        </div>
      ) : null}
    </>
  );
}

function pointsOf({ steps, until }: SurvivalArm) {
  const last = steps.at(-1);
  const shown = steps.map(({ time, survival, ci }) => ({ x: time, value: survival, band: ci }));
  return last && last.time < until ? [...shown, { x: until, value: last.survival, band: last.ci }] : shown;
}

function medianText({ median: { time } }: SurvivalArm, days: (time: number) => string): string {
  return time === null ? "half of them were never reached" : `half by day ${days(time)}`;
}

/** Mean days without the event up to the horizon, from the method that leads. */
function meansText(results: readonly MethodResult[], horizon: number, formats: Formats): string | undefined {
  const found = results.find(({ role, method }) => role === "primary" && method === "restricted_mean_difference");
  const means = found?.detail.means as Means | undefined;
  if (!means) return undefined;
  const text = (name: string, { value, interval }: Means["treated"]) =>
    `${name} ${interval ? formats.estimate(value, interval, "days") : formats.measure(value, "days", { significant: 3 })}`;
  return `Of the first ${formats.number(horizon, { significant: 3 })} days, without the event on average: ${text("trained", means.treated)}; ${text("comparison", means.control)}.`;
}
