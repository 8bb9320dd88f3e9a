import type { Formats } from "@/lib/format/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { Block } from "./block";
import { Frame, Opening } from "./frame";
import { SmallPrint } from "./small-print";

/** Everything the report holds, over as many pages as it takes. */
export function FullReport({ report, formats }: { report: ReportDocument; formats: Formats }) {
  return (
    <Frame report={report} numbered>
      <Opening report={report} />
      {report.blocks.map((block) => (
        <Block key={block.title} block={block} formats={formats} height={190} />
      ))}
      <SmallPrint report={report} />
    </Frame>
  );
}
