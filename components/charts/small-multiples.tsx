import Link from "next/link";
import type { ReactNode } from "react";
import type { Formats } from "@/lib/format/formats";
import type { Unit } from "@/lib/format/measure";
import { niceScale } from "@/lib/format/nice-scale";
import { formatTick } from "./format-tick";
import { linePath } from "./sparkline";

type Multiple = {
  id: string;
  label: string;
  href?: string;
  /** One per period; null where there is no figure. */
  values: readonly (number | null)[];
  /** The latest figure as text, or the state in its place. */
  text: ReactNode;
  /** What would be drawn is withheld. */
  withheld?: boolean;
};

type SmallMultiplesProps = {
  /** Names the list for screen readers. */
  label: string;
  items: readonly Multiple[];
  /** First and last period, written out. */
  from: string;
  to: string;
  unit: Unit;
  formats: Formats;
  /** A figure for all of them together, drawn thin in each: the same kind of values. */
  reference?: { label: string; values: readonly (number | null)[] };
  /** Every value that must share the scale, where items are drawn in several lists. */
  all?: readonly (number | null)[];
  zero?: boolean;
};

const width = 180;
const height = 64;

/** The same drawing again and again on one scale, in the order the question asks for. Needs no script. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { label, items, from, to, unit, formats, reference, zero = false } = props;
  const all = [...(props.all ?? items.flatMap(({ values }) => values)), ...(reference?.values ?? [])];
  const scale = niceScale(
    all.filter((value) => value !== null),
    { zero, count: 4 },
  );
  const y = (value: number) => 4 + (1 - (value - scale.low) / (scale.high - scale.low)) * (height - 8);
  const x = (count: number) => (index: number) => (count < 2 ? width / 2 : 3 + (index / (count - 1)) * (width - 6));
  const [low, high] = [scale.low, scale.high].map((tick) => formatTick(formats, tick, unit, scale.decimals));
  return (
    <div>
      <ul
        aria-label={label}
        className="grid grid-cols-1 gap-x-6 gap-y-5 min-[420px]:grid-cols-2 md:grid-cols-3 xl:grid-cols-4"
      >
        {items.map((item) => (
          <li key={item.id} className="min-w-0 border-t border-ink pt-1">
            <div className="flex items-baseline justify-between gap-2 text-table">
              <span className="min-w-0 font-medium">
                {item.href ? (
                  <Link href={item.href} className="link">
                    {item.label}
                  </Link>
                ) : (
                  item.label
                )}
              </span>
              <span className="shrink-0 tabular-nums">{item.text}</span>
            </div>
            <svg
              aria-hidden="true"
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              className={item.withheld ? "hatched mt-1 h-16 w-full" : "mt-1 h-16 w-full"}
            >
              {[scale.low, scale.high].map((tick) => (
                <line key={tick} x1="0" x2={width} y1={y(tick)} y2={y(tick)} stroke="var(--rule)" />
              ))}
              {reference ? (
                <path
                  d={linePath(reference.values, x(reference.values.length), y)}
                  fill="none"
                  stroke="var(--ink-3)"
                  strokeDasharray="2 3"
                  vectorEffect="non-scaling-stroke"
                />
              ) : null}
              <path
                d={linePath(item.values, x(item.values.length), y)}
                fill="none"
                stroke="var(--line)"
                strokeWidth="2"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-caption text-ink-3">
        Each from {from} to {to}, all between {low} and {high}
        {reference ? `; dotted: ${reference.label}` : ""}.
      </p>
    </div>
  );
}
