import { ExportMenu } from "@/components/reports/export-menu";
import { ShareButton } from "@/components/sharing/share-button";
import { Freshness } from "@/components/ui/freshness";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty, Stale, Withheld } from "@/components/ui/states";
import { SavedViews } from "@/components/views/saved-views";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Formats } from "@/lib/format/formats";
import { alarmsOf } from "@/lib/marks/guardrails/guardrail-words";
import type { JudgedGuardrail } from "@/lib/marks/guardrails/judge-guardrails";
import type { Marks } from "@/lib/marks/read-marks";
import { activityPairs } from "@/lib/scorecard/activity-pairs";
import type { Scorecard } from "@/lib/scorecard/scorecard";
import { ActivityPairs } from "./activity-pairs";
import { ActivityStrip } from "./activity-strip";
import { Breakdown } from "./breakdown";
import { CategoryColumn } from "./category-column";
import { CertifiedApplied } from "./certified-applied";
import { CopyLink } from "./copy-link";
import { exportHref, peopleHref, scorecardHref } from "./links";
import { GuardrailStrip } from "./marks/guardrail-strip";
import { markable } from "./marks/markable";
import { MarksProvider } from "./marks/marks-context";
import { RemarkDialog } from "./marks/remark-dialog";
import { RemarkList } from "./marks/remark-list";
import { ScopeBar } from "./scope-bar";
import { WhatChanged } from "./what-changed";

type Props = {
  scorecard: Exclude<Scorecard, { kind: "empty" }>;
  formats: Formats;
  by: string;
  show: string;
  order: string;
  now: Date;
  marks: Marks;
  judged: readonly JudgedGuardrail[];
  roles: Viewer["roles"];
};

const whys = {
  complementary: "Withheld: a group beside this one is under the minimum, and the total less this group would show it.",
  differencing:
    "Withheld: would reveal a small group. These people differ from a group you have already looked at by fewer than the minimum.",
};

const paramsOf = (href: string) => Object.fromEntries(new URL(href, "http://here.invalid").searchParams);

export function ScorecardView({ scorecard, formats, by, show, order, now, marks, judged, roles }: Props) {
  const { header } = scorecard;
  const period = formats.period(header.period.grain, header.period.start);
  const title = (
    <>
      <PageHeader
        title={`${header.scope.label}, ${period}`}
        above={
          <Freshness
            asOf={header.asOf}
            refreshedAt={header.revisedAt}
            now={now}
            locale={formats.locale}
            currency={formats.currency}
          />
        }
        lead={
          scorecard.kind === "shown"
            ? `${formats.number(header.people)} people, against ${header.against.label}.${header.period.complete ? "" : " The data do not cover the whole of this period."}`
            : undefined
        }
        actions={
          scorecard.kind === "shown" ? (
            <>
              <SavedViews path="/scorecard" />
              <CopyLink href={scorecardHref(header, { by, show, order })} />
              <ExportMenu
                href={scorecardHref(header, { by, show, order }).replace("/scorecard?", "/scorecard/report?")}
                csv={exportHref(header)}
              />
              {may(roles, "report.share") ? (
                <ShareButton
                  kind="scorecard"
                  params={paramsOf(scorecardHref(header, { by, show, order }))}
                  label={`${header.scope.label}, ${period}`}
                />
              ) : null}
            </>
          ) : null
        }
      />
      {header.behind ? (
        <div className="mb-8">
          <Stale since={formats.moment(header.revisedAt)}>
            An import has brought in facts that these figures do not include yet. They follow when it ends; if it was
            interrupted, import the files again.
          </Stale>
        </div>
      ) : null}
    </>
  );
  if (scorecard.kind === "withheld") {
    return (
      <>
        {title}
        <ScopeBar header={header} formats={formats} by={by} />
        <Withheld minimum={header.minimum} {...(scorecard.why !== "too-few" && { why: whys[scorecard.why] })} />
        {header.rights.people ? (
          <p className="mt-4">
            <a className="link target" href={peopleHref(header, "reach")}>
              See the people of your line one by one
            </a>
          </p>
        ) : null}
      </>
    );
  }
  if (scorecard.kind === "outside") {
    return (
      <>
        {title}
        <ScopeBar header={header} formats={formats} by={by} />
        <Empty title={`There are no data of ${period}`}>
          The data reach to {formats.date(header.asOf)}. The periods on offer above have some.
        </Empty>
      </>
    );
  }
  const tiles = scorecard.categories.flatMap((category) => category.tiles);
  const choices = tiles
    .filter(({ metric }) => metric.kind !== "median")
    .map(({ metric }) => ({ value: metric.id, label: metric.name }));
  const all = [...tiles, ...scorecard.activity];
  const alarms = alarmsOf(formats, judged);
  return (
    <MarksProvider {...marks} {...markable(all, header)}>
      {title}
      <ScopeBar header={header} formats={formats} by={by} />
      <GuardrailStrip
        judged={judged}
        tiles={all}
        isTime={header.against.isTime}
        maySet={marks.rights.guardrails}
        formats={formats}
      />
      <WhatChanged
        changes={scorecard.whatChanged}
        beyondNoise={scorecard.beyondNoise}
        against={header.against}
        isCompared={tiles.some(({ change }) => change.kind !== "none")}
      />
      <div className="mb-12 grid grid-cols-1 gap-x-6 gap-y-10 sm:grid-cols-2 xl:grid-cols-4">
        {scorecard.categories.map(({ id, tiles: own }, index) => (
          <CategoryColumn
            key={id}
            id={id}
            number={index + 1}
            tiles={own}
            header={header}
            formats={formats}
            alarms={alarms}
            mayImport={may(roles, "data.import")}
          />
        ))}
      </div>
      {marks.annotations.length > 0 || marks.rights.annotate ? (
        <Section
          title="Remarks"
          id="remarks"
          actions={<RemarkDialog />}
          lead="What somebody reading these figures later should know. Each stands in the course of its figure, too."
        >
          <RemarkList annotations={marks.annotations} older={marks.older} formats={formats} />
        </Section>
      ) : null}
      {scorecard.certifiedApplied ? (
        <Section
          title="Applied against certified"
          id="certified-applied"
          lead="If everyone is certified, why does the work not change?"
        >
          <CertifiedApplied picture={scorecard.certifiedApplied} header={header} formats={formats} />
        </Section>
      ) : null}
      <Section title="Group by group" id="groups">
        <Breakdown
          data={scorecard.breakdown}
          header={header}
          formats={formats}
          by={by}
          show={show}
          order={order}
          metrics={choices}
        />
      </Section>
      <Section
        title="Activity, not effect"
        id="activity"
        lead="How much was done and how it was liked. None of it says whether the work changed."
      >
        <ActivityStrip tiles={scorecard.activity} header={header} formats={formats} alarms={alarms} />
        <ActivityPairs
          pairs={activityPairs(scorecard.activity, tiles)}
          isTime={header.against.isTime}
          formats={formats}
        />
      </Section>
    </MarksProvider>
  );
}
