import Link from "next/link";
import { ArmsTable } from "@/components/initiatives/arms-table";
import { ChainWords } from "@/components/initiatives/chain-words";
import { CheckList, checkSummary } from "@/components/initiatives/check-list";
import { CostsTable } from "@/components/initiatives/costs-table";
import { effectScale } from "@/components/initiatives/effect-scale";
import { EffectSection } from "@/components/initiatives/effect-section";
import { MethodList } from "@/components/initiatives/method-list";
import { PlanFacts } from "@/components/initiatives/plan-facts";
import { ThroughLine } from "@/components/initiatives/through-line";
import { WhatMovedNote } from "@/components/initiatives/what-moved-note";
import { PlanSection } from "@/components/plans/plan-section";
import { GradeBadge } from "@/components/ui/grade-badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty, TooEarly, Withheld } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { chainLinks } from "@/lib/initiatives/chain-links";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { readWhatMoved } from "@/lib/initiatives/read-what-moved";
import { readAmendments } from "@/lib/plans/read-amendments";
import { readKpiChoices } from "@/lib/plans/read-kpi-choices";
import { viewerFormats } from "@/lib/server/viewer-formats";

/** What there is to say about one initiative; evaluates it first where the data have changed since it was last seen. */
export async function InitiativeView({ viewer, initiative }: { viewer: Viewer; initiative: Initiative }) {
  const [evaluation, amendments, kpis, formats] = await Promise.all([
    currentEvaluation(viewer, initiative.plan.id),
    readAmendments(viewer, initiative.plan.id),
    may(viewer.roles, "plan.amend") ? readKpiChoices(viewer, null) : null,
    viewerFormats(),
  ]);
  if (!evaluation) return <Empty title="This initiative has just been removed">Its import was undone.</Empty>;

  const moved = await readWhatMoved(viewer, initiative.plan.id);
  const { plan, minimumGroupSize } = initiative;
  const { result } = evaluation;
  const { claim, checks, early_until: early } = result;
  const withheld = isWithheld(result, minimumGroupSize);
  const links = chainLinks(initiative, withheld ? null : result, formats);
  const headline = result.results[0];
  const scale = plan.primary && effectScale(plan.primary, plan, headline?.detail);

  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/initiatives">
            Initiatives
          </Link>
        }
        title={plan.title}
        lead={withheld || early ? initiative.summary : claim.sentence}
        actions={
          withheld || early ? null : (
            <GradeBadge grade={claim.grade} sentence={claim.sentence} raise={claim.would_raise} />
          )
        }
      />
      {amendments.length > 0 ? (
        <p className="mb-8 font-medium">
          <a className="link" href="#plan">
            {amendments.length === 1 ? "The plan was amended once" : `The plan was amended ${amendments.length} times`}
          </a>{" "}
          after it was first written down; this result is of the plan as amended.
        </p>
      ) : null}
      {early || withheld ? (
        <div className="mb-8 space-y-4">
          {early ? (
            <TooEarly until={formats.date(early)} why="The follow-up window is not over, so there is no verdict yet." />
          ) : null}
          {withheld ? <Withheld minimum={minimumGroupSize} /> : null}
        </div>
      ) : null}

      {moved && !early && !withheld ? <WhatMovedNote moved={moved} scale={scale} formats={formats} /> : null}

      <Section title="Where the chain holds" lead={early || withheld ? undefined : initiative.summary}>
        <ThroughLine links={links} />
        <ChainWords initiative={initiative} links={links} />
      </Section>

      {withheld ? null : (
        <>
          <EffectSection
            initiative={initiative}
            result={result}
            codeVersion={evaluation.codeVersion}
            formats={formats}
          />
          <Section title="Checks" lead={checkSummary(checks)} id="checks">
            <CheckList checks={checks} headline={headline} scale={scale} plan={plan.code} formats={formats} />
          </Section>
          <Section
            title="All methods"
            id="methods"
            lead="The first is the headline; the others show what hangs on the method."
          >
            <MethodList result={result} plan={plan} codeVersion={evaluation.codeVersion} formats={formats} />
          </Section>
        </>
      )}
      <Section title="Arms and people" id="arms">
        <ArmsTable arms={initiative.arms} minimum={minimumGroupSize} formats={formats} />
      </Section>
      <PlanSection plan={plan} amendments={amendments} kpis={kpis} formats={formats}>
        <PlanFacts
          initiative={initiative}
          result={result}
          codeVersion={evaluation.codeVersion}
          evaluatedAt={evaluation.evaluatedAt}
          formats={formats}
        />
      </PlanSection>
      <Section title="Costs" id="costs">
        {initiative.costs.length === 0 ? (
          <Empty title="No costs on file">Bring in costs.csv with the study folder to see what it took.</Empty>
        ) : (
          <CostsTable costs={initiative.costs} currency={formats.currency} formats={formats} />
        )}
      </Section>
      {initiative.note ? (
        <Section title="Note" id="note">
          <p className="max-w-prose">{initiative.note}</p>
        </Section>
      ) : null}
    </>
  );
}
