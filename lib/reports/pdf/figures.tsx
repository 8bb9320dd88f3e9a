import { Text, View } from "@react-pdf/renderer";
import type { ReportFigure } from "@/lib/reports/document";
import { GradeSign } from "./grade-sign";
import { column, ink, styles } from "./theme";

const gap = 14;

/** Figures side by side, each with its interval, its grade and what limits it. */
export function Figures({
  figures,
  perRow = 3,
  notes = true,
}: {
  figures: readonly ReportFigure[];
  perRow?: number;
  notes?: boolean;
}) {
  const rows = Array.from({ length: Math.ceil(figures.length / perRow) }, (_, row) =>
    figures.slice(row * perRow, (row + 1) * perRow),
  );
  const width = (column - gap * (perRow - 1)) / perRow;
  return (
    <View>
      {rows.map((row) => (
        <View key={row[0]?.id} wrap={false} style={{ flexDirection: "row", gap, marginBottom: 9 }}>
          {row.map((figure) => (
            <View key={figure.id} style={{ width, borderTopWidth: 0.75, borderTopColor: ink.ink, paddingTop: 4 }}>
              <View style={{ flexDirection: "row", justifyContent: "space-between", gap: 6, marginBottom: 2 }}>
                <Text style={{ flex: 1, fontSize: 8, lineHeight: 1.3, color: ink.ink2 }}>{figure.label}</Text>
                {figure.grade ? <GradeSign grade={figure.grade} short /> : null}
              </View>
              <Text
                style={
                  figure.value === null
                    ? { fontSize: 9, color: ink.ink2 }
                    : {
                        ...styles.figure,
                        marginBottom: 3,
                        ...(figure.text.length > 16 && { fontSize: 12, lineHeight: 1.3 }),
                      }
                }
              >
                {figure.text}
              </Text>
              {figure.intervalText ? (
                <Text style={{ ...styles.number, fontSize: 8, color: ink.ink2 }}>{figure.intervalText}</Text>
              ) : null}
              {notes && figure.note ? <Text style={styles.caption}>{figure.note}</Text> : null}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
