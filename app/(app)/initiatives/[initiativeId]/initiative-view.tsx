import Link from "next/link";
import { ArmsTable } from "@/components/initiatives/arms-table";
import { ChainWords } from "@/components/initiatives/chain-words";
import { CheckList, checkSummary } from "@/components/initiatives/check-list";
import { ClaimPanel } from "@/components/initiatives/claim-panel";
import { CostsTable } from "@/components/initiatives/costs-table";
import { EffectPicture } from "@/components/initiatives/effect-picture";
import { MeansTable } from "@/components/initiatives/means-table";
import { MethodsTable } from "@/components/initiatives/methods-table";
import { PlanFacts } from "@/components/initiatives/plan-facts";
import { ThroughLine } from "@/components/initiatives/through-line";
import { GradeBadge } from "@/components/ui/grade-badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty, NotEstimable, TooEarly, Withheld } from "@/components/ui/states";
import type { Viewer } from "@/lib/access/viewer";
import { currentEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { chainLinks } from "@/lib/initiatives/chain-links";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { viewerFormats } from "@/lib/server/viewer-formats";

/** What there is to say about one initiative; evaluates it first where the data have changed since it was last seen. */
export async function InitiativeView({ viewer, initiative }: { viewer: Viewer; initiative: Initiative }) {
  const [evaluation, formats] = await Promise.all([currentEvaluation(viewer, initiative.plan.id), viewerFormats()]);
  if (!evaluation) return <Empty title="This initiative has just been removed">Its import was undone.</Empty>;

  const { plan, minimumGroupSize } = initiative;
  const { result } = evaluation;
  const { claim, checks, early_until: early } = result;
  const withheld = isWithheld(result, minimumGroupSize);
  const links = chainLinks(initiative, withheld ? null : result, formats);
  const headline = result.results[0];

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
      {early || withheld ? (
        <div className="mb-8 space-y-4">
          {early ? (
            <TooEarly until={formats.date(early)} why="The follow-up window is not over, so there is no verdict yet." />
          ) : null}
          {withheld ? <Withheld minimum={minimumGroupSize} /> : null}
        </div>
      ) : null}

      <Section title="Where the chain holds" lead={early || withheld ? undefined : initiative.summary}>
        <ThroughLine links={links} />
        <ChainWords initiative={initiative} links={links} />
      </Section>

      {withheld ? null : (
        <>
          <Section title="Did it work?" id="effect">
            {headline?.status === "estimated" || early ? null : (
              <div className="mb-6">
                <NotEstimable reason={headline?.reason ?? "The plan names no primary KPI."} />
              </div>
            )}
            <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
              {plan.primary && result.picture.length > 0 ? (
                <div className="min-w-0">
                  <EffectPicture
                    kpi={plan.primary}
                    result={result}
                    period={plan.period}
                    minimum={minimumGroupSize}
                    formats={formats}
                  />
                  {early ? null : <MeansTable means={result.means} kpi={plan.primary} formats={formats} />}
                </div>
              ) : (
                <Empty title="No values to draw">Nobody in this initiative has a value of the primary KPI yet.</Empty>
              )}
              <ClaimPanel claim={claim} />
            </div>
          </Section>
          <Section title="Checks" lead={checkSummary(checks)} id="checks">
            <CheckList checks={checks} formats={formats} />
          </Section>
          <Section
            title="All methods"
            id="methods"
            lead="The first is the headline; the others show what hangs on the method."
          >
            <MethodsTable results={result.results} plan={plan} formats={formats} />
          </Section>
        </>
      )}
      <Section title="Arms and people" id="arms">
        <ArmsTable arms={initiative.arms} minimum={minimumGroupSize} formats={formats} />
      </Section>
      <Section title="Plan" id="plan">
        <PlanFacts
          initiative={initiative}
          result={result}
          codeVersion={evaluation.codeVersion}
          evaluatedAt={evaluation.evaluatedAt}
          formats={formats}
        />
      </Section>
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
