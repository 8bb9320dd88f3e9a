import { Text, View } from "@react-pdf/renderer";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { Items } from "./items";
import { ink, styles } from "./theme";

type SmallPrintProps = { report: ReportDocument; brief?: boolean; mostLimits?: number; mostUnsigned?: number };

/** What may not be said, who signed, and of what these figures are. What does not fit is counted, not dropped. */
export function SmallPrint({ report, brief = false, mostLimits = Infinity, mostUnsigned = Infinity }: SmallPrintProps) {
  const imprint = imprintOf(report);
  const cut = (items: readonly string[], most: number) =>
    items.length <= most + 1 ? items : [...items.slice(0, most), `and ${items.length - most} more, in the full report`];
  const isShort = report.limits.join().length < 3000 && imprint.unsigned.length < 20;
  return (
    <View
      wrap={!isShort}
      style={{ borderTopWidth: 0.75, borderTopColor: ink.ink, paddingTop: 6, fontSize: 8, lineHeight: 1.4 }}
    >
      <View style={{ flexDirection: "row", gap: 18 }}>
        <View style={{ flex: 3 }}>
          <Text style={styles.smallHeading}>What may not be said</Text>
          {report.limits.length > 0 ? (
            <Items items={cut(report.limits, mostLimits)} />
          ) : (
            <Text>No limits beyond those of the grade.</Text>
          )}
        </View>
        <View style={{ flex: 2 }}>
          <Text style={styles.smallHeading}>Of what these figures are</Text>
          <Text style={styles.quiet}>{imprint.filters}.</Text>
          <Text style={styles.quiet}>
            {imprint.made}. {imprint.data}.
          </Text>
          {(brief ? imprint.systems : imprint.sources).map((source) => (
            <Text key={source} style={styles.quiet}>
              {source}.
            </Text>
          ))}
          <Text style={styles.quiet}>{imprint.grade}.</Text>
          <Text style={styles.quiet}>{imprint.signatures}.</Text>
          {imprint.unsigned.length > 0 ? (
            <Text style={{ color: ink.worse }}>Not signed: {cut(imprint.unsigned, mostUnsigned).join("; ")}.</Text>
          ) : null}
        </View>
      </View>
      {report.notices.length > 0 ? (
        <Text style={{ ...styles.caption, marginTop: 6 }}>{report.notices.join(" ")}</Text>
      ) : null}
    </View>
  );
}
