import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { chanceText } from "@/lib/format/chance-text";
import { moneyText } from "@/lib/format/money-text";
import { namedUnits } from "@/lib/roi/portfolio/hours-of";
import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { readBase } from "./base-document";
import type { ReportDocument } from "./document";
import { readReportSources } from "./read-report-sources";
import { decisionsBlock, portfolioBlock, rowsBlock, stopBlock } from "./roi/portfolio-blocks";
import { roiFigures } from "./roi/roi-figures";
import { deliveryBlock, flatBlock, overlapBlock, whatIfBlock } from "./roi/roll-up-blocks";

/** The whole portfolio as `/roi` shows it: what was spent, what came back, what follows. Null while nothing was evaluated or spent. */
export async function buildRoiDocument(viewer: Viewer, _: null): Promise<ReportDocument | null> {
  const { roi, sunk } = await readRoi(viewer);
  if (roi.rows.length === 0) return null;
  const madeAt = roi.computedAt ?? new Date(0).toISOString();
  const [{ base, formats }, sources] = await Promise.all([
    readBase(viewer),
    readReportSources(viewer, { of: "roi", initiativeCode: null, until: madeAt }),
  ]);
  const { rollUp } = roi;
  const counts = rollUp.byGrade.some(({ lines }) => lines > 0);
  const weakest = rollUp.byGrade
    .filter(({ lines }) => lines > 0)
    .map(({ grade }) => grade)
    .toSorted()
    .at(-1);
  const [low, high] = rollUp.benefit.interval;
  const spent = rollUp.spent > 0 ? `${moneyText(rollUp.spent, formats)} was spent` : "What was spent is not known";
  return {
    ...base,
    kind: "roi",
    title: "What learning was worth",
    lead: `${spent}${
      counts
        ? `, and ${moneyText(low, formats)} to ${moneyText(high, formats)} of benefit is counted${
            rollUp.spent > 0
              ? `; the chance that less came back than was spent is ${chanceText(rollUp.lossProbability, formats)}`
              : ""
          }.`
        : ", and none of the benefit can be counted yet."
    }`,
    grade: weakest ?? null,
    currency: roi.currency,
    madeAt,
    ...(roi.day && { day: roi.day }),
    dataVersion: roi.dataVersion,
    sources,
    filters: [
      ...(sunk.of === "everybody"
        ? ["Whole organisation"]
        : ["Money, grades and advice of the whole organisation", `Hours of learning of ${namedUnits(sunk)}`]),
      roi.rows.length === 1 ? "1 initiative" : `${formats.number(roi.rows.length)} initiatives`,
    ],
    signatures: roi.signatures,
    limits: [
      "Grades D and E, and secondary KPIs whose own change chance may explain, are plausible and not counted: nothing may be said of their return.",
      "The grade of the sum is that of the weakest part that is counted.",
      ...(rollUp.overlaps.length > 0
        ? ["People and KPIs that several initiatives share are counted once, so the sum is less than its parts."]
        : []),
      ...(roi.unconverted.length > 0
        ? [
            `Left out: ${formats.number(roi.unconverted.length)} ${roi.unconverted.length === 1 ? "cost" : "costs"} in a currency without a rate.`,
          ]
        : []),
    ],
    notices: base.notices,
    href: "/roi",
    blocks: [
      {
        kind: "figures",
        title: "What was spent, and what came back",
        full: false,
        internal: false,
        figures: roiFigures(roi, sunk, formats),
      },
      ...portfolioBlock(roi, formats),
      ...decisionsBlock(roi),
      rowsBlock(roi, formats),
      ...stopBlock(roi, sunk, formats),
      ...flatBlock(roi, formats),
      ...overlapBlock(roi, formats),
      ...whatIfBlock(roi, formats),
      ...deliveryBlock(roi, formats),
    ],
  };
}
