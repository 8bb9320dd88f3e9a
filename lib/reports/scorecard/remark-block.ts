import type { Formats } from "@/lib/format/formats";
import type { Marks } from "@/lib/marks/read-marks";
import type { ReportBlock } from "@/lib/reports/document";

/** What people wrote beside the figures, newest day first; it stays in the organisation. Nothing where nobody did. */
export function remarkBlock(
  { annotations, older }: Pick<Marks, "annotations" | "older">,
  formats: Formats,
): ReportBlock[] {
  if (annotations.length === 0) return [];
  return [
    {
      kind: "table",
      title: "Remarks",
      full: true,
      internal: true,
      columns: [
        { id: "on", header: "Day" },
        { id: "figure", header: "On", width: 1.6 },
        { id: "unit", header: "Of", width: 1.6 },
        { id: "text", header: "Remark", width: 4 },
        { id: "by", header: "By", width: 1.2 },
      ],
      rows: [
        ...annotations.map(({ on, metric, metricName, unit, text, by }) => ({
          on: { text: formats.shortDate(on) },
          figure: { text: metric === null ? "The whole scorecard" : (metricName ?? "A figure that is gone") },
          unit: { text: unit ?? "Everybody" },
          text: { text },
          by: { text: by ?? "somebody" },
        })),
        ...(older ? [{ on: { text: "and older ones" } }] : []),
      ],
    },
  ];
}
