import type { Formats } from "@/lib/format/formats";
import type { Grain } from "@/lib/metrics/period";
import { valueText } from "@/lib/scorecard/figure-text";
import type { OwnStanding, ShownMetric } from "@/lib/scorecard/scorecard";

const periods: Record<Grain, string> = { month: "months", quarter: "quarters", year: "years" };

/** A figure in its own history, only where that is beyond chance: "Highest of its last 8 quarters". Empty otherwise. */
export function extremeText(standing: OwnStanding | null, grain: Grain): string {
  if (!standing?.isSure) return "";
  return `${standing.place === "highest" ? "Highest" : "Lowest"} of its last ${standing.earlier + 1} ${periods[grain]}`;
}

/** The same in full, also where it is nothing out of the usual. Null where the history is too short. */
export function standingText(
  formats: Formats,
  metric: Pick<ShownMetric, "unit">,
  standing: OwnStanding | null,
  grain: Grain,
): string | null {
  if (!standing) return null;
  const [low, high] = standing.range.map((value) => valueText(formats, metric, value));
  const range = `earlier ones from ${low} to ${high}`;
  const sure = extremeText(standing, grain);
  if (sure) return `${sure}, beyond chance; ${range}`;
  if (standing.place !== "within") {
    const name = standing.place === "highest" ? "Highest" : "Lowest";
    return `${name} of its last ${standing.earlier + 1} ${periods[grain]} by its figure, but not beyond chance; ${range}`;
  }
  return `Within its own range, above ${standing.above} of ${standing.earlier} earlier ${periods[grain]}; ${range}`;
}
