import { Text, View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock } from "@/lib/reports/document";
import { BarsPicture } from "./bars-picture";
import { IntervalsPicture } from "./intervals-picture";
import { LinesPicture } from "./lines-picture";
import { PortfolioPicture } from "./portfolio-picture";
import { ink, styles } from "./theme";

type Block = Extract<ReportBlock, { kind: "chart" }>;

/** A picture with the answer above and its caption below. */
export function Chart({ block, formats, height }: { block: Block; formats: Formats; height: number }) {
  return (
    <View wrap={false}>
      {block.answer ? <Text style={{ color: ink.ink2, marginBottom: 5 }}>{block.answer}</Text> : null}
      <Picture block={block} formats={formats} height={height} />
      {block.caption ? <Text style={{ ...styles.caption, marginTop: 3 }}>{block.caption}</Text> : null}
    </View>
  );
}

function Picture({ block: { chart }, formats, height }: { block: Block; formats: Formats; height: number }) {
  switch (chart.type) {
    case "lines":
      return <LinesPicture chart={chart} formats={formats} height={height} />;
    case "portfolio":
      return <PortfolioPicture chart={chart} formats={formats} height={height} />;
    case "intervals":
      return <IntervalsPicture chart={chart} formats={formats} />;
    case "bars":
      return <BarsPicture chart={chart} formats={formats} />;
  }
}
