import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { UnconvertedNote } from "@/components/roi/case/unconverted-note";
import { LineageFigures, LineageLines } from "@/components/roi/portfolio/lineage-lines";
import { AssumptionSources, CostSources, SourcesTable } from "@/components/roi/portfolio/source-tables";
import { DefinitionList } from "@/components/ui/definition-list";
import { GradeMark } from "@/components/ui/grade-mark";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { may } from "@/lib/access/policy";
import { exclusionWords } from "@/lib/evaluation/exclusion-words";
import type { Window } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { designNames } from "@/lib/initiatives/words";
import { methodName } from "@/lib/methods/method-name";
import type { LineageKpi } from "@/lib/roi/portfolio/lineage";
import { readLineage } from "@/lib/roi/portfolio/read-lineage";
import { idOr404 } from "@/lib/server/id-or-404";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Where the figures come from" };

export default async function LineagePage({ params }: PageProps<"/initiatives/[initiativeId]/lineage">) {
  const viewer = await viewerFor("roi.read");
  const [lineage, formats] = await Promise.all([
    readLineage(viewer, idOr404((await params).initiativeId)),
    viewerFormats(),
  ]);
  if (!lineage) notFound();
  const { money, plan, evaluation, kpis, costs, cohort, minimum } = lineage;
  const mayOpenData = may(viewer.roles, "data.read");
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href={initiativeHref(money.initiativeId, "money")}>
            {money.title}
          </Link>
        }
        title="Where the figures come from"
        lead="From the money to the effect, from the effect to the files, and how many of their rows it rests on. Rows about people are for those who keep the data."
      />
      <Section title="The money" id="figure">
        <LineageFigures money={money} formats={formats} />
        {money.case.lines.length > 0 ? (
          <LineageLines money={money} formats={formats} />
        ) : (
          <Empty title="No benefit is set up">Nobody has said how its effect becomes money.</Empty>
        )}
      </Section>
      <Section title="The effect" id="effect">
        <DefinitionList
          items={[
            [
              "What may be said",
              money.evaluation ? (
                <>
                  <span className="block">
                    <GradeMark grade={money.evaluation.grade} />
                  </span>
                  {money.evaluation.sentence}{" "}
                  <Link className="link" href={initiativeHref(money.initiativeId)}>
                    The evaluation
                  </Link>
                </>
              ) : (
                "Nothing yet, or of too few people"
              ),
            ],
            ["Design", designNames[plan.design]],
            [
              "People",
              <>
                <Link className="link" href={initiativeHref(money.initiativeId, "people")}>
                  The arms
                </Link>
                {cohort ? `, from ${cohort.name}, imported ${formats.shortDate(cohort.takenAt)}` : ", drawn here"}
              </>,
            ],
            [
              "Left out",
              plan.exclusions
                .map((rule) => `${rule.column.replaceAll("_", " ")} ${exclusionWords(rule)} (${rule.reason})`)
                .join("; ") || "nobody",
            ],
            ["Baseline", windowText(evaluation?.baseline ?? plan.baseline, formats)],
            ["Follow-up", windowText(evaluation?.followUp ?? plan.followUp, formats)],
          ]}
        />
      </Section>
      <Section
        title="The rows"
        id="rows"
        lead="Values of the people in the arms within the two windows. A file that came later and changed a value stands in the place of the one before."
      >
        {kpis.map((kpi) => (
          <section key={kpi.id} id={`kpi-${kpi.code}`} className="mb-8 scroll-mt-20">
            <h3 className="text-lead">{kpi.name}</h3>
            <p className="mb-2 max-w-prose text-table text-ink-2">{definitionOf(kpi)}</p>
            {kpi.sources.length > 0 ? (
              <SourcesTable kpi={kpi} minimum={minimum} mayOpenData={mayOpenData} formats={formats} />
            ) : (
              <p className="text-ink-2">No value of its people lies within the windows.</p>
            )}
          </section>
        ))}
      </Section>
      <Section title="The costs" id="costs">
        <UnconvertedNote costs={money.unconverted} formats={formats} />
        {costs.length > 0 ? (
          <CostSources costs={costs} money={money} mayOpenData={mayOpenData} formats={formats} />
        ) : (
          <Empty title="No costs on file">
            Learners&apos; time is in the figure where learning events say how long it took.
          </Empty>
        )}
      </Section>
      <Section title="The assumptions" id="assumptions">
        {money.assumptions.length > 0 ? (
          <AssumptionSources money={money} formats={formats} />
        ) : (
          <Empty title="Nothing is taken for granted">No benefit is set up.</Empty>
        )}
      </Section>
      <Section title="Versions" id="versions" lead="The same versions give the same figure to the last digit.">
        <DefinitionList
          items={[
            ["Stored result", <Version key="digest" text={money.digest} />],
            ["Computed", formats.moment(money.computedAt)],
            ["Draws and seed", `${formats.number(money.result.draws)}, ${money.result.seed}`],
            ["Evaluation", <Version key="evaluation" text={evaluation?.id ?? "none"} />],
            ["Evaluated", evaluation ? formats.moment(evaluation.evaluatedAt) : "not yet"],
            ["Data version", <Version key="data" text={evaluation?.dataVersion ?? "none"} />],
            ["Code version", <Version key="code" text={evaluation?.codeVersion ?? "none"} />],
            ["Plan", <Version key="plan" text={plan.planHash} />],
          ]}
        />
      </Section>
    </>
  );
}

const Version = ({ text }: { text: string }) => <span className="wrap-anywhere">{text}</span>;

function windowText(window: Window | null, formats: Formats): string {
  if (!window || (window.from === null && window.to === null)) return "not named";
  const day = (value: string | null, open: string) => (value === null ? open : formats.shortDate(value));
  return `${day(window.from, "the beginning")} to ${day(window.to, "today")}`;
}

const roleWords = {
  primary: "Primary KPI",
  secondary: "Secondary KPI",
  placebo: "Placebo, which should not move",
  line: "KPI of a benefit",
};

function definitionOf({ role, code, kind, unit, direction, headline }: LineageKpi): string {
  const better = direction === "up" ? "more is better" : "less is better";
  const method = headline ? ` Estimated by ${methodName(headline.method)}.` : " Nothing estimated is shown.";
  return `${roleWords[role]} ${code}: ${kind} of a person's values${unit ? `, in ${unit}` : ""}; ${better}.${method}`;
}
