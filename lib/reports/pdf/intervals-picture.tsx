import { Circle, Line, Svg, Text, View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import { niceScale } from "@/lib/format/nice-scale";
import type { ReportChart } from "@/lib/reports/document";
import { writtenEstimate } from "@/lib/reports/written";
import { BottomTicks } from "./bottom-ticks";
import { GradeSign } from "./grade-sign";
import { column, ink, styles } from "./theme";

type Intervals = Extract<ReportChart, { type: "intervals" }>;

const labels = 150;
const values = 128;
const plot = column - labels - values - 2 * 8;
const row = 17;

/** Each row a dot within its interval, on one scale that holds zero. */
export function IntervalsPicture({ chart: { rows, unit }, formats }: { chart: Intervals; formats: Formats }) {
  const scale = niceScale(
    rows.flatMap(({ value, interval }) => [value, ...interval]),
    { zero: true },
  );
  const x = (value: number) => 4 + ((value - scale.low) / (scale.high - scale.low)) * (plot - 8);
  return (
    <View>
      {rows.map(({ label, value, interval, grade }) => (
        <View key={label} style={{ flexDirection: "row", gap: 8, alignItems: "center", minHeight: row }}>
          <View style={{ width: labels, flexDirection: "row", gap: 5, alignItems: "center" }}>
            {grade ? <GradeSign grade={grade} short /> : null}
            <Text style={{ flex: 1, fontSize: 7.5, lineHeight: 1.25 }}>{label}</Text>
          </View>
          <Svg width={plot} height={row}>
            <Line x1={x(0)} x2={x(0)} y1={0} y2={row} stroke={ink.ink3} strokeWidth={0.5} />
            <Line
              x1={x(interval[0])}
              x2={x(interval[1])}
              y1={row / 2}
              y2={row / 2}
              stroke={ink.trained}
              strokeWidth={1.6}
            />
            <Circle cx={x(value)} cy={row / 2} r={2.4} fill={ink.trained} />
          </Svg>
          <Text style={{ ...styles.number, width: values, fontSize: 7.5, textAlign: "right" }}>
            {writtenEstimate(formats, value, interval, unit)}
          </Text>
        </View>
      ))}
      <View style={{ height: 11, marginLeft: labels + 8, width: plot }}>
        <BottomTicks scale={scale} x={x} within={plot} unit={unit} formats={formats} />
      </View>
    </View>
  );
}
