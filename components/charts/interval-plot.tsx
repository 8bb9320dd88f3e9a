import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Formats } from "@/lib/format/formats";
import type { Unit } from "@/lib/format/measure";
import { formatTick } from "./format-tick";
import { niceScale } from "./nice-scale";

export type IntervalRow = {
  id: string;
  label: string;
  href?: string;
  /** Null when there is no estimate: `text` then says why. */
  estimate: { value: number; interval: readonly [number, number] } | null;
  /** The estimate as text, or the state in its place. */
  text: ReactNode;
  look?: "plain" | "trained" | "comparison" | "better" | "worse" | "flat";
};

type IntervalPlotProps = {
  /** Names the table for screen readers. */
  caption: string;
  labelHeader: string;
  valueHeader: string;
  rows: readonly IntervalRow[];
  unit: Unit;
  formats: Formats;
  /** Drawn as a dotted rule. */
  target?: number;
  /** Draws a rule at zero and makes room for it. Off for levels and shares that are not changes. */
  zero?: boolean;
};

const looks = {
  plain: "bg-ink",
  trained: "bg-trained",
  comparison: "bg-comparison",
  better: "bg-better",
  worse: "bg-worse",
  flat: "bg-flat",
};

/** Estimates with their intervals on one scale, a row each, the numbers beside. A table with a drawing in it; needs no script. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { caption, labelHeader, valueHeader, rows, unit, formats, target, zero = true } = props;
  const numbers = rows.flatMap(({ estimate }) => (estimate ? [estimate.value, ...estimate.interval] : []));
  const scale = niceScale([...numbers, ...(target === undefined ? [] : [target])], { zero });
  const at = (value: number) => `${((value - scale.low) / (scale.high - scale.low)) * 100}%`;
  return (
    <table className="w-full border-collapse text-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-ink text-start align-bottom">
          <th scope="col" className="py-1 pr-3 text-start font-semibold">
            {labelHeader}
          </th>
          <th scope="col" className="w-[38%] px-3 max-sm:hidden">
            <span className="sr-only">Drawing</span>
            <span aria-hidden="true" className="relative block h-5 font-normal text-ink-3">
              {scale.ticks.map((tick) => (
                <span key={tick} className="absolute -translate-x-1/2 text-caption" style={{ left: at(tick) }}>
                  {formatTick(formats, tick, unit, scale.decimals)}
                </span>
              ))}
            </span>
          </th>
          <th scope="col" className="py-1 text-end font-semibold">
            {valueHeader}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-b border-rule">
            <th scope="row" className="py-1.5 pr-3 text-start font-medium">
              {row.href ? (
                <Link href={row.href} className="link">
                  {row.label}
                </Link>
              ) : (
                row.label
              )}
            </th>
            <td className="px-3 max-sm:hidden">
              <span aria-hidden="true" className="relative block h-6">
                {zero ? <span className="absolute inset-y-0 w-px bg-ink" style={{ left: at(0) }} /> : null}
                {target === undefined ? null : (
                  <span className="absolute inset-y-0 border-l border-dotted border-ink" style={{ left: at(target) }} />
                )}
                {row.estimate ? <Bar estimate={row.estimate} at={at} look={looks[row.look ?? "plain"]} /> : null}
              </span>
            </td>
            <td className="py-1.5 text-end tabular-nums">{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type BarProps = { estimate: NonNullable<IntervalRow["estimate"]>; at: (value: number) => string; look: string };

function Bar({ estimate: { value, interval }, at, look }: BarProps) {
  return (
    <>
      <span
        className={classNames("absolute top-1/2 h-1 -translate-y-1/2 opacity-45", look)}
        style={{ left: at(interval[0]), width: `calc(${at(interval[1])} - ${at(interval[0])})` }}
      />
      <span
        className={classNames("absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-full", look)}
        style={{ left: at(value) }}
      />
    </>
  );
}
