import Link from "next/link";
import { ArmsTable } from "@/components/initiatives/arms-table";
import { PlanFacts } from "@/components/initiatives/plan-facts";
import { WhereInWork } from "@/components/initiatives/where-in-work";
import { ChainNames } from "@/components/ladder/chain-names";
import { DraftActions } from "@/components/plans/draft-actions";
import { PlannedPower } from "@/components/plans/planned-power";
import { ProgrammeNote } from "@/components/programmes/programme-note";
import { buttonClass } from "@/components/ui/button-class";
import { Section } from "@/components/ui/section";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Plan } from "@/lib/evaluation/plan";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { readWhereInWork } from "@/lib/initiatives/read-where-in-work";
import { readStart } from "@/lib/plans/read-start";
import { readStanding } from "@/lib/programmes/read-standing";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { InitiativeTitle } from "./initiative-title";

/** A plan that nobody has promised yet: what it lacks, who would go when, and the way to register or discard it. */
export async function DraftView({ viewer, initiative }: { viewer: Viewer; initiative: Initiative }) {
  const { plan, minimumGroupSize } = initiative;
  const [start, where, standing, formats] = await Promise.all([
    readStart(viewer, plan.id),
    readWhereInWork(viewer, plan.id),
    readStanding(viewer, plan.id),
    viewerFormats(),
  ]);
  const gaps = start?.gaps ?? [];
  const mayRegister = may(viewer.roles, "plan.register") && may(viewer.roles, "plan.create");
  return (
    <>
      <InitiativeTitle
        title={plan.title}
        lead="A draft. Nothing is promised and nothing is evaluated before it is registered."
        actions={mayRegister ? <DraftActions initiativeId={plan.id} isComplete={gaps.length === 0} /> : null}
      />
      <ProgrammeNote initiativeId={plan.id} standing={standing} formats={formats} />
      <Section title="Before it may start" id="gaps">
        {gaps.length === 0 ? (
          <p className="max-w-prose">
            The chain is complete: role, skill gap, behaviours, an operational and a business KPI, windows and people.
            It may be registered.
          </p>
        ) : (
          <>
            <p className="mb-3 max-w-prose">
              An initiative is anchored to a specific skill gap, a clear business KPI and a change of behaviour that can
              be measured. Without them it is a content library. It still lacks:
            </p>
            <ul className="max-w-prose space-y-1">
              {gaps.map(({ what, why }) => (
                <li key={what} className="border-l-2 border-worse pl-3">
                  <span className="font-medium">{what}.</span> <span className="text-ink-2">{why}</span>
                </li>
              ))}
            </ul>
            {may(viewer.roles, "plan.create") ? (
              <p className="mt-3 max-w-prose text-ink-2">
                What is missing is chosen where plans are made:{" "}
                <Link className="link" href={againHref(plan)}>
                  design it again
                </Link>{" "}
                under another name, then discard this draft.
              </p>
            ) : null}
          </>
        )}
      </Section>
      <Section title="The chain" id="chain">
        <ChainNames initiative={initiative} />
      </Section>
      {where ? <WhereInWork where={where} minimum={minimumGroupSize} formats={formats} /> : null}
      <Section title="What it could show" id="detect">
        <PlannedPower plan={plan} formats={formats} />
      </Section>
      <Section
        title="Who goes when"
        id="arms"
        actions={
          may(viewer.roles, "plan.create") ? (
            <a className={buttonClass("secondary")} href={initiativeHref(plan.id, "who-goes-when")} download>
              Download the list
            </a>
          ) : null
        }
      >
        <ArmsTable arms={initiative.arms} minimum={minimumGroupSize} isDraft formats={formats} />
        {initiative.note ? <p className="mt-4 max-w-prose text-ink-2">{initiative.note}</p> : null}
      </Section>
      <Section title="Plan" id="plan">
        <PlanFacts initiative={initiative} result={null} codeVersion={null} evaluatedAt={null} formats={formats} />
      </Section>
    </>
  );
}

/** The wizard with the KPIs and the design of a draft. */
function againHref({ primary, secondaries, placebos, design }: Plan): string {
  const query = new URLSearchParams({ design });
  if (primary) query.append("kpi", primary.code);
  for (const { code } of secondaries) query.append("secondary", code);
  for (const { code } of placebos) query.append("placebo", code);
  return `/initiatives/new?${query}`;
}
