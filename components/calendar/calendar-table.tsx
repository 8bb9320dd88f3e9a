import { DataTable } from "@/components/ui/data-table";
import { calendarKindWords } from "@/lib/calendar/kind-words";
import type { Calendar, CalendarEvent } from "@/lib/calendar/read-calendar";
import type { Formats } from "@/lib/format/formats";
import { EventForm } from "./event-form";
import { RemoveEvent } from "./remove-event";

type CalendarTableProps = Pick<Calendar, "events" | "editing"> & { formats: Formats };

export function CalendarTable({ events, editing, formats }: CalendarTableProps) {
  return (
    <DataTable
      id="calendar"
      caption="What else happened"
      hideCaption
      csv="calendar.csv"
      filter
      initialSort={{ column: "from", descending: true }}
      columns={[
        { id: "event", header: "Event" },
        { id: "kind", header: "Kind", wide: true },
        { id: "from", header: "From", whole: true },
        { id: "to", header: "To", whole: true, wide: true },
        { id: "unit", header: "Unit" },
        { id: "site", header: "Site", wide: true },
        { id: "note", header: "Note", wide: true },
        { id: "source", header: "Entered", wide: true },
        ...(editing ? [{ id: "change", header: "Change", screenOnly: true }] : []),
      ]}
      rows={events.map((event) => ({
        id: event.id,
        cells: {
          event: event.name,
          kind: calendarKindWords[event.kind],
          from: { text: formats.shortDate(event.from), sort: event.from },
          to:
            event.to === null ? { text: "lasts", sort: "9999" } : { text: formats.shortDate(event.to), sort: event.to },
          unit: event.unit?.path ?? "Everywhere",
          site: event.site?.name ?? "All",
          note: event.note,
          source: event.imported ? "by a file" : "by hand",
          ...(editing && { change: { text: "", node: <Change event={event} editing={editing} /> } }),
        },
      }))}
    />
  );
}

function Change({ event, editing }: { event: CalendarEvent; editing: NonNullable<Calendar["editing"]> }) {
  if (!event.editable) return <span className="text-ink-3">not yours</span>;
  return (
    <span className="flex gap-x-4 max-sm:flex-col max-sm:items-start">
      <EventForm key={JSON.stringify(event)} editing={editing} event={event} look="inline">
        Change
      </EventForm>
      <RemoveEvent id={event.id} name={event.name} />
    </span>
  );
}
