import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { roiSentences } from "@/lib/roi/portfolio/roi-sentences";
import { counted, type WriteSection, waits } from "./section-news";

/** What the page about money says first: what came back, what the evidence advises, and how much finance has not signed. */
export const writeMoney: WriteSection = async ({ viewer, formats }) => {
  const { roi, sunk } = await readRoi(viewer);
  const href = "/roi";
  // A figure of several is as strong as its weakest part.
  const weakest = roi.rollUp.byGrade
    .filter(({ lines }) => lines > 0)
    .map(({ grade }) => grade)
    .toSorted()
    .at(-1);
  const said = roi.rows.length > 0 ? roiSentences(roi, sunk, formats) : [];
  const unsigned = roi.signatures.used - roi.signatures.signed;
  return {
    title: "Money",
    href,
    items: [
      ...said.map(({ text, part }) => ({
        text,
        grade: part === "worth" ? (weakest ?? null) : part === "sunk" ? ("E" as const) : null,
        href: `${href}#${part}`,
        news: `money ${text}`,
      })),
      ...(unsigned > 0
        ? [
            waits(
              counted(
                formats,
                unsigned,
                "assumption is not signed by finance",
                "assumptions are not signed by finance",
              ),
              "/roi/assumptions",
            ),
          ]
        : []),
    ],
    none: "Nothing about money is otherwise than in the last digest.",
  };
};
