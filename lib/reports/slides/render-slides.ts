import "server-only";
import PptxGenJS from "pptxgenjs";
import { formatsFor } from "@/lib/format/formats";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { addBlock, pagesOf } from "./add-block";
import { escaped } from "./escaped";
import { fitLines } from "./fit-lines";
import { addTitle, master, newSlide, type Slide } from "./frame";
import { colours, fonts, inner, sourceOf, wide } from "./look";
import { mendPackage } from "./mend-package";
import type { NativeChart } from "./native-chart";

/** The report as slides with charts that can be edited: what leads, what may be said and what not, and of what the figures are. */
export async function renderSlides(report: ReportDocument): Promise<Buffer> {
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  deck.title = report.title;
  deck.author = report.organisation;
  // The one property the writer puts into its XML as it is.
  deck.company = escaped(report.organisation);
  deck.subject = report.lead;
  deck.theme = { headFontFace: fonts.serif, bodyFontFace: fonts.sans };
  master(deck, report);
  const formats = formatsFor(report);
  const blocks = report.blocks.filter(({ full }) => !full);
  const lead = Math.max(
    0,
    blocks.findIndex(({ kind }) => kind === "chart"),
  );

  addTitle(deck, report);
  const charts: NativeChart[] = [];
  for (const [at, block] of blocks.entries()) {
    for (const page of pagesOf(block)) {
      const chart = addBlock(newSlide(deck, page.title), page, formats, report);
      if (chart) charts.push(chart);
    }
    if (at === lead) addClaim(newSlide(deck, "What may be said, and what not"), report);
  }
  if (blocks.length === 0) addClaim(newSlide(deck, "What may be said, and what not"), report);
  addImprint(newSlide(deck, "Of what these figures are"), report);
  const file = await deck.write({ outputType: "nodebuffer" });
  return mendPackage(Buffer.isBuffer(file) ? file : Buffer.from(file as ArrayBuffer), charts);
}

function addClaim(slide: Slide, report: ReportDocument) {
  const half = inner / 2 - 0.3;
  const column = (title: string, items: readonly string[], x: number) => {
    slide.addText(title, {
      x,
      y: wide.top,
      w: half,
      h: 0.4,
      fontFace: fonts.sans,
      fontSize: 16,
      bold: true,
      color: colours.ink,
    });
    const { fontSize, lines } = fitLines(items, { width: half - 0.6, height: 4.8, sizes: [15, 13, 11], after: 6 });
    slide.addText(
      lines.map((text) => ({ text, options: { bullet: true, breakLine: true, paraSpaceAfter: 6 } })),
      {
        x,
        y: wide.top + 0.5,
        w: half,
        h: 4.8,
        fontFace: fonts.sans,
        fontSize,
        color: colours.ink2,
        valign: "top",
      },
    );
  };
  column("What may be said", [report.lead], wide.side);
  column(
    "What may not be said",
    report.limits.length > 0 ? report.limits : ["No limits beyond those of the grade."],
    wide.side + inner / 2 + 0.3,
  );
  slide.addNotes([imprintOf(report).grade, sourceOf(report.href)].join("\n"));
}

function addImprint(slide: Slide, report: ReportDocument) {
  const { made, data, sources, filters, grade, signatures, unsigned } = imprintOf(report);
  const facts = [
    filters,
    made,
    data,
    ...sources,
    grade,
    signatures,
    ...(unsigned.length > 0 ? [`Not signed: ${unsigned.join("; ")}`] : []),
    ...report.notices,
  ];
  const { fontSize, lines } = fitLines(facts, {
    width: inner - 0.2,
    height: 5.2,
    sizes: [16, 14, 12, 11, 10],
    after: 8,
  });
  slide.addText(
    lines.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 8 } })),
    {
      x: wide.side,
      y: wide.top,
      w: inner,
      h: 5.2,
      fontFace: fonts.sans,
      fontSize,
      color: colours.ink2,
      valign: "top",
    },
  );
  slide.addNotes(sourceOf(report.href));
}
