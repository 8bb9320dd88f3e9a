import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { CompareForm } from "@/components/compare/compare-form";
import { CompareStart } from "@/components/compare/compare-start";
import { ComparedView } from "@/components/compare/compared-view";
import { chosenOf } from "@/components/compare/group-choice";
import { GrowthView } from "@/components/compare/growth-view";
import { KeepGroup } from "@/components/compare/keep-group";
import { KeepList } from "@/components/compare/keep-list";
import { KeptCohorts } from "@/components/compare/kept-cohorts";
import { SkillForm } from "@/components/compare/skill-form";
import { WorksView } from "@/components/compare/works-view";
import { CopyLink } from "@/components/scorecard/copy-link";
import { AwaitsData } from "@/components/shell/awaits-data";
import { TiedToNobody } from "@/components/shell/tied-to-nobody";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { PageSkeleton } from "@/components/ui/skeleton";
import { Empty, Stale } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { SavedViews } from "@/components/views/saved-views";
import { groupText } from "@/lib/access/group-rule";
import { may } from "@/lib/access/policy";
import { scopeText } from "@/lib/access/scope-request";
import type { Viewer } from "@/lib/access/viewer";
import { readGrowth } from "@/lib/compare/compute-growth";
import { readWorks } from "@/lib/compare/compute-works";
import { type CompareRequest, compareHref, parseCompare } from "@/lib/compare/input";
import { readComparison } from "@/lib/compare/read-comparison";
import { readExists } from "@/lib/compare/read-exists";
import { type CompareOffer, readOffer } from "@/lib/compare/read-offer";
import { periodName } from "@/lib/metrics/period";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "Compare" };

const leads: Record<CompareRequest["tab"], string> = {
  groups: "Any groups on any figure, by the method that fits it, with what may be said of the difference.",
  flow: "Do people whose learning comes to them at work grow faster than those who only attend?",
  works: "Which activities, formats and tools went with growth in which skill.",
};

export default async function ComparePage({ searchParams }: PageProps<"/compare">) {
  const viewer = await viewerFor("compare.read");
  const request = parseCompare(await searchParams);
  if (!request || !(await readExists(viewer, request))) notFound();
  const offer = await readOffer(viewer, null);
  if (!offer) {
    return (
      <>
        <PageHeader title="Compare" />
        <TiedToNobody roles={viewer.roles} />
      </>
    );
  }
  if (!offer.defaults) {
    return (
      <>
        <PageHeader title="Compare" lead={leads.groups} />
        <AwaitsData roles={viewer.roles} title="There is nothing to compare yet">
          It takes people.csv and at least one file of facts: learning_events.csv, work_events.csv, observations.csv or
          kpi.csv.
        </AwaitsData>
      </>
    );
  }
  const period = request.period ? periodName(request.period) : offer.defaults.period;
  const tab = (name: CompareRequest["tab"], label: string) => ({
    href: compareHref(request, { tab: name }),
    label,
    current: request.tab === name,
  });
  return (
    <>
      <PageHeader
        title="Compare"
        lead={leads[request.tab]}
        actions={
          <>
            <SavedViews path="/compare" />
            <CopyLink href={compareHref(request)} />
          </>
        }
      />
      <Tabs
        label="Comparisons"
        tabs={[
          tab("groups", "Groups"),
          tab("flow", "Learning in the flow or apart"),
          tab("works", "What works for which skill"),
        ]}
      />
      {request.tab === "groups" ? (
        <CompareForm
          key={compareHref(request)}
          offer={offer}
          groups={request.groups.map(({ name, conditions }) => ({ name, chosen: chosenOf(conditions) }))}
          metric={request.metric ?? offer.defaults.metric}
          period={period}
          look={request.look}
        />
      ) : (
        <SkillForm
          offer={offer}
          tab={request.tab}
          scope={request.scope ? scopeText(request.scope) : "org"}
          period={period}
          by={request.by}
        />
      )}
      <Suspense key={compareHref(request)} fallback={<PageSkeleton />}>
        <Answer viewer={viewer} request={request} offer={offer} />
      </Suspense>
      {request.tab === "groups" ? (
        <Section
          title="Kept cohorts"
          id="cohorts"
          lead="Groups with a name, usable as a group above. Those with people fixed stay as they are, whoever moves or leaves."
          actions={may(viewer.roles, "cohort.keep") ? <KeepList /> : null}
        >
          <KeptCohorts cohorts={offer.kept} period={period} mayKeep={may(viewer.roles, "cohort.keep")} />
        </Section>
      ) : null}
    </>
  );
}

type AnswerProps = { viewer: Viewer; request: CompareRequest; offer: CompareOffer };

async function Answer({ viewer, request, offer }: AnswerProps) {
  const formats = await viewerFormats();
  if (request.tab === "flow") {
    const found = await readGrowth(viewer, request);
    if (!found) notFound();
    return <GrowthView found={found} roles={viewer.roles} formats={formats} />;
  }
  if (request.tab === "works") {
    const found = await readWorks(viewer, request);
    if (!found) notFound();
    return <WorksView found={found} roles={viewer.roles} formats={formats} />;
  }
  const found = await readComparison(viewer, request);
  if (!found) notFound();
  if (found.kind === "empty" || found.kind === "unchosen") return <CompareStart offer={offer} />;
  if (found.kind === "outside")
    return (
      <Empty title={`No data for ${formats.period(found.header.period.grain, found.header.period.start)}`}>
        Choose a period with data.
      </Empty>
    );
  if (found.kind === "same-group") {
    const [one, other] = found.names;
    return (
      <Empty title={`Group ${one.toUpperCase()} and group ${other.toUpperCase()} are the same people`}>
        There is nothing to compare. Change one of them.
      </Empty>
    );
  }
  return (
    <>
      {found.header.behind ? (
        <Stale since={formats.moment(found.header.revisedAt)}>
          Facts have changed that these figures do not include yet.
        </Stale>
      ) : null}
      <ComparedView found={found} formats={formats} />
      {may(viewer.roles, "cohort.keep") ? (
        <p className="screen-only mb-12 flex flex-wrap gap-2">
          {found.groups.map(({ name, label }) => {
            const asked = request.groups.find((group) => group.name === name);
            return asked ? (
              <KeepGroup
                key={name}
                name={name}
                label={label}
                group={groupText(asked.conditions)}
                period={found.header.period.name}
                look={request.look}
              />
            ) : null;
          })}
        </p>
      ) : null}
    </>
  );
}
