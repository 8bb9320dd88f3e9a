import { readScorecard } from "@/lib/scorecard/read-scorecard";
import type { WriteSection } from "./section-news";

/** What changed most against its uncertainty in the units the viewer sees, as the first view of their scorecard says it. */
export const writeScorecard: WriteSection = async ({ viewer, formats }) => {
  const href = "/scorecard";
  const request = { scope: null, period: null, against: null, by: "unit", show: null } as const;
  const scorecard = await readScorecard(viewer, request);
  if (!scorecard || scorecard.kind === "empty")
    return { title: "Scorecard", href, items: [], none: "There are no figures yet." };
  const { scope, period, against } = scorecard.header;
  const title = `Scorecard: ${scope.label}, ${formats.period(period.grain, period.start)}`;
  if (scorecard.kind !== "shown")
    return { title, href, items: [], none: "Too few people, or no data for this period: nothing is shown." };
  const tiles = scorecard.categories.flatMap((category) => category.tiles);
  const items = scorecard.whatChanged.flatMap(({ metricId, text }) => {
    const tile = tiles.find(({ metric }) => metric.id === metricId);
    return tile
      ? [
          {
            text,
            grade: tile.grade,
            href: `${href}#${metricId.replace(":", "-")}`,
            news: `${scope.text} ${period.start} ${text}`,
          },
        ]
      : [];
  });
  return {
    title,
    href,
    items,
    none: `No figure differs from ${against.label} by more than chance explains, beyond what was told before.`,
  };
};
