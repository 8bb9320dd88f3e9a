import { Line, Path, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import { niceScale } from "@/lib/format/nice-scale";
import type { ReportChart } from "@/lib/reports/document";
import { writtenTick } from "@/lib/reports/written";
import { column, ink, styles } from "./theme";

type Lines = Extract<ReportChart, { type: "lines" }>;
type Series = Lines["series"][number];

const left = 40;
const right = 76;
const top = 12;
const bottom = 16;
const plot = column - left - right;

const strokes: Record<"trained" | "comparison", string> = { trained: ink.trained, comparison: ink.comparison };
const strokeOf = ({ arm }: Series) => (arm ? strokes[arm] : ink.ink2);

/** Lines with their bands, named at their ends; what is supposed is dashed, the first exposure a thin rule. */
export function LinesPicture({ chart, formats, height }: { chart: Lines; formats: Formats; height: number }) {
  const { periods, series, unit, exposure } = chart;
  const all = series.flatMap(({ values, bands }) => [...values, ...(bands ?? []).flat()]).filter((one) => one !== null);
  const scale = niceScale(all);
  const tall = height - top - bottom;
  const x = (at: number) => left + (periods.length < 2 ? plot / 2 : (at / (periods.length - 1)) * plot);
  const y = (value: number) => top + (1 - (value - scale.low) / (scale.high - scale.low)) * tall;
  const every = Math.max(1, Math.ceil(periods.length / 7));
  const named = spread(
    series.flatMap((one) => {
      const last = one.values.findLastIndex((value) => value !== null);
      const value = one.values[last];
      return value === null || value === undefined ? [] : [{ label: one.label, colour: strokeOf(one), at: y(value) }];
    }),
  );
  return (
    <View style={{ height, width: column }}>
      <Svg width={column} height={height}>
        {scale.ticks.map((tick) => (
          <Line key={tick} x1={left} x2={left + plot} y1={y(tick)} y2={y(tick)} stroke={ink.rule} strokeWidth={0.5} />
        ))}
        {series.map((one) => (one.bands ? <Band key={one.label} series={one} bands={one.bands} x={x} y={y} /> : null))}
        {exposure ? <Rect x={x(exposure.at) - 0.4} y={top} width={0.8} height={tall} fill={ink.ink} /> : null}
        {series.map((one) => (
          <Path
            key={one.label}
            d={pathOf(one.values, x, y)}
            stroke={strokeOf(one)}
            strokeWidth={one.supposed ? 1 : 1.6}
            {...(one.supposed && { strokeDasharray: "3 2" })}
            {...(one.arm === "comparison" && !one.supposed && { strokeDasharray: "6 2" })}
            fill="none"
          />
        ))}
      </Svg>
      {scale.ticks.map((tick) => (
        <Text
          key={tick}
          style={{
            ...styles.caption,
            ...styles.number,
            position: "absolute",
            left: 0,
            width: left - 5,
            top: y(tick) - 5,
            textAlign: "right",
          }}
        >
          {writtenTick(formats, tick, unit, scale.decimals)}
        </Text>
      ))}
      {periods.map((period, at) =>
        at % every === 0 ? (
          <Text
            key={period}
            style={{
              ...styles.caption,
              position: "absolute",
              top: height - bottom + 3,
              width: 60,
              left: x(at) - 30,
              textAlign: "center",
            }}
          >
            {period}
          </Text>
        ) : null,
      )}
      {exposure ? (
        <Text style={{ ...styles.caption, position: "absolute", top: 0, left: x(exposure.at) + 3, width: 120 }}>
          {exposure.label}
        </Text>
      ) : null}
      {named.map(({ label, colour, at }) => (
        <Text
          key={label}
          style={{
            fontSize: 7.5,
            lineHeight: 1.2,
            color: colour,
            position: "absolute",
            left: left + plot + 5,
            width: right - 5,
            top: at - 5,
          }}
        >
          {label}
        </Text>
      ))}
    </View>
  );
}

type Place = (value: number) => number;

function Band({ series, bands, x, y }: { series: Series; bands: ([number, number] | null)[]; x: Place; y: Place }) {
  const held = bands.flatMap((band, at) => (band ? [{ at, band }] : []));
  const there = held.map(({ at, band }, index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(band[1])}`);
  const back = held.toReversed().map(({ at, band }) => `L${x(at)} ${y(band[0])}`);
  if (held.length < 2) return null;
  return <Path d={`${[...there, ...back].join(" ")} Z`} fill={strokeOf(series)} fillOpacity={0.14} />;
}

/** Broken where a value is missing. */
function pathOf(values: readonly (number | null)[], x: Place, y: Place): string {
  return values
    .map((value, at) =>
      value === null ? "" : `${at === 0 || (values[at - 1] ?? null) === null ? "M" : "L"}${x(at)} ${y(value)}`,
    )
    .join(" ");
}

/** Names at the ends of lines, moved apart where they would stand on each other. */
function spread<Named extends { at: number }>(names: readonly Named[]): Named[] {
  const apart = 18;
  let last = Number.NEGATIVE_INFINITY;
  return names
    .toSorted((a, b) => a.at - b.at)
    .map((one) => {
      last = Math.max(one.at, last + apart);
      return { ...one, at: last };
    });
}
