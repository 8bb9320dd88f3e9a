import { Text } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import { writtenTick } from "@/lib/reports/written";
import { styles } from "./theme";

const width = 60;

type Props = {
  scale: { ticks: readonly number[]; decimals: number };
  x(tick: number): number;
  top?: number;
  unit: string;
  formats: Formats;
};

/** The ticks of a scale that lies beneath a drawing, each centred on its place. */
export function BottomTicks({ scale: { ticks, decimals }, x, top = 0, unit, formats }: Props) {
  return ticks.map((tick) => (
    <Text
      key={tick}
      style={{
        ...styles.caption,
        ...styles.number,
        position: "absolute",
        top,
        width,
        left: x(tick) - width / 2,
        textAlign: "center",
      }}
    >
      {writtenTick(formats, tick, unit, decimals)}
    </Text>
  ));
}
