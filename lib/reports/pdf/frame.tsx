import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { GradeSign } from "./grade-sign";
import { ink, page, styles } from "./theme";

const kinds: Record<ReportDocument["kind"], string> = {
  roi: "Return on learning",
  initiative: "Initiative",
  scorecard: "Scorecard",
  digest: "Digest",
};

/** The paper: head and foot that run on every page, and what a reader of files is told about them. */
export function Frame({
  report,
  numbered = false,
  children,
}: {
  report: ReportDocument;
  numbered?: boolean;
  children: ReactNode;
}) {
  const imprint = imprintOf(report);
  return (
    <Document
      title={`${report.title}, ${report.organisation}`}
      author={report.organisation}
      subject={report.lead}
      keywords={[imprint.grade, imprint.data, imprint.signatures].join("; ")}
      language={report.locale}
      creator="Throughline"
      producer="Throughline"
      creationDate={new Date(report.madeAt)}
      pageMode="useNone"
    >
      <Page size="A4" style={styles.page}>
        <View fixed style={{ ...styles.running, top: 34, color: ink.ink3 }}>
          <Text style={{ flex: 1 }}>
            {report.organisation} · {kinds[report.kind]}
          </Text>
          <Text>{imprint.made}</Text>
        </View>
        <View
          fixed
          style={{
            ...styles.running,
            bottom: 30,
            paddingTop: 5,
            borderTopWidth: 0.5,
            borderTopColor: ink.rule,
            color: ink.ink3,
          }}
        >
          <Text style={{ flex: 1, paddingRight: 60 }}>
            {imprint.data} · {imprint.grade} · {imprint.signed}
          </Text>
        </View>
        {numbered ? (
          <Text
            fixed
            style={{
              position: "absolute",
              right: page.side,
              bottom: 30,
              width: 60,
              fontSize: 7,
              color: ink.ink3,
              textAlign: "right",
            }}
            render={({ pageNumber, totalPages }) => `${pageNumber} of ${totalPages}`}
          />
        ) : null}
        <View style={styles.body}>{children}</View>
      </Page>
    </Document>
  );
}

/** What the report is of and the one sentence that may be said. */
export function Opening({ report }: { report: ReportDocument }) {
  return (
    <View style={{ marginBottom: 12 }}>
      <View style={{ flexDirection: "row", gap: 14, alignItems: "flex-start", marginBottom: 5 }}>
        <Text style={{ ...styles.title, flex: 1 }}>{report.title}</Text>
        {report.grade ? (
          <View style={{ paddingTop: 7 }}>
            <GradeSign grade={report.grade} />
          </View>
        ) : null}
      </View>
      <Text style={styles.lead}>{report.lead}</Text>
    </View>
  );
}
