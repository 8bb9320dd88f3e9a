import "server-only";
import type PptxGenJS from "pptxgenjs";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";
import { colours, fonts, footOf, inner, sourceOf, wide } from "./look";

export type Slide = PptxGenJS.Slide;
const name = "REPORT";

/** Head and foot of every slide. */
export function master(deck: PptxGenJS, report: ReportDocument): void {
  deck.defineSlideMaster({
    title: name,
    background: { color: colours.paper },
    objects: [
      { line: { x: wide.side, y: wide.foot, w: inner, h: 0, line: { color: colours.rule, width: 0.75 } } },
      {
        text: {
          text: footOf(report),
          options: {
            x: wide.side,
            y: wide.foot + 0.05,
            w: inner - 0.8,
            h: 0.4,
            fontFace: fonts.sans,
            fontSize: 9,
            color: colours.ink3,
            margin: 0,
            valign: "top",
          },
        },
      },
    ],
    slideNumber: {
      x: wide.width - wide.side - 0.6,
      y: wide.foot + 0.05,
      w: 0.6,
      h: 0.3,
      align: "right",
      fontFace: fonts.sans,
      fontSize: 9,
      color: colours.ink3,
    },
  });
}

export function newSlide(deck: PptxGenJS, title: string): Slide {
  const slide = deck.addSlide({ masterName: name });
  slide.addText(title, {
    x: wide.side,
    y: 0.4,
    w: inner,
    h: 0.8,
    margin: 0,
    fontFace: fonts.serif,
    fontSize: 28,
    bold: true,
    color: colours.ink,
    valign: "top",
    fit: "shrink",
  });
  return slide;
}

export function addTitle(deck: PptxGenJS, report: ReportDocument): void {
  const slide = deck.addSlide({ masterName: name });
  const text = { x: wide.side, w: inner, margin: 0, valign: "top" as const, fit: "shrink" as const };
  slide.addText(report.title, {
    ...text,
    y: 1.6,
    h: 1.5,
    fontFace: fonts.serif,
    fontSize: 40,
    bold: true,
    color: colours.ink,
  });
  slide.addText(report.lead, { ...text, y: 3.2, h: 1.6, fontFace: fonts.sans, fontSize: 20, color: colours.ink2 });
  slide.addText(imprintOf(report).grade, {
    ...text,
    y: 5,
    h: 0.4,
    fontFace: fonts.sans,
    fontSize: 16,
    bold: true,
    color: colours.line,
  });
  slide.addText(report.filters.join("; "), {
    ...text,
    y: 5.5,
    h: 0.6,
    fontFace: fonts.sans,
    fontSize: 14,
    color: colours.ink3,
  });
  slide.addNotes([report.lead, sourceOf(report.href)].join("\n"));
}
