"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { parseTarget, typedTarget } from "@/components/scorecard/typed-target";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { removeGuardrailAction, setGuardrailAction } from "@/lib/marks/actions";
import type { Guardrail } from "@/lib/marks/guardrails/guardrail";
import type { GuardrailTerms } from "@/lib/marks/guardrails/input";
import type { Meanwhile } from "@/lib/marks/meanwhile";
import { guardrailMeanwhile } from "./guardrail-meanwhile";
import { useMarks } from "./marks-context";

type Set = Pick<Guardrail, "metric" | "side" | "bound" | "because">;

const sides = [
  { value: "above", label: "when it lies above the bound" },
  { value: "below", label: "when it lies below the bound" },
];

/** Sets a guardrail; or moves or removes the one given. Where somebody else was there first it says what they did, and the next try replaces that. */
export function GuardrailDialog({ guardrail }: { guardrail?: Set }) {
  const { metrics } = useMarks();
  const formats = useFormats();
  const router = useRouter();
  const [answer, setAnswer] = useState<{ now: GuardrailTerms | null; sentence: string; about: string } | null>(null);
  const metricOf = (id: string) => metrics.find((metric) => metric.id === id);
  const unitOf = (id: string) => metricOf(id)?.unit ?? "";
  const own = guardrail ? metricOf(guardrail.metric)?.name : undefined;
  const known = guardrail ? { bound: guardrail.bound, because: guardrail.because } : null;
  const initial = {
    metric: guardrail?.metric ?? "",
    side: guardrail?.side ?? "above",
    bound: guardrail ? typedTarget(guardrail.bound, unitOf(guardrail.metric)) : "",
    because: guardrail?.because ?? "",
    basedOn: known,
  };
  const aboutOf = ({ metric, side }: Pick<Set, "metric" | "side">) => JSON.stringify([metric, side, known]);
  /** What somebody else did meanwhile, as long as it is this figure that is asked of, and the page has not come to know it. */
  const metOf = (asked: Pick<Set, "metric" | "side">) => (answer?.about === aboutOf(asked) ? answer : null);
  const met = guardrail ? metOf(guardrail) : null;
  const note = (meanwhile: Meanwhile<GuardrailTerms> | null, { metric, side }: Pick<Set, "metric" | "side">) => {
    const rule = { side, unit: unitOf(metric), isNew: !guardrail };
    const sentence = meanwhile && guardrailMeanwhile(formats, rule, meanwhile);
    setAnswer(sentence ? { now: meanwhile.now, sentence, about: aboutOf({ metric, side }) } : null);
    // Where it is changed the page stays as it was: with its guardrail the dialog would go, and what was typed.
    if (meanwhile && !guardrail) router.refresh();
  };
  const basedOn = (read: typeof known) => (met ? met.now : read);
  const stands = basedOn(known);
  const removing = useSaving(removeGuardrailAction, (meanwhile) => {
    note(meanwhile, initial);
    if (!meanwhile) announce("Guardrail removed", own);
  });
  return (
    <DialogForm
      title={guardrail ? `Guardrail of ${own ?? "a figure"}` : "Set a guardrail"}
      description="A bound this figure must not cross while others are improved. It holds for the whole organisation and is shown on every view of the scorecard."
      trigger={(opening) => (
        <Button
          look="inline"
          className="screen-only"
          aria-label={guardrail ? `Change the guardrail of ${own}` : undefined}
          {...opening}
        >
          {guardrail ? "Change" : "Set a guardrail"}
        </Button>
      )}
      initial={initial}
      submit={met ? "Replace it with mine" : "Save guardrail"}
      send={(typed) =>
        setGuardrailAction({
          ...typed,
          bound: parseTarget(typed.bound, unitOf(typed.metric)) ?? Number.NaN,
          basedOn: basedOn(typed.basedOn),
        })
      }
      done={(meanwhile, typed) => {
        note(meanwhile, typed);
        return meanwhile ? null : ["Guardrail set", metricOf(typed.metric)?.name];
      }}
      beside={
        guardrail && stands ? (
          <Button
            look="danger"
            pending={removing.pending}
            onClick={() => removing.submit({ metric: guardrail.metric, side: guardrail.side, basedOn: stands })}
          >
            Remove
          </Button>
        ) : null
      }
    >
      {({ typed, control, errors }) => {
        const unit = unitOf(typed.metric);
        return (
          <>
            {guardrail ? null : (
              <>
                <Field label="Figure" required error={errors.metric}>
                  <Select
                    options={[
                      { value: "", label: "Choose a figure" },
                      ...metrics.map(({ id, name }) => ({ value: id, label: name })),
                    ]}
                    {...control("metric")}
                  />
                </Field>
                <Field label="It is too far" required error={errors.side}>
                  <Select options={sides} {...control("side")} />
                </Field>
              </>
            )}
            <Field
              label={`Bound${unit === "share" ? " in %" : unit && unit !== "count" ? ` in ${unit}` : ""}`}
              required
              error={errors.bound}
            >
              <Input inputMode="decimal" {...control("bound")} />
            </Field>
            <Field label="What it guards" required error={errors.because} hint="Everybody reads it beside the figure">
              <Textarea rows={2} {...control("because")} />
            </Field>
            <SaveError message={metOf(typed)?.sentence ?? removing.message} />
          </>
        );
      }}
    </DialogForm>
  );
}
