"use client";
import dynamic from "next/dynamic";
import { useFormats } from "@/components/ui/formats-provider";
import { NearFrame } from "./near-frame";
import { SeriesKey } from "./series-key";
import { trendTable } from "./trend-rows";
import type { TrendChartProps } from "./trend-types";

// The library that draws weighs as much as the rest of the page; the numbers are there without it.
const TrendDrawing = dynamic(() => import("./trend-drawing").then((loaded) => loaded.TrendDrawing), { ssr: false });

const keyHeight = 44;

/** One measure over time: arms, intervals, exposure, follow-up and what would have happened, with the numbers as a table. */
export function TrendChart(props: TrendChartProps) {
  const { title, answer, caption, description, csv, marks = [], tabled = false, height = 300 } = props;
  const formats = useFormats();
  return (
    <NearFrame
      title={title}
      answer={answer}
      caption={
        <>
          {caption}
          {marks.length > 0 ? (
            <ol aria-label="Remarks" className="mt-2 list-decimal space-y-1 pl-5 text-table text-ink-2">
              {marks.map(({ at, text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the number in the drawing is the index
                <li key={index}>
                  {props.periods[at]}: {text}
                </li>
              ))}
            </ol>
          ) : null}
        </>
      }
      description={description}
      csv={csv}
      height={height}
      table={tabled ? null : trendTable(props, formats)}
    >
      {(width) => {
        const narrow = width < 560;
        return (
          <>
            {narrow ? (
              <SeriesKey series={props.series} counterfactual={props.counterfactual} height={keyHeight} />
            ) : null}
            <TrendDrawing {...props} width={width} height={narrow ? height - keyHeight : height} labels={!narrow} />
          </>
        );
      }}
    </NearFrame>
  );
}
