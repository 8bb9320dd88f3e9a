import { FactsTable } from "@/components/ui/facts-table";
import { GradeMark } from "@/components/ui/grade-mark";
import { chanceText } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { Lineage } from "@/lib/roi/portfolio/lineage";
import { rangeText } from "@/lib/roi/portfolio/roi-sentences";
import { spentText } from "@/lib/roi/results/spent-text";

/** Each benefit as the product it is: improvement, people and the values it is multiplied by. */
export function LineageLines({ money, formats }: { money: Lineage["money"]; formats: Formats }) {
  const used = new Map(money.result.assumptions.map((one) => [one.id, one]));
  const label = (id: string) => money.assumptions.find((one) => one.id === id)?.label ?? id;
  const number = (value: number) => formats.number(value, { significant: 4 });
  return (
    <FactsTable
      caption="What each benefit is the product of"
      hideCaption
      columns={[
        { id: "title", header: "Benefit" },
        { id: "kpi", header: "KPI" },
        { id: "grade", header: "Claim", wide: true },
        { id: "product", header: "Product", wide: true },
        { id: "benefit", header: "Comes to", align: "end" },
      ]}
      rows={money.case.lines.map((line, at) => {
        const state = money.lines.find(({ id }) => id === line.id);
        const result = money.result.lines[at];
        const factors = line.factors.map(({ assumption }) => {
          const value = used.get(assumption.id)?.value ?? assumption.value;
          return `${within(label(assumption.id))} ${value === null ? "not stated" : number(value)}`;
        });
        const effect = line.effect ? `improvement ${number(line.effect.improvement)}` : "no improvement estimated";
        return {
          id: line.id,
          cells: {
            title: line.title,
            kpi: {
              text: state?.kpi.name ?? "",
              node: (
                <a className="link" href={`#kpi-${state?.kpi.code}`}>
                  {state?.kpi.name}
                </a>
              ),
            },
            grade: state?.grade ? { text: state.grade, node: <GradeMark grade={state.grade} short /> } : null,
            product: line.effect
              ? [effect, `${formats.number(line.people)} people in full years`, ...factors].join(" × ")
              : effect,
            benefit: result?.benefit
              ? `${moneyText(result.benefit.central, formats)} (${rangeText(result.benefit, formats)})${result.counted ? "" : ", not counted"}`
              : "cannot be computed",
          },
        };
      })}
    />
  );
}

/** A name as it stands within a sentence; what is written in capitals stays so. */
const within = (name: string) => name.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());

/** The figures of the case as they were stored. */
export function LineageFigures({ money, formats }: { money: Lineage["money"]; formats: Formats }) {
  const { result } = money;
  const counted = result.lines.some((line) => line.counted);
  const isSpent = result.cost.total > 0;
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-4">
      {(
        [
          ["Spent", spentText(result.cost.total, money.unconverted.length, formats)],
          ["Came back, counted", counted ? rangeText(result.benefit, formats) : "nothing"],
          ["Beyond the cost", counted && isSpent ? rangeText(result.net, formats) : "cannot be said"],
          ["Chance of a loss", counted && isSpent ? chanceText(result.lossProbability, formats) : "cannot be said"],
        ] as const
      ).map(([name, value]) => (
        <div key={name}>
          <dt className="text-table text-ink-2">{name}</dt>
          <dd className="figure-numerals text-lead">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
