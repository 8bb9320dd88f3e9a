import type { Ladder, RungId } from "@/lib/evaluation/ladder/ladder";
import { type FindingWords, findingWords } from "./finding-words";
import { type Finding, firstBrokenLink } from "./first-broken-link";
import type { Verdict } from "./measure-verdict";
import { type MeasureView, measureView, type Shown } from "./measure-view";
import { rungVerdict } from "./rung-verdict";
import { rungNames } from "./rung-words";

type RungView = {
  id: RungId;
  step: string;
  verdict: Verdict;
  /** Of the figure that speaks for the layer. */
  figure: string;
  /** Which figure that is. */
  of: string;
  measures: MeasureView[];
};

export type LadderView = { finding: Finding; words: FindingWords; rungs: RungView[] };

/** The ladder as it may be shown: each layer with its figures, the first broken link, and the sentence that says it. */
export function ladderView(ladder: Ladder, shown: Shown): LadderView {
  const rungs = ladder.rungs.map((rung): RungView => {
    const verdict = rungVerdict(rung, shown);
    const measures = rung.measures.map((measure) => measureView(measure, shown));
    const deciding = measures.filter(({ decides }) => decides);
    const speaks = deciding.find((one) => one.verdict === verdict) ?? deciding[0];
    const figure = speaks?.verdict === verdict ? speaks.figure : "";
    return { id: rung.id, step: rungNames[rung.id].step, verdict, figure, of: speaks?.name ?? "", measures };
  });
  const finding = firstBrokenLink(rungs);
  const at = finding.kind === "open" ? rungs.find(({ id }) => id === finding.at) : undefined;
  const why = at?.measures.find(({ decides }) => decides)?.text ?? null;
  return {
    finding,
    words: findingWords(finding, at?.measures.length === 0 ? "The chain names no figure of it." : why),
    rungs,
  };
}
