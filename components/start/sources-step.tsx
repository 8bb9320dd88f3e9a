"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { ChosenSource } from "@/lib/start/input";
import type { Start } from "@/lib/start/start";
import { useStep } from "./use-step";

const people = "people";
const textOf = (source: ChosenSource | undefined) =>
  !source ? "" : source.kind === people ? people : `${source.kind}:${source.id}`;

function sourceOf(text: string): ChosenSource | null {
  if (text === people) return { kind: people };
  const [kind, id = ""] = text.split(":");
  return kind === "task" || kind === "kpi" ? { kind, id } : null;
}

/** Step 3: what the work systems know already that could show a behaviour. */
export function SourcesStep({ start }: { start: Start }) {
  const chosen = start.skills
    .flatMap(({ behaviours }) => behaviours)
    .filter(({ id }) => start.choices.behaviourIds?.includes(id));
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(chosen.map(({ id }) => [id, textOf(start.choices.sources?.[id])])),
  );
  const { save, pending, error, fields } = useStep(start.id, "assessment");
  const options = [
    { value: "", label: "Choose" },
    ...(start.tasks.length > 0
      ? [
          {
            label: "How jobs of a task end",
            options: start.tasks.map(({ id, name, jobs }) => ({
              value: `task:${id}`,
              label: `${name} (${jobs} jobs in three months)`,
            })),
          },
        ]
      : []),
    ...(start.kpis.length > 0
      ? [
          {
            label: "A KPI",
            options: start.kpis.map(({ id, name, months }) => ({
              value: `kpi:${id}`,
              label: `${name} (${months} months)`,
            })),
          },
        ]
      : []),
    { value: people, label: "Nothing: people have to look" },
  ];
  if (chosen.length === 0) return <p className="text-ink-2">Choose the behaviours first.</p>;
  return (
    <form
      className="max-w-prose space-y-5"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        const sources = Object.entries(typed).flatMap(([id, text]) => {
          const source = sourceOf(text);
          return source ? [[id, source] as const] : [];
        });
        save({ step: "sources", startId: start.id, sources: Object.fromEntries(sources) });
      }}
    >
      <p className="text-ink-2">
        {start.tasks.length} tasks of this role leave work events and {start.kpis.length} KPIs are measured for it. A
        behaviour that such data can show need not be looked at by anybody every time.
      </p>
      {chosen.map(({ id, statement }) => (
        <Field
          key={id}
          label={statement}
          hint={
            start.signals.some(({ behaviourId }) => behaviourId === id)
              ? "A signal rule sees this one already"
              : undefined
          }
        >
          <Select
            options={options}
            value={typed[id] ?? ""}
            onChange={(change) => setTyped({ ...typed, [id]: change.target.value })}
          />
        </Field>
      ))}
      <div role="alert">
        {fields.sources ? <p className="font-medium text-worse">{fields.sources.join(". ")}</p> : null}
        {error && !error.fields ? <p className="font-medium text-worse">{error.message}</p> : null}
      </div>
      <p className="text-table text-ink-2">
        Missing a system?{" "}
        <Link className="link" href="/data">
          Bring in its file
        </Link>
        ; work_events.csv and kpi.csv have templates.
      </p>
      <Button look="primary" type="submit" pending={pending}>
        Save and go on
      </Button>
    </form>
  );
}
