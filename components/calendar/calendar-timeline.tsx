import Link from "next/link";
import { calendarKindWords } from "@/lib/calendar/kind-words";
import type { Calendar, CalendarEvent, CalendarInitiative } from "@/lib/calendar/read-calendar";
import { timeAxis } from "@/lib/calendar/timeline";
import type { Formats } from "@/lib/format/formats";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { daysText } from "./days-text";
import { type Bar, Timeline, TimelineKey, type TimelineRow } from "./timeline";
import { windowBars } from "./window-bars";

type CalendarTimelineProps = Pick<Calendar, "events" | "initiatives"> & { today: string; formats: Formats };

/** The windows of all initiatives above everything else that happened, over the same months. */
export function CalendarTimeline({ events, initiatives, today, formats }: CalendarTimelineProps) {
  const rows = [
    ...initiatives.flatMap((initiative) => initiativeRow(initiative, formats) ?? []),
    ...events.toReversed().map((event) => eventRow(event, formats)),
  ];
  const axis = timeAxis(
    rows.flatMap(({ bars }) => bars),
    today,
  );
  if (!axis) return null;
  return (
    <div>
      <Timeline axis={axis} rows={rows} label="Windows and events, in words" formats={formats} />
      <TimelineKey rows={rows} />
    </div>
  );
}

function initiativeRow(initiative: CalendarInitiative, formats: Formats): TimelineRow | null {
  const { id, title, baselineFrom, baselineTo, followUpFrom, followUpTo, starts } = initiative;
  const windows = {
    baseline: { from: baselineFrom, to: baselineTo },
    follow_up: { from: followUpFrom, to: followUpTo },
    first_exposure: starts,
  };
  const bars = windowBars(windows, formats);
  if (bars.length === 0) return null;
  return {
    id,
    label: (
      <Link className="link" href={initiativeHref(id)}>
        {title}
      </Link>
    ),
    words: bars.map((bar) => bar.title).join("; "),
    bars,
    mark: starts === null ? null : { day: starts, title: `First exposure on ${formats.shortDate(starts)}` },
  };
}

function eventRow({ id, name, kind, from, to, unit, site }: CalendarEvent, formats: Formats): TimelineRow {
  const days = daysText({ from, to }, formats);
  const where = [unit?.path.split(" / ").at(-1), site?.name].filter(Boolean).join(", ");
  const bar: Bar = { from, to, look: kind === "none" ? "nothing" : "event", title: `${name}, ${days}` };
  return {
    id,
    label: name,
    words: [kind === "none" ? null : calendarKindWords[kind], days, where || "everywhere"].filter(Boolean).join(" · "),
    bars: [bar],
  };
}
