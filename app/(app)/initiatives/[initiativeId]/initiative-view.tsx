import { DecisionsSection } from "@/components/decisions/decisions-section";
import { ArmsTable } from "@/components/initiatives/arms-table";
import { PlanFacts } from "@/components/initiatives/plan-facts";
import { WhereInWork } from "@/components/initiatives/where-in-work";
import { ChainSection } from "@/components/ladder/chain-section";
import { LibraryNote } from "@/components/plans/library-note";
import { PlanSection } from "@/components/plans/plan-section";
import { VersionsSection } from "@/components/plans/versions-section";
import { ProgrammeNote } from "@/components/programmes/programme-note";
import { MoneySection } from "@/components/roi/case/money-section";
import { WorthLine } from "@/components/roi/case/worth-line";
import { buttonClass } from "@/components/ui/button-class";
import { Contents } from "@/components/ui/contents";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { readDecisions } from "@/lib/decisions/read-decisions";
import { currentEvaluation, registeredEvaluation } from "@/lib/evaluation/current-evaluation";
import { isWithheld } from "@/lib/evaluation/headline";
import { readUser } from "@/lib/governance/read-user";
import { effectScale } from "@/lib/initiatives/effect-scale";
import type { Initiative } from "@/lib/initiatives/read-initiative";
import { readInitiatives } from "@/lib/initiatives/read-initiatives";
import { readWhatMoved } from "@/lib/initiatives/read-what-moved";
import { readWhereInWork } from "@/lib/initiatives/read-where-in-work";
import { ladderView } from "@/lib/ladder/ladder-view";
import { readAmendments } from "@/lib/plans/read-amendments";
import { readExplorations } from "@/lib/plans/read-explorations";
import { readKpiChoices } from "@/lib/plans/read-kpi-choices";
import { readRegistration } from "@/lib/plans/read-registration";
import { readLibraryGaps } from "@/lib/plans/read-start";
import { readVersions } from "@/lib/plans/read-versions";
import { readStanding } from "@/lib/programmes/read-standing";
import { readCaseDesk } from "@/lib/roi/case/read-case-desk";
import { readMoney } from "@/lib/roi/results/read-money";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { InitiativeEvidence } from "./initiative-evidence";
import { InitiativeHead } from "./initiative-head";

/** In the order of the page: what stands from the start, what may be withheld, and what waits for the verdict as well. */
const parts = [
  { id: "ladder", title: "Chain", from: "start" },
  { id: "effect", title: "Effect", from: "shown" },
  { id: "checks", title: "Checks", from: "shown" },
  { id: "sceptic", title: "Sceptic", from: "verdict" },
  { id: "groups", title: "Who benefits", from: "verdict" },
  { id: "methods", title: "Methods", from: "verdict" },
  { id: "work", title: "In the work", from: "work" },
  { id: "arms", title: "People", from: "start" },
  { id: "plan", title: "Plan", from: "start" },
  { id: "versions", title: "Versions", from: "start" },
  { id: "decisions", title: "Decisions", from: "start" },
  { id: "money", title: "Money", from: "start" },
];

/** What there is to say about one initiative; evaluates it first where the data have changed since it was last seen. */
export async function InitiativeView({ viewer, initiative }: { viewer: Viewer; initiative: Initiative }) {
  const { id } = initiative.plan;
  const mayChange = { amend: may(viewer.roles, "plan.amend"), explore: may(viewer.roles, "plan.explore") };
  const [
    evaluation,
    amendments,
    registration,
    explorations,
    kpis,
    where,
    gaps,
    standing,
    versions,
    log,
    user,
    formats,
  ] = await Promise.all([
    currentEvaluation(viewer, id),
    readAmendments(viewer, id),
    readRegistration(viewer, id),
    readExplorations(viewer, id),
    mayChange.amend || mayChange.explore ? readKpiChoices(viewer, null) : [],
    readWhereInWork(viewer, id),
    readLibraryGaps(viewer, id),
    readStanding(viewer, id),
    readVersions(viewer, id),
    readDecisions(viewer, { initiativeId: id }),
    readUser(viewer),
    viewerFormats(),
  ]);
  if (!evaluation) return <Empty title="This initiative has just been removed">Its import was undone.</Empty>;

  const registered = amendments.length > 0 ? await registeredEvaluation(viewer, id) : null;
  const moved = await readWhatMoved(viewer, id);
  // After the evaluation, which it counts on.
  const [money, desk] = await Promise.all([readMoney(viewer, id), readCaseDesk(viewer, id)]);
  const siblings = versions && versions.versions.length > 1 ? await readInitiatives(viewer, null) : [];
  const results = new Map(siblings.map((row) => [row.id, row]));
  const { plan, minimumGroupSize } = initiative;
  const { result } = evaluation;
  const withheld = isWithheld(result, minimumGroupSize);
  const reached = withheld
    ? ["start"]
    : result.early_until !== null
      ? ["start", "shown"]
      : ["start", "shown", "verdict"];
  const view = ladderView(result.ladder, { minimum: minimumGroupSize, confidence: plan.confidence, formats });
  const scale = plan.primary && effectScale(plan.primary, plan, result.results[0]?.detail);

  return (
    <>
      <InitiativeHead
        initiative={initiative}
        result={result}
        registered={registered?.result ?? null}
        amendments={amendments.length}
        moved={moved}
        scale={scale}
        formats={formats}
      />
      {withheld || result.early_until !== null ? null : <WorthLine money={money} formats={formats} />}
      {plan.explores === null ? (
        <ProgrammeNote initiativeId={id} standing={standing} today={log.today} formats={formats} />
      ) : null}
      <LibraryNote gaps={gaps ?? []} initiativeId={id} />
      <Contents parts={parts.filter(({ from }) => reached.includes(from) || (from === "work" && where))} />
      <ChainSection initiative={initiative} view={view} />
      {withheld ? null : (
        <InitiativeEvidence
          initiative={initiative}
          result={result}
          codeVersion={evaluation.codeVersion}
          view={view}
          scale={scale}
          formats={formats}
        />
      )}
      {where ? <WhereInWork where={where} minimum={minimumGroupSize} formats={formats} /> : null}
      <Section
        title="Arms and people"
        id="arms"
        actions={
          may(viewer.roles, "plan.create") && initiative.arms.some(({ firstPlanned }) => firstPlanned !== null) ? (
            <a className={buttonClass("secondary")} href={`/initiatives/${id}/who-goes-when`} download>
              Download who goes when
            </a>
          ) : null
        }
      >
        <ArmsTable arms={initiative.arms} minimum={minimumGroupSize} formats={formats} />
      </Section>
      <PlanSection
        plan={plan}
        registration={registration}
        amendments={amendments}
        explorations={explorations}
        kpis={kpis}
        may={mayChange}
        formats={formats}
      >
        <PlanFacts
          initiative={initiative}
          result={result}
          codeVersion={evaluation.codeVersion}
          evaluatedAt={evaluation.evaluatedAt}
          formats={formats}
        />
      </PlanSection>
      {versions ? <VersionsSection versions={versions} current={id} results={results} /> : null}
      <DecisionsSection
        initiative={{ id, title: plan.title }}
        log={log}
        viewerName={user?.name ?? ""}
        formats={formats}
      />
      <MoneySection
        money={money}
        desk={desk}
        mayReadData={may(viewer.roles, "data.read")}
        today={new Date().toISOString().slice(0, 10)}
        formats={formats}
      />
      {initiative.note ? (
        <Section title="Note" id="note">
          <p className="max-w-prose">{initiative.note}</p>
        </Section>
      ) : null}
    </>
  );
}
