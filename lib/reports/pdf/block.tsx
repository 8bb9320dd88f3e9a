import { Text, View } from "@react-pdf/renderer";
import type { Formats } from "@/lib/format/formats";
import type { ReportBlock } from "@/lib/reports/document";
import { Chart } from "./chart";
import { Figures } from "./figures";
import { Items } from "./items";
import { Table } from "./table";
import { styles } from "./theme";

type BlockProps = { block: ReportBlock; formats: Formats; height: number; notes?: boolean };

/** Parts of the report that stand on one page; the others may go over several. */
function isWhole(block: ReportBlock): boolean {
  if (block.kind === "figures") return block.figures.length <= 9;
  if (block.kind === "text") return block.paragraphs.join("").length < 1500;
  if (block.kind === "list") return block.items.join("").length < 1500;
  return block.kind === "chart";
}

/** A part of the report under its heading; a heading never stands alone at the foot of a page. */
export function Block({ block, formats, height, notes = true }: BlockProps) {
  const heading = (
    <Text style={styles.heading} minPresenceAhead={130}>
      {block.title}
    </Text>
  );
  const content = <Content block={block} formats={formats} height={height} notes={notes} />;
  if (isWhole(block)) {
    return (
      <View wrap={false} style={{ marginBottom: 14 }}>
        {heading}
        {content}
      </View>
    );
  }
  // Side by side, because what must follow a heading is looked for among what stands beside it.
  return (
    <>
      {heading}
      <View style={{ marginBottom: 14 }}>{content}</View>
    </>
  );
}

function Content({ block, formats, height, notes = true }: BlockProps) {
  switch (block.kind) {
    case "figures":
      return <Figures figures={block.figures} notes={notes} perRow={block.figures.length > 6 && !notes ? 4 : 3} />;
    case "text":
      return (
        <View>
          {block.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ marginBottom: 4 }}>
              {paragraph}
            </Text>
          ))}
        </View>
      );
    case "list":
      return <Items items={block.items} />;
    case "table":
      return <Table columns={block.columns} rows={block.rows} />;
    case "chart":
      return <Chart block={block} formats={formats} height={height} />;
  }
}
