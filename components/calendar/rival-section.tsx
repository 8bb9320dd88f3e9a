import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { calendarKindWords } from "@/lib/calendar/kind-words";
import { timeAxis } from "@/lib/calendar/timeline";
import type { CheckResult } from "@/lib/evaluation/checks/check";
import type { RivalEvent, Verdict } from "@/lib/evaluation/checks/rival-explanations-rules";
import type { EvaluationResult } from "@/lib/evaluation/result";
import type { Formats } from "@/lib/format/formats";
import { withDays } from "@/lib/initiatives/with-days";
import { daysText } from "./days-text";
import { Timeline, TimelineKey, type TimelineRow } from "./timeline";
import { windowBars } from "./window-bars";

const verdicts: Record<Verdict, string> = {
  rival: "May explain the result",
  uneven: "May be part of it",
  alike: "Cancels",
  elsewhere: "None",
  lasting: "Before and after alike",
  unplaced: "Cannot tell",
};

type RivalSectionProps = {
  check: CheckResult | undefined;
  windows: EvaluationResult["windows"];
  /** Code of the plan, with which names of files begin. */
  plan: string;
  formats: Formats;
};

/** What else happened over the windows of one initiative: drawn, and whom each event reached. */
export function RivalSection({ check, windows, plan, formats }: RivalSectionProps) {
  if (!check) return null;
  const { rivals } = check;
  const events = rivals?.events ?? [];
  return (
    <section aria-label="What else happened over the windows" className="mt-8">
      <h3 className="text-lead">What else happened over the windows</h3>
      <p className="max-w-prose text-ink-2">
        {events.length === 0 ? withDays(check.says, formats) : countText(events)}{" "}
        <Link className="link" href="/calendar">
          {events.length === 0 ? "Open the calendar" : "The whole calendar"}
        </Link>
      </p>
      {rivals && events.length > 0 ? (
        <Disclosure summary="When it was, and whom it reached" className="mt-2" open={check.status !== "pass"}>
          <Picture rivals={rivals} windows={windows} formats={formats} />
          <div className="mt-4">
            <EventTable events={events} csv={`${plan}-what-else.csv`} formats={formats} />
          </div>
          {rivals.elsewhere > 0 ? (
            <p className="mt-4 text-caption text-ink-3">
              {rivals.elsewhere === 1 ? "One other event" : `${rivals.elsewhere} other events`} of these days reached
              none of these people.
            </p>
          ) : null}
        </Disclosure>
      ) : null}
    </section>
  );
}

/** `2 events: neither explains the result.`, in the words of what weighs most. */
function countText(events: readonly RivalEvent[]): string {
  const rivals = events.filter(({ verdict }) => verdict === "rival" || verdict === "uneven").length;
  const count = events.length === 1 ? "One event" : `${events.length} events`;
  if (rivals === 0) return `${count}, none of which tells the two sides apart.`;
  return `${count}, ${rivals} of which reached one side more than the other.`;
}

type PictureProps = {
  rivals: NonNullable<CheckResult["rivals"]>;
  windows: EvaluationResult["windows"];
  formats: Formats;
};

function Picture({ rivals, windows, formats }: PictureProps) {
  const bars = windowBars(windows, formats, rivals.from);
  const axis = timeAxis([{ from: rivals.from, to: rivals.to }], rivals.to);
  if (!axis) return null;
  const starts = windows.first_exposure;
  const rows: TimelineRow[] = [
    {
      id: "windows",
      label: "This initiative",
      words: bars.map(({ title }) => title).join("; "),
      bars,
      mark: starts === null ? null : { day: starts, title: `First exposure on ${formats.shortDate(starts)}` },
    },
    ...rivals.events.map((event, at): TimelineRow => {
      const days = daysText(event, formats);
      const bar = { from: event.from, to: event.to, look: lookOf(event), title: `${event.name}, ${days}` };
      return { id: String(at), label: event.name, words: `${days} · ${verdicts[event.verdict]}`, bars: [bar] };
    }),
  ];
  return (
    <div>
      <Timeline axis={axis} rows={rows} label="Windows and events, in words" formats={formats} />
      <TimelineKey rows={rows} />
    </div>
  );
}

const lookOf = ({ verdict }: RivalEvent) =>
  verdict === "rival" || verdict === "uneven" ? ("rival" as const) : ("event" as const);

const groupWord = (group: string) =>
  group === "treated" ? "Of the trained" : group === "control" ? "Of the comparison" : `Of ${group}`;

function EventTable({ events, csv, formats }: { events: readonly RivalEvent[]; csv: string; formats: Formats }) {
  const groups = [...new Set(events.flatMap(({ shares }) => shares.map(({ group }) => group)))].sort().reverse();
  return (
    <DataTable
      id="what-else"
      caption="Share of the people each event reached, by where they worked meanwhile"
      csv={csv}
      columns={[
        { id: "event", header: "Event" },
        { id: "kind", header: "Kind", wide: true },
        { id: "from", header: "From", whole: true, wide: true },
        { id: "to", header: "To", whole: true, wide: true },
        { id: "where", header: "Where", wide: true },
        ...groups.map((group) => ({ id: group, header: groupWord(group), align: "end" as const })),
        { id: "verdict", header: "For the result" },
      ]}
      rows={events.map((event, at) => ({
        id: String(at),
        cells: {
          event: event.name,
          kind: calendarKindWords[event.kind],
          from: { text: formats.shortDate(event.from), sort: event.from },
          to:
            event.to === null ? { text: "lasts", sort: "9999" } : { text: formats.shortDate(event.to), sort: event.to },
          where: event.where ?? "Everywhere",
          ...Object.fromEntries(
            event.shares.map(({ group, share }) => [
              group,
              share === null ? { text: "a few", sort: null } : { text: formats.percent(share), sort: share },
            ]),
          ),
          verdict: verdicts[event.verdict],
        },
      }))}
    />
  );
}
