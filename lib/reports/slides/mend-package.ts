import "server-only";
import JSZip from "jszip";
import { chartXml } from "./chart-xml";
import { withoutControls } from "./escaped";
import type { NativeChart } from "./native-chart";

const types = "[Content_Types].xml";
const presentation = "ppt/presentation.xml";

/**
 * The file as PowerPoint's own rules have it. What is drawn into its charts is ours, in the order in which they were added; the writer names masters that
 * are not there, puts the list of the notes' masters where none may stand, and lets control characters through: programs that check would offer to repair it, or refuse it.
 */
export async function mendPackage(file: Buffer, charts: readonly NativeChart[]): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file);
  const text = async (name: string) => (await zip.file(name)?.async("text")) ?? "";
  const drawn = Object.keys(zip.files)
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .toSorted((one, other) => Number(/\d+/.exec(one)) - Number(/\d+/.exec(other)));
  for (const name of Object.keys(zip.files).filter((one) => /\.xml$/.test(one))) {
    zip.file(name, withoutControls(await text(name)));
  }
  for (const [at, chart] of charts.entries()) zip.file(drawn[at] ?? "", chartXml(chart));

  const named = await text(types);
  zip.file(
    types,
    named.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, part: string) => (zip.file(part) ? whole : "")),
  );
  const [list = ""] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(await text(presentation)) ?? [];
  const without = (await text(presentation)).replace(list, "");
  zip.file(presentation, without.replace("<p:sldIdLst>", `${list}<p:sldIdLst>`));
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}
