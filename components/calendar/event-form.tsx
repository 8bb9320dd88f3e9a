"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { saveEventAction } from "@/lib/calendar/actions";
import { type CalendarKind, calendarKindWords } from "@/lib/calendar/kind-words";
import type { Calendar, CalendarEvent } from "@/lib/calendar/read-calendar";

type EventFormProps = {
  editing: NonNullable<Calendar["editing"]>;
  /** The event to change; none adds one. */
  event?: CalendarEvent;
  /** What a new one is taken for. */
  kind?: CalendarKind;
  look?: "primary" | "secondary" | "inline";
  children: string;
};

const nothing = "Nothing else happened";

/** Enters what else happened, or that nothing did. What was typed stays until it is taken. */
export function EventForm({ editing, event, kind = "reorganisation", look = "secondary", children }: EventFormProps) {
  return (
    <DialogForm
      title={event ? "Change the event" : "Add an event"}
      trigger={(opening) => (
        <Button look={look} aria-label={event ? `${children} ${event.name}` : undefined} {...opening}>
          {children}
        </Button>
      )}
      description="Whatever may also have moved the figures: where, and from when to when. Results of the initiatives are held against it."
      initial={typedOf(event, kind)}
      submit={event ? "Save the change" : "Add the event"}
      send={({ to, unitId, siteId, note, ...rest }) =>
        saveEventAction({
          ...rest,
          id: event?.id ?? null,
          to: to || null,
          unitId: unitId || null,
          siteId: siteId || null,
          note: note || null,
        })
      }
      done={() => [
        event ? "Event changed" : "Event added",
        "Initiatives are checked against it when they are next opened.",
      ]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field label="Kind" required error={errors.kind}>
            <Select
              options={kinds.map((value) => ({ value, label: calendarKindWords[value] }))}
              value={typed.kind}
              onChange={(change) => {
                const chosen = kinds.find((known) => known === change.target.value) ?? "other";
                set({ kind: chosen, name: chosen === "none" && typed.name === "" ? nothing : typed.name });
              }}
            />
          </Field>
          <Field label="What happened" required error={errors.name}>
            <Input autoComplete="off" {...control("name")} />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label="From" required error={errors.from}>
              <Input type="date" {...control("from")} />
            </Field>
            <Field
              label="To"
              required={typed.kind === "none"}
              error={errors.to}
              hint={typed.kind === "none" ? "The last day" : "The last day; empty where it lasts"}
            >
              <Input type="date" {...control("to")} />
            </Field>
          </div>
          <Field label="Unit" required={!editing.everywhere} error={errors.unitId} hint="With those below it">
            <Select
              options={[
                { value: "", label: editing.everywhere ? "The whole organisation" : "Choose a unit" },
                ...editing.units.map(({ id, path }) => ({ value: id, label: path })),
              ]}
              {...control("unitId")}
            />
          </Field>
          <Field label="Site" error={errors.siteId}>
            <Select
              options={[
                { value: "", label: "All sites" },
                ...editing.sites.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...control("siteId")}
            />
          </Field>
          <Field label="Note" error={errors.note} hint="Others will read it; nothing about single people">
            <Input autoComplete="off" {...control("note")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}

const kinds = Object.keys(calendarKindWords) as CalendarKind[];

const typedOf = (event: CalendarEvent | undefined, kind: CalendarKind) => ({
  kind: event?.kind ?? kind,
  name: event?.name ?? (kind === "none" ? nothing : ""),
  from: event?.from ?? "",
  to: event?.to ?? "",
  unitId: event?.unit?.id ?? "",
  siteId: event?.site?.id ?? "",
  note: event?.note ?? "",
});
