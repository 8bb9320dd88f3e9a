import type { Metadata } from "next";
import Link from "next/link";
import { CalendarTable } from "@/components/calendar/calendar-table";
import { CalendarTimeline } from "@/components/calendar/calendar-timeline";
import { EventForm } from "@/components/calendar/event-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Empty } from "@/components/ui/states";
import { readCalendar } from "@/lib/calendar/read-calendar";
import { viewerFor } from "@/lib/server/session";
import { viewerFormats } from "@/lib/server/viewer-formats";

export const metadata: Metadata = { title: "What else happened" };

export default async function CalendarPage() {
  const viewer = await viewerFor("initiative.read");
  const [{ events, initiatives, editing }, formats] = await Promise.all([readCalendar(viewer, null), viewerFormats()]);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <>
      <PageHeader
        above={
          <Link className="link" href="/initiatives">
            Initiatives
          </Link>
        }
        title="What else happened"
        lead="Reorganisations, prices, systems, seasons: whatever may also have moved the figures. Every result is held against it, and what reached one group more than the other lowers its grade."
        actions={
          editing ? (
            <EventForm editing={editing} look="primary">
              Add event
            </EventForm>
          ) : null
        }
      />
      {events.length === 0 ? (
        <Section title="Events" id="events">
          <Empty
            title="Nothing on the calendar yet"
            actions={
              editing ? (
                <EventForm editing={editing} kind="none">
                  Say that nothing else happened
                </EventForm>
              ) : null
            }
          >
            <p>
              As long as nobody says what else happened, no comparison can rule it out: the check “Nothing else
              happened” stays open for every initiative. Enter what did happen, bring in calendar.csv through Data, or
              say from when to when nothing did.
            </p>
          </Empty>
        </Section>
      ) : (
        <>
          <Section
            title="Over the months"
            id="months"
            lead="The windows of each initiative, and below them what fell into them."
          >
            <CalendarTimeline events={events} initiatives={initiatives} today={today} formats={formats} />
          </Section>
          <Section title="Events" id="events">
            <CalendarTable events={events} editing={editing} formats={formats} />
          </Section>
        </>
      )}
    </>
  );
}
