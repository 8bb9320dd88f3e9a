import type { Metadata } from "next";
import { AnswerState } from "@/components/prepared/answer-state";
import { AwaitsData } from "@/components/shell/awaits-data";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Withheld } from "@/components/ui/states";
import { ChannelTable } from "@/components/work/help/channel-table";
import { HelpSummary } from "@/components/work/help/help-summary";
import { HelpTable } from "@/components/work/help/help-table";
import { PeriodNote } from "@/components/work/period-note";
import { WorkTabs } from "@/components/work/work-tabs";
import { isTold } from "@/lib/prepared/told";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";
import { readHelp } from "@/lib/work/help/read-help";

export const metadata: Metadata = { title: "Hidden labour" };

export default async function HelpPage() {
  const viewer = await viewerFor("work.read");
  const [help, formats] = await Promise.all([readHelp(viewer), viewerFormats()]);
  const { total, topics, tasks, channels, paths, period, minimum } = help;
  return (
    <>
      <PageHeader
        title="Hidden labour"
        lead="When somebody needs three people to answer one question, the organisation pays for it without seeing it."
      />
      <WorkTabs current="/work/help" />
      <AnswerState told={help.told} formats={formats} />
      {!isTold(help.told) ? null : !period || total === null ? (
        <AwaitsData roles={viewer.roles} title="No requests for help are on file">
          It takes help_requests.csv: who asked, when it was answered, by whom, how long it took and what it was about.
          A chat channel or the comments of a ticket system hold most of it.
        </AwaitsData>
      ) : total === "withheld" ? (
        <Withheld minimum={minimum} />
      ) : (
        <>
          <Section
            title="What questions cost"
            id="cost"
            lead={<PeriodNote {...help} period={period} formats={formats} />}
          >
            <HelpSummary total={total} newcomers={help.newcomers} minimum={minimum} formats={formats} />
          </Section>
          <Section
            title="By topic"
            id="topics"
            lead="Repeatedly unclear is what is asked in four of the six months or more and two in five of the askers come back with: the explanation, not the person, needs work."
          >
            <HelpTable
              by="topic"
              rows={topics.groups.map((row) => ({ ...row, label: row.id }))}
              {...topics}
              minimum={minimum}
              formats={formats}
            />
          </Section>
          <Section title="By task" id="tasks">
            <HelpTable
              by="task"
              rows={tasks.groups.map((row) => ({ ...row, label: row.name, detail: row.role }))}
              withheld={tasks.withheld}
              minimum={minimum}
              formats={formats}
            />
          </Section>
          {channels.groups.length > 0 ? (
            <Section
              title="By channel"
              id="channels"
              lead="Where people ask, how long they wait there, and what an answer takes of who gives it; of what is known."
            >
              <ChannelTable by="channel" groups={channels.groups} minimum={minimum} formats={formats} />
            </Section>
          ) : null}
          {paths.groups.length > 0 ? (
            <Section
              title="The way to an answer"
              id="paths"
              lead="Channels one question went through, in turn, within three days. Long ways are where a link to the step would have saved the search."
            >
              <ChannelTable by="path" groups={paths.groups} minimum={minimum} formats={formats} />
            </Section>
          ) : null}
        </>
      )}
    </>
  );
}
