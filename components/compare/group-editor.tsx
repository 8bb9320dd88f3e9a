"use client";
import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { GroupOffer } from "@/lib/compare/comparison";
import { type Chosen, kindsOf } from "./group-choice";

type GroupEditorProps = {
  title: string;
  chosen: readonly Chosen[];
  offer: GroupOffer;
  /** Periods in which somebody may have used something. */
  windows: readonly { label: string; options: readonly { value: string; label: string }[] }[];
  onChange: (chosen: Chosen[]) => void;
  onRemove?: (() => void) | undefined;
};

const none: Chosen = { id: 0, kind: "", value: "", window: "" };

/** One group: conditions that all hold, each a kind and which one of it. */
export function GroupEditor({ title, chosen, offer, windows, onChange, onRemove }: GroupEditorProps) {
  const kinds = kindsOf(offer);
  const rows = chosen.length > 0 ? chosen : [none];
  const replace = (index: number, next: Chosen) => onChange(rows.map((row, at) => (at === index ? next : row)));
  return (
    <fieldset className="min-w-0 border border-rule px-3 pt-1 pb-3">
      <legend className="px-1 text-body font-semibold">{title}</legend>
      {rows.map((row, index) => {
        const kind = kinds.find((one) => one.kind === row.kind);
        const isUse = row.kind === "exposed" || row.kind === "unexposed";
        return (
          <div
            key={row.id}
            className="mb-2 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
          >
            <Field label={index === 0 ? `${title}: who` : `${title}: and who`} hideLabel>
              <Select
                value={row.kind}
                options={[
                  { value: "", label: index === 0 ? "Choose" : "and…" },
                  ...kinds.map((one) => ({ value: one.kind, label: one.label })),
                ]}
                onChange={(event) =>
                  replace(index, {
                    id: row.id,
                    kind: event.target.value,
                    value: event.target.value === "all" ? "all" : "",
                    window: "",
                  })
                }
              />
            </Field>
            <div className="order-last col-span-2 grid gap-2 sm:order-none sm:col-span-1">
              {kind && row.kind !== "all" ? (
                <Field label={`${title}: ${kind.label.toLowerCase()}`} hideLabel>
                  <Select
                    value={row.value}
                    options={[{ value: "", label: "Which" }, ...kind.values]}
                    onChange={(event) => replace(index, { ...row, value: event.target.value })}
                  />
                </Field>
              ) : null}
              {isUse ? (
                <Field label={`${title}: when it was used`} hideLabel>
                  <Select
                    value={row.window}
                    options={[
                      { value: "", label: "In the time compared" },
                      { value: "ever", label: "At any time before its end" },
                      ...windowOptions(windows, row.window),
                    ]}
                    onChange={(event) => replace(index, { ...row, window: event.target.value })}
                  />
                </Field>
              ) : null}
            </div>
            {rows.length > 1 ? (
              <Button
                look="plain"
                aria-label={`Take condition ${index + 1} out of ${title}`}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                <X aria-hidden="true" size={16} />
              </Button>
            ) : (
              <span />
            )}
          </div>
        );
      })}
      <div className="flex flex-wrap gap-2">
        {rows.length < 6 && rows.every(({ value }) => value !== "") ? (
          <Button
            look="inline"
            onClick={() => onChange([...rows, { ...none, id: Math.max(...rows.map(({ id }) => id)) + 1 }])}
          >
            Add a condition
          </Button>
        ) : null}
        {onRemove ? (
          <Button look="inline" onClick={onRemove}>
            Remove {title}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** The periods on offer, and the one chosen where it is not among them. */
function windowOptions(windows: GroupEditorProps["windows"], chosen: string) {
  const isOffered = windows.some(({ options }) => options.some(({ value }) => value === chosen));
  const shown =
    chosen === "" || chosen === "ever" || isOffered ? [] : [{ value: chosen, label: chosen.replace("..", " to ") }];
  return [...shown, ...windows];
}
