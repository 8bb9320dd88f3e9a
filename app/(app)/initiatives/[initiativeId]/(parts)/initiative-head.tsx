import { HeadNotes } from "@/components/initiatives/head-notes";
import { ThroughLine } from "@/components/ladder/through-line";
import { LibraryNote } from "@/components/plans/library-note";
import { ProgrammeNote } from "@/components/programmes/programme-note";
import { ExportMenu } from "@/components/reports/export-menu";
import { WorthLine } from "@/components/roi/case/worth-line";
import { ShareButton } from "@/components/sharing/share-button";
import { GradeBadge } from "@/components/ui/grade-badge";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { registeredEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { effectScale } from "@/lib/initiatives/effect-scale";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { readWhatMoved } from "@/lib/initiatives/read-what-moved";
import { ladderView } from "@/lib/ladder/ladder-view";
import { readLibraryGaps } from "@/lib/plans/read-start";
import { readStanding } from "@/lib/programmes/read-standing";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { amendmentsOf, evaluationOf, type Given, moneyOf } from "./given";
import { InitiativeTitle } from "./initiative-title";

/** What may be said, what it was worth and how far the chain holds, above every part; evaluates first where the data have changed. */
export async function InitiativeHead({ viewer, initiative }: Given) {
  const { plan, summary, minimumGroupSize: minimum } = initiative;
  const { id } = plan;
  const [evaluation, amendments, gaps, standing, formats] = await Promise.all([
    evaluationOf(viewer, id),
    amendmentsOf(viewer, id),
    readLibraryGaps(viewer, id),
    readStanding(viewer, id),
    viewerFormats(),
  ]);
  if (!evaluation) return <Empty title="This initiative has just been removed">Its import was undone.</Empty>;

  const [registered, moved, money] = await Promise.all([
    amendments.length > 0 ? registeredEvaluation(viewer, id) : null,
    readWhatMoved(viewer, id),
    moneyOf(viewer, id),
  ]);
  const { result } = evaluation;
  const { claim } = result;
  const silent = isWithheld(result, minimum) || result.early_until !== null;
  const view = ladderView(result.ladder, { minimum, confidence: plan.confidence, formats });
  return (
    <>
      <InitiativeTitle
        title={plan.title}
        lead={silent ? summary : claim.sentence}
        actions={
          <>
            {silent ? null : <GradeBadge grade={claim.grade} sentence={claim.sentence} raise={claim.would_raise} />}
            <ExportMenu href={initiativeHref(id, "report")} />
            {may(viewer.roles, "report.share") ? (
              <ShareButton kind="initiative" params={{ initiativeId: id }} label={plan.title} />
            ) : null}
          </>
        }
      />
      <HeadNotes
        plan={plan}
        result={result}
        registered={registered?.result ?? null}
        amendments={amendments.length}
        moved={moved}
        scale={plan.primary && effectScale(plan.primary, plan, result.results[0]?.detail)}
        minimum={minimum}
        formats={formats}
      />
      {silent ? null : <WorthLine money={money} formats={formats} />}
      <div className="mb-8">
        <ThroughLine view={view} />
      </div>
      {!silent && summary ? <p className="mb-4 max-w-prose text-ink-2">{summary}</p> : null}
      {plan.explores === null ? <ProgrammeNote initiativeId={id} standing={standing} formats={formats} /> : null}
      <LibraryNote gaps={gaps ?? []} initiativeId={id} />
    </>
  );
}
