import { Text, View } from "@react-pdf/renderer";
import type { ReportCell, ReportColumn } from "@/lib/reports/document";
import { ink, styles } from "./theme";

type TableProps = { columns: readonly ReportColumn[]; rows: readonly Record<string, ReportCell>[] };

/** A table that breaks between rows and says its columns again on each page. */
export function Table({ columns, rows }: TableProps) {
  const cell = ({ width = 1, align }: ReportColumn) => ({
    flexGrow: width,
    flexShrink: 1,
    flexBasis: 0,
    ...(align === "end" && { textAlign: "right" as const }),
  });
  return (
    <View style={{ fontSize: 7.5, lineHeight: 1.35 }}>
      <View
        fixed
        style={{
          flexDirection: "row",
          gap: 8,
          paddingVertical: 3,
          borderBottomWidth: 0.75,
          borderBottomColor: ink.ink,
        }}
      >
        {columns.map((one) => (
          <Text key={one.id} style={{ ...cell(one), fontWeight: 600 }}>
            {one.header}
          </Text>
        ))}
      </View>
      {rows.map((row, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed page have no identity and never move.
          key={index}
          wrap={false}
          style={{
            flexDirection: "row",
            gap: 8,
            paddingVertical: 3,
            borderBottomWidth: 0.5,
            borderBottomColor: ink.rule,
          }}
        >
          {columns.map((one, place) => (
            <Text
              key={one.id}
              style={{ ...cell(one), ...(one.align && styles.number), ...(place > 0 && { color: ink.ink2 }) }}
            >
              {row[one.id]?.text ?? ""}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
