import { Circle, Line, Svg, Text, View } from "@react-pdf/renderer";
import { gradeMeaning } from "@/lib/evaluation/grade-meaning";
import type { Grade } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { niceScale } from "@/lib/format/nice-scale";
import type { ReportChart } from "@/lib/reports/document";
import { BottomTicks } from "./bottom-ticks";
import { column, ink, styles } from "./theme";

type Portfolio = Extract<ReportChart, { type: "portfolio" }>;

const grades: Grade[] = ["A", "B", "C", "D", "E"];
const left = 66;
const bottom = 14;
const plot = column - left - 8;
const largest = 9;

/** Return across, strength of evidence upwards, spend as size; each mark within its interval and named beside it. */
export function PortfolioPicture({ chart, formats, height }: { chart: Portfolio; formats: Formats; height: number }) {
  const { marks, unit } = chart;
  const scale = niceScale(
    marks.flatMap(({ value, interval }) => [value, ...interval]),
    { zero: true },
  );
  const most = Math.max(...marks.map(({ size }) => size), 1);
  const lanes = grades.filter((grade) => marks.some((mark) => mark.grade === grade));
  const lane = (height - bottom) / Math.max(1, lanes.length);
  const x = (value: number) => left + ((value - scale.low) / (scale.high - scale.low)) * plot;
  const placed = marks.map((mark) => {
    const own = marks.filter(({ grade }) => grade === mark.grade);
    const y = lane * lanes.indexOf(mark.grade) + (lane * (own.indexOf(mark) + 1)) / (own.length + 1);
    return { ...mark, y, radius: Math.max(2.2, largest * Math.sqrt(mark.size / most)) };
  });
  return (
    <View style={{ height, width: column }}>
      <Svg width={column} height={height}>
        {lanes.map((grade, index) => (
          <Line
            key={grade}
            x1={0}
            x2={column}
            y1={lane * (index + 1)}
            y2={lane * (index + 1)}
            stroke={ink.rule}
            strokeWidth={0.5}
          />
        ))}
        <Line x1={x(0)} x2={x(0)} y1={0} y2={height - bottom} stroke={ink.ink3} strokeWidth={0.75} />
        {placed.map(({ label, interval: [low, high], y }) => (
          <Line key={label} x1={x(low)} x2={x(high)} y1={y} y2={y} stroke={ink.line} strokeWidth={1} />
        ))}
        {placed.map(({ label, value, y, radius }) => (
          <Circle key={label} cx={x(value)} cy={y} r={radius} fill={ink.line} fillOpacity={0.55} />
        ))}
      </Svg>
      {lanes.map((grade, index) => (
        <Text
          key={grade}
          style={{
            fontSize: 7.5,
            lineHeight: 1.2,
            position: "absolute",
            left: 0,
            width: left - 6,
            top: lane * index + 4,
          }}
        >
          {grade}, {gradeMeaning[grade].name.toLowerCase()}
        </Text>
      ))}
      {placed.map(({ label, value, y, radius }) => {
        const wide = 3.7 * label.length;
        const crosses = x(value) < x(0) && x(value) + wide > x(0) && x(value) - wide > left;
        const isRight = crosses || x(value) > left + 0.6 * plot;
        return (
          <Text
            key={label}
            style={{
              ...styles.caption,
              lineHeight: 1.1,
              position: "absolute",
              maxWidth: 230,
              top: y - radius - 10 < 0 ? y + radius + 2 : y - radius - 10,
              ...(isRight
                ? { right: column - x(value) - radius, textAlign: "right" as const }
                : { left: x(value) - radius, textAlign: "left" as const }),
            }}
          >
            {label}
          </Text>
        );
      })}
      <BottomTicks scale={scale} x={x} within={column} top={height - bottom + 3} unit={unit} formats={formats} />
    </View>
  );
}
