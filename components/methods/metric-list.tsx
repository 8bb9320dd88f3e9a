import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import type { MetricDescription } from "@/lib/methods/read-methods";
import { type Definition, Definitions } from "./definitions";

const headings: Record<MetricDescription["category"], string> = {
  adoption: "Adoption and reach",
  skill: "Skill and behaviour",
  operational: "Operational KPIs",
  talent: "Talent outcomes",
  activity: "Activity, not effect",
};

const directions = { up: "More is better", down: "Less is better", none: "Neither more nor less is better" };
const kinds = {
  share: "A share of people; Wilson interval",
  mean: "A mean per person; linearised, t interval",
  ratio: "A ratio of sums; linearised, t interval",
  rate: "Events per 100 person-years; exact Poisson interval",
  median: "A median; interval from order statistics",
};

const terms = ["Denominator", "Numerator", "Unit", "Direction", "Computed as", "Read from", "Grade", "Source", "Owner"];

export function MetricList({ metrics }: { metrics: readonly MetricDescription[] }) {
  const groups = (Object.keys(headings) as MetricDescription["category"][])
    .map((category) => ({
      heading: headings[category],
      items: metrics.filter((metric) => metric.category === category).map(definitionOf),
    }))
    .filter(({ items }) => items.length > 0);
  return <Definitions groups={groups} terms={terms} named="figures" />;
}

function definitionOf(metric: MetricDescription): Definition {
  return {
    id: metric.id,
    name: metric.name,
    says: metric.question,
    meanings: [
      metric.denominator,
      metric.numerator,
      metric.unit === "share" ? "share, shown in per cent" : metric.unit || "as in the file",
      directions[metric.direction],
      kinds[metric.kind],
      windowText(metric.windowDays),
      `${metric.grade}, ${gradeMeaning[metric.grade].name.toLowerCase()}`,
      metric.source,
      metric.owner,
    ],
  };
}

function windowText(days: number): string {
  return days === 0 ? "the first day" : `${days} days after the start of learning; before that it is too early to tell`;
}
