"use client";
import { useState } from "react";
import { parseTarget, typedTarget } from "@/components/scorecard/typed-target";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { removeGuardrailAction, setGuardrailAction } from "@/lib/marks/actions";
import type { Guardrail } from "@/lib/marks/guardrails/guardrail";
import { useMarks } from "./marks-context";

type Set = Pick<Guardrail, "metric" | "side" | "bound" | "because">;

/** Sets a guardrail; or moves or removes the one given. */
export function GuardrailDialog({ guardrail }: { guardrail?: Set }) {
  const { metrics } = useMarks();
  const [open, setOpen] = useState(false);
  const unitOf = (id: string) => metrics.find((metric) => metric.id === id)?.unit ?? "";
  const [typed, setTyped] = useState({
    metric: guardrail?.metric ?? "",
    side: guardrail?.side ?? "above",
    bound: guardrail ? typedTarget(guardrail.bound, unitOf(guardrail.metric)) : "",
    because: guardrail?.because ?? "",
  });
  const named = metrics.find(({ id }) => id === typed.metric);
  const done = (what: string) => () => {
    setOpen(false);
    announce(what, named?.name ?? "");
  };
  const setting = useSaving(setGuardrailAction, done("Guardrail set"));
  const removing = useSaving(removeGuardrailAction, done("Guardrail removed"));
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) => setTyped({ ...typed, [name]: change.target.value }),
  });
  const unit = named?.unit ?? "";
  return (
    <Dialog
      title={guardrail ? `Guardrail of ${named?.name ?? "a figure"}` : "Set a guardrail"}
      description="A bound this figure must not cross while others are improved. It holds for the whole organisation and is shown on every view of the scorecard."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button
          look="inline"
          className="screen-only"
          aria-label={guardrail ? `Change the guardrail of ${named?.name}` : undefined}
          {...opening}
        >
          {guardrail ? "Change" : "Set a guardrail"}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const bound = parseTarget(typed.bound, unit) ?? Number.NaN;
          setting.submit({ ...typed, side: typed.side === "below" ? "below" : "above", bound });
        }}
      >
        {guardrail ? null : (
          <Field label="Figure" required error={setting.fields.metric}>
            <Select
              options={[
                { value: "", label: "Choose a figure" },
                ...metrics.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...field("metric")}
            />
          </Field>
        )}
        {guardrail ? null : (
          <Field label="It is too far" required error={setting.fields.side}>
            <Select
              options={[
                { value: "above", label: "when it lies above the bound" },
                { value: "below", label: "when it lies below the bound" },
              ]}
              {...field("side")}
            />
          </Field>
        )}
        <Field
          label={`Bound${unit === "share" ? " in %" : unit && unit !== "count" ? ` in ${unit}` : ""}`}
          required
          error={setting.fields.bound}
        >
          <Input inputMode="decimal" {...field("bound")} />
        </Field>
        <Field
          label="What it guards"
          required
          error={setting.fields.because}
          hint="Everybody reads it beside the figure"
        >
          <Textarea rows={2} {...field("because")} />
        </Field>
        <SaveError message={setting.message ?? removing.message} />
        <div className="flex flex-wrap gap-2">
          <Button look="primary" type="submit" pending={setting.pending}>
            Save guardrail
          </Button>
          {guardrail ? (
            <Button look="danger" pending={removing.pending} onClick={() => removing.submit(guardrail)}>
              Remove
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
