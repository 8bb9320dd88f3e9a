import { Line, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import type { ReportChart } from "@/lib/reports/document";
import { writtenValue } from "@/lib/reports/written";
import { column, ink, styles } from "./theme";

type Bars = Extract<ReportChart, { type: "bars" }>;

const labels = 150;
const values = 90;
const plot = column - labels - values - 2 * 8;
const row = 16;

/** Bars from zero, each with its name and its figure. */
export function BarsPicture({ chart: { rows, unit }, formats }: { chart: Bars; formats: Formats }) {
  const low = Math.min(0, ...rows.map(({ value }) => value));
  const high = Math.max(0, ...rows.map(({ value }) => value));
  const x = (value: number) => (high === low ? 0 : ((value - low) / (high - low)) * plot);
  return (
    <View>
      {rows.map(({ label, value }) => (
        <View key={label} style={{ flexDirection: "row", gap: 8, alignItems: "center", minHeight: row }}>
          <Text style={{ width: labels, fontSize: 7.5, lineHeight: 1.25 }}>{label}</Text>
          <Svg width={plot} height={row}>
            <Rect
              x={Math.min(x(0), x(value))}
              y={3}
              width={Math.abs(x(value) - x(0))}
              height={row - 6}
              fill={value < 0 ? ink.worse : ink.trained}
            />
            <Line x1={x(0)} x2={x(0)} y1={0} y2={row} stroke={ink.ink} strokeWidth={0.75} />
          </Svg>
          <Text style={{ ...styles.number, width: values, fontSize: 7.5, textAlign: "right" }}>
            {writtenValue(formats, value, unit)}
          </Text>
        </View>
      ))}
    </View>
  );
}
