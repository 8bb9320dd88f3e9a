import { Text } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import { writtenTick } from "@/lib/reports/written";
import { styles } from "./theme";

/** Points a figure of this size takes at most. */
const perCharacter = 5.4;

type Props = {
  scale: { ticks: readonly number[]; decimals: number };
  x(tick: number): number;
  /** How wide the drawing is. */
  within: number;
  top?: number;
  unit: string;
  formats: Formats;
};

/** The ticks of a scale that lies beneath a drawing, each centred on its place, those at its ends within it. */
export function BottomTicks({ scale: { ticks, decimals }, x, within, top = 0, unit, formats }: Props) {
  return ticks.map((tick) => {
    const text = writtenTick(formats, tick, unit, decimals);
    const width = perCharacter * text.length;
    const left = Math.max(0, Math.min(within - width, x(tick) - width / 2));
    return (
      <Text
        key={tick}
        style={{ ...styles.caption, ...styles.number, position: "absolute", top, width, left, textAlign: "center" }}
      >
        {text}
      </Text>
    );
  });
}
