import { initiativeHref } from "@/lib/initiatives/initiative-href";
import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { readInitiative } from "@/lib/initiatives/read-initiative";
import { withDays } from "@/lib/initiatives/with-days";
import { designNames } from "@/lib/initiatives/words";
import { ladderView } from "@/lib/ladder/ladder-view";
import { shownResults } from "@/lib/ladder/shown-results";
import { readAmendments } from "@/lib/plans/read-amendments";
import type { InitiativeMoney } from "@/lib/roi/results/initiative-money";
import { readMoney } from "@/lib/roi/results/read-money";
import { signaturesOf } from "@/lib/roi/results/signatures-of";
import { readBase } from "./base-document";
import type { ReportBlock, ReportDocument } from "./document";
import { effectBlocks } from "./initiative/effect-blocks";
import { aboutBlock, armsBlock, windowText } from "./initiative/facts-blocks";
import { ladderBlocks } from "./initiative/ladder-blocks";
import { missingCosts } from "./money/missing-costs";
import { moneyBlocks } from "./money/money-blocks";
import { moneyFigures } from "./money/money-figures";
import { readReportSources } from "./read-report-sources";

type Asked = { initiativeId: string };

/** The report of an initiative alone. */
export const buildInitiativeDocument = async (viewer: Viewer, asked: Asked): Promise<ReportDocument | null> =>
  (await buildInitiativeReport(viewer, asked))?.report ?? null;

/**
 * An initiative as its page shows it: what it was worth, what changed, how far the chain holds, and everything that must be said beside it; and the money it
 * says this of, null where nothing may be said. Null for a draft and for an id this organisation does not have.
 */
export async function buildInitiativeReport(
  viewer: Viewer,
  { initiativeId }: Asked,
): Promise<{ report: ReportDocument; money: InitiativeMoney | null } | null> {
  const initiative = await readInitiative(viewer, initiativeId);
  if (!initiative || initiative.plan.draft) return null;
  const [evaluation, known, amendments, { base, formats, minimum }] = await Promise.all([
    currentEvaluation(viewer, initiativeId),
    readMoney(viewer, initiativeId),
    readAmendments(viewer, initiativeId),
    readBase(viewer),
  ]);
  if (!evaluation) return null;
  const { plan, arms, summary } = initiative;
  const { result: whole } = evaluation;
  const withheld = isWithheld(whole, minimum);
  const early = whole.early_until;
  const silent = withheld || early !== null;
  const money = silent ? null : known;
  const madeAt = (money ? new Date(money.computedAt) : evaluation.evaluatedAt).toISOString();
  const sources = await readReportSources(viewer, { of: "initiative", initiativeCode: plan.code, until: madeAt });
  const result = { ...whole, results: shownResults(whole, { minimum, confidence: plan.confidence }) };
  const view = ladderView(result.ladder, { minimum, confidence: plan.confidence, formats });
  const words = (items: readonly string[]) => items.map((item) => withDays(item, formats));
  const { claim } = result;
  const raise: ReportBlock[] =
    silent || claim.would_raise.length === 0
      ? []
      : [
          {
            kind: "list",
            title: "What would raise the grade",
            full: true,
            internal: false,
            items: words(claim.would_raise),
          },
        ];
  const worth: ReportBlock[] = money
    ? [
        {
          kind: "figures",
          title: "What it was worth",
          full: false,
          internal: false,
          figures: moneyFigures(money, formats),
        },
      ]
    : [];
  const report: ReportDocument = {
    ...base,
    kind: "initiative",
    title: plan.title,
    lead: withheld
      ? `Withheld: a side of the comparison holds fewer than ${minimum} people.`
      : early
        ? `Too early to tell until ${formats.date(early)}: the follow-up is not over.`
        : withDays(claim.sentence, formats),
    grade: silent ? null : claim.grade,
    madeAt,
    dataVersion: result.study.data_version,
    sources,
    filters: [
      designNames[plan.design],
      `${formats.number(result.study.people)} people`,
      ...windowText(result.windows.baseline, "baseline", formats.shortDate),
      ...windowText(result.windows.follow_up, "follow-up", formats.shortDate),
    ],
    signatures: money ? signaturesOf([money]) : null,
    limits: silent
      ? ["Nothing may be said yet."]
      : [...(money ? missingCosts(money, formats) : []), ...words(claim.limits)],
    notices: [
      ...base.notices,
      ...(amendments.length > 0
        ? [
            `The plan was amended ${amendments.length === 1 ? "once" : `${amendments.length} times`}; this is of the plan as amended.`,
          ]
        : []),
      ...(plan.explores !== null
        ? ["An exploration, written after the fact: the registered result is the one that counts."]
        : []),
    ],
    href: initiativeHref(initiativeId),
    blocks: [
      ...worth,
      ...(withheld ? [] : effectBlocks({ plan, result, minimum, formats, early: early !== null })),
      ...ladderBlocks(view),
      ...raise,
      ...(summary ? [aboutBlock(summary)] : []),
      ...(money ? moneyBlocks(money, formats) : []),
      ...(withheld ? [] : [armsBlock(arms, minimum, formats)]),
    ],
  };
  return { report, money };
}
