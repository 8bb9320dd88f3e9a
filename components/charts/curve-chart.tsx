"use client";
import { useFormats } from "@/components/ui/formats-provider";
import { ChartFrame } from "./chart-frame";
import { CurveDrawing } from "./curve-drawing";
import type { CurveProps } from "./curve-types";
import { useWidth } from "./use-width";

/** Curves over a number: with bands, a line down at one value of it, and the numbers as a table. */
export function CurveChart(props: CurveProps) {
  const { title, answer, caption, description, csv, table, series, height = 260 } = props;
  const formats = useFormats();
  const [target, width] = useWidth<HTMLDivElement>();
  return (
    <ChartFrame
      title={title}
      answer={answer}
      caption={caption}
      description={description}
      csv={csv}
      height={height + (series.length > 1 ? 24 : 0)}
      table={table}
    >
      <div ref={target} className="h-full">
        {series.length > 1 ? (
          <ul className="flex h-6 flex-wrap gap-x-5 text-caption" aria-hidden="true">
            {series.map(({ id, label, arm, dashed, shape }) => (
              <li key={id} className="inline-flex items-center gap-1.5">
                <svg width="22" height="8" aria-hidden="true">
                  {shape === "dots" ? (
                    <circle cx="11" cy="4" r="4" fill={`var(--${arm})`} />
                  ) : (
                    <line
                      x1="0"
                      x2="22"
                      y1="4"
                      y2="4"
                      stroke={`var(--${arm})`}
                      strokeWidth="2"
                      strokeDasharray={dashed || arm === "comparison" ? "5 3" : undefined}
                    />
                  )}
                </svg>
                {label}
              </li>
            ))}
          </ul>
        ) : null}
        {width === null ? null : <CurveDrawing {...props} width={width} height={height} formats={formats} />}
      </div>
    </ChartFrame>
  );
}
