"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import { saveEventAction } from "@/lib/calendar/actions";
import { type CalendarKind, calendarKindWords } from "@/lib/calendar/kind-words";
import type { Calendar, CalendarEvent } from "@/lib/calendar/read-calendar";
import type { PublicError } from "@/lib/errors";

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
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => typedOf(event, kind));
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    startTransition(async () => {
      const { to, unitId, siteId, note, ...rest } = typed;
      const result = await saveEventAction({
        ...rest,
        id: event?.id ?? null,
        to: to || null,
        unitId: unitId || null,
        siteId: siteId || null,
        note: note || null,
      });
      if (!result.ok) return setError(result.error);
      announce(
        event ? "Event changed" : "Event added",
        "Initiatives are checked against it when they are next opened.",
      );
      setError(null);
      if (!event) setTyped(typedOf(undefined, kind));
      setOpen(false);
    });
  };
  const field = (name: Exclude<keyof typeof typed, "kind">) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  const choose = (value: string) => {
    const chosen = kinds.find((known) => known === value) ?? "other";
    const name = chosen === "none" && typed.name === "" ? nothing : typed.name;
    setTyped({ ...typed, kind: chosen, name });
  };
  const fields = error?.fields ?? {};
  return (
    <Dialog
      title={event ? "Change the event" : "Add an event"}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look={look} aria-label={event ? `${children} ${event.name}` : undefined} {...opening}>
          {children}
        </Button>
      )}
      description="Whatever may also have moved the figures: where, and from when to when. Results of the initiatives are held against it."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Kind" required error={fields.kind}>
          <Select
            options={kinds.map((value) => ({ value, label: calendarKindWords[value] }))}
            value={typed.kind}
            onChange={(change) => choose(change.target.value)}
          />
        </Field>
        <Field label="What happened" required error={fields.name}>
          <Input autoComplete="off" {...field("name")} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="From" required error={fields.from}>
            <Input type="date" {...field("from")} />
          </Field>
          <Field
            label="To"
            required={typed.kind === "none"}
            error={fields.to}
            hint={typed.kind === "none" ? "The last day" : "The last day; empty where it lasts"}
          >
            <Input type="date" {...field("to")} />
          </Field>
        </div>
        <Field label="Unit" required={!editing.everywhere} error={fields.unitId} hint="With those below it">
          <Select
            options={[
              { value: "", label: editing.everywhere ? "The whole organisation" : "Choose a unit" },
              ...editing.units.map(({ id, path }) => ({ value: id, label: path })),
            ]}
            {...field("unitId")}
          />
        </Field>
        <Field label="Site" error={fields.siteId}>
          <Select
            options={[
              { value: "", label: "All sites" },
              ...editing.sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...field("siteId")}
          />
        </Field>
        <Field label="Note" error={fields.note} hint="Others will read it; nothing about single people">
          <Input autoComplete="off" {...field("note")} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          {event ? "Save the change" : "Add the event"}
        </Button>
      </form>
    </Dialog>
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
