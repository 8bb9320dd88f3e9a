import { DefinitionList } from "@/components/ui/definition-list";
import { GradeMark } from "@/components/ui/grade-mark";
import type { MetricDescription } from "@/lib/methods/read-methods";

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

export function MetricList({ metrics }: { metrics: readonly MetricDescription[] }) {
  const categories = (Object.keys(headings) as MetricDescription["category"][]).filter((category) =>
    metrics.some((metric) => metric.category === category),
  );
  return categories.map((category) => (
    <div key={category} className="mb-8">
      <h3 className="mb-2 text-lead">{headings[category]}</h3>
      {metrics
        .filter((metric) => metric.category === category)
        .map((metric) => (
          <article key={metric.id} id={metric.id} className="border-t border-rule py-3 target:bg-paper-2">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h4 className="font-semibold">{metric.name}</h4>
              <GradeMark grade={metric.grade} />
            </div>
            <p className="text-ink-2">{metric.question}</p>
            <DefinitionList
              items={[
                ["Denominator", metric.denominator],
                ["Numerator", metric.numerator],
                ["Unit", metric.unit === "share" ? "share, shown in per cent" : metric.unit || "as in the file"],
                ["Direction", directions[metric.direction]],
                ["Computed as", kinds[metric.kind]],
                ["Read from", windowText(metric.windowDays)],
                ["Source", metric.source],
                ["Owner", metric.owner],
              ]}
            />
          </article>
        ))}
    </div>
  ));
}

function windowText(days: number): string {
  return days === 0 ? "the first day" : `${days} days after the start of learning; before that it is too early to tell`;
}
