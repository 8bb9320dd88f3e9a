import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { judgeGuardrails } from "@/lib/marks/guardrails/judge-guardrails";
import { readMarks } from "@/lib/marks/read-marks";
import type { ScorecardRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import type { Scorecard, Tile } from "@/lib/scorecard/scorecard";
import { readBase } from "./base-document";
import type { ReportBlock, ReportDocument } from "./document";
import { readReportSources } from "./read-report-sources";
import { crossedBlock, guardrailBlock } from "./scorecard/guardrail-blocks";
import { remarkBlock } from "./scorecard/remark-block";
import { breakdownBlock, figureOf, tilesBlock } from "./scorecard/scorecard-blocks";
import { targetBlock } from "./scorecard/target-block";

type Shown = Extract<Scorecard, { kind: "shown" }>;
type Category = Shown["categories"][number]["id"] | "activity";

/** What the business gains leads, what people can do follows, what they were given comes last. */
const order: Category[] = ["operational", "talent", "skill", "adoption"];
const titles: Record<Category, string> = {
  operational: "Operational KPIs",
  talent: "Talent outcomes",
  skill: "Skill and behaviour",
  adoption: "Adoption and reach",
  activity: "Activity, not effect",
};

/**
 * The scorecard of an address as its page shows it. Null where there is no such scorecard, or none of it may be shown.
 * @param href of the page, from the root of the app
 */
export async function buildScorecardDocument(
  viewer: Viewer,
  { request, href }: { request: ScorecardRequest; href: string },
): Promise<ReportDocument | null> {
  const [scorecard, marks] = await Promise.all([readScorecard(viewer, request), readMarks(viewer, request.scope)]);
  if (scorecard?.kind !== "shown") return null;
  const madeAt = new Date(scorecard.header.revisedAt).toISOString();
  const [{ base, formats }, sources] = await Promise.all([
    readBase(viewer),
    readReportSources(viewer, { of: "scorecard", initiativeCode: null, until: madeAt }),
  ]);
  const { header, whatChanged, categories, activity, breakdown } = scorecard;
  const period = formats.period(header.period.grain, header.period.start);
  const ordered = categories.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  const tiles = ordered.flatMap((category) => category.tiles);
  const all = [...tiles, ...activity];
  const judged = judgeGuardrails(marks.guardrails, all);
  const beside = { header, judged, formats };
  const [first, ...others] = whatChanged;
  const figures = (id: Category, own: readonly Tile[], full: boolean): ReportBlock[] =>
    own.length === 0
      ? []
      : [
          {
            kind: "figures",
            title: titles[id],
            full,
            internal: false,
            figures: own.map((tile) => figureOf(tile, { ...beside, href })),
          },
        ];
  return {
    ...base,
    kind: "scorecard",
    title: `${header.scope.label}, ${period}`,
    lead: first?.text ?? `Nothing changed against ${header.against.label} beyond what chance explains.`,
    grade: null,
    madeAt,
    dataVersion: header.dataVersion,
    sources,
    filters: [
      header.scope.label,
      period,
      `against ${header.against.label}`,
      `${formats.number(header.people)} people`,
      `data to ${formats.date(header.asOf)}`,
    ],
    signatures: null,
    limits: [
      "None of these changes may be put down to learning: that takes an initiative with a comparison.",
      "Figures of grade E show activity, not effect.",
      ...(header.period.complete ? [] : ["The data do not cover the whole of this period."]),
      ...(header.behind ? ["Facts were brought in that these figures do not include yet."] : []),
    ],
    notices: base.notices,
    href,
    blocks: [
      ...crossedBlock({ ...beside, tiles: all }),
      ...targetBlock(all, formats),
      ...(others.length > 0
        ? [
            {
              kind: "list" as const,
              title: "What else changed",
              full: false,
              internal: false,
              items: others.map(({ text }) => text),
            },
          ]
        : []),
      ...ordered.flatMap(({ id, tiles: own }) => figures(id, own, false)),
      ...(breakdown ? [breakdownBlock(breakdown, formats)] : []),
      ...figures("activity", activity, true),
      tilesBlock(all, beside),
      ...guardrailBlock(judged, formats),
      ...remarkBlock(marks, formats),
    ],
  };
}
