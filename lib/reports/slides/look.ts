import "server-only";
import type { ReportDocument } from "@/lib/reports/document";
import { imprintOf } from "@/lib/reports/imprint";

/** Inches of a wide slide. Fonts are those every machine has, because a presentation does not carry its own. */
export const wide = { width: 13.33, height: 7.5, side: 0.6, top: 1.35, foot: 6.95 } as const;
export const inner = wide.width - 2 * wide.side;
export const fonts = { serif: "Georgia", sans: "Arial" } as const;
export const colours = {
  paper: "FFFFFF",
  ink: "171F2E",
  ink2: "404855",
  ink3: "5A616C",
  rule: "D7D4CC",
  line: "005F64",
  trained: "2158A7",
  comparison: "915C08",
} as const;

/** What the foot of every slide says: when, of which data, how strongly, who signed. */
export function footOf(report: ReportDocument): string {
  const { made, data, grade, signed } = imprintOf(report);
  return [report.organisation, made, data, grade, signed].join(" · ");
}

/** From the root of the app to where somebody who has the file can find it. */
export const sourceOf = (href: string) => `In Throughline: ${href}`;
