import { ChartFrame } from "@/components/charts/chart-frame";
import { chanceOpening } from "@/lib/format/chance-text";
import type { Formats } from "@/lib/format/formats";
import { moneyText } from "@/lib/format/money-text";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";

const height = 150;

/** How the draws of net benefit spread, those with a loss apart. */
export function NetHistogram({ money, formats }: { money: InitiativeMoney; formats: Formats }) {
  const { histogram, draws, lossProbability, net, seed } = money.result;
  const [first, last] = [histogram[0], histogram.at(-1)];
  if (!first || !last || last.to <= first.from) return null;
  const span = last.to - first.from;
  const tallest = Math.max(...histogram.map(({ share }) => share));
  const at = (value: number) => (100 * (value - first.from)) / span;
  const text = (value: number) => moneyText(value, formats);
  const loss = chanceOpening(lossProbability, formats);
  const hasZero = first.from < 0 && last.to > 0;
  return (
    <ChartFrame
      title="How sure is it that more comes back than was spent?"
      answer={`${loss} of the draws end in a loss; 95% lie between ${text(net.interval[0])} and ${text(net.interval[1])}.`}
      caption={`${formats.number(draws)} draws of every effect from its sampling distribution and of every assumption from its range, seed ${seed}. Vermilion, left of the line: a loss.`}
      description={`Histogram of net benefit over ${formats.number(draws)} draws, from ${text(first.from)} to ${text(last.to)}. ${loss} of the draws are below zero.`}
      csv={`${money.code}-net-benefit.csv`}
      height={height + 24}
      table={{
        columns: [
          { id: "from", header: "From", align: "end" },
          { id: "to", header: "To", align: "end" },
          { id: "share", header: "Share of draws", align: "end" },
        ],
        rows: histogram.map(({ from, to, share }) => ({
          id: String(from),
          cells: {
            from: { text: text(from), sort: from },
            to: { text: text(to), sort: to },
            share: { text: formats.percent(share), sort: share },
          },
        })),
      }}
    >
      <div className="max-w-3xl">
        <svg
          aria-hidden="true"
          viewBox={`0 0 100 ${height}`}
          preserveAspectRatio="none"
          className="w-full"
          style={{ height }}
        >
          {histogram.map(({ from, to, share }) => {
            const tall = (share / tallest) * (height - 2);
            const parts = from < 0 && to > 0 ? [[from, 0] as const, [0, to] as const] : [[from, to] as const];
            return parts.map(([low, high]) => (
              <rect
                key={low}
                x={at(low)}
                width={Math.max(0.1, at(high) - at(low) - 0.2)}
                y={height - tall}
                height={tall}
                fill={high <= 0 ? "var(--worse)" : "var(--trained)"}
                fillOpacity={high <= 0 ? 0.55 : 1}
              />
            ));
          })}
          <line x1="0" x2="100" y1={height} y2={height} stroke="var(--ink-2)" vectorEffect="non-scaling-stroke" />
          {hasZero ? (
            <line x1={at(0)} x2={at(0)} y1="0" y2={height} stroke="var(--ink)" vectorEffect="non-scaling-stroke" />
          ) : null}
        </svg>
        <div className="relative h-5 text-caption text-ink-3">
          <span className="absolute left-0">{text(first.from)}</span>
          {hasZero && at(0) > 18 && at(0) < 82 ? (
            <span className="absolute -translate-x-1/2 font-medium text-ink" style={{ left: `${at(0)}%` }}>
              {text(0)}
            </span>
          ) : null}
          <span className="absolute right-0">{text(last.to)}</span>
        </div>
      </div>
    </ChartFrame>
  );
}
