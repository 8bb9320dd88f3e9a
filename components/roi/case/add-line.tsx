"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { useFormats } from "@/components/ui/formats-provider";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ValueType } from "@/lib/money/case";
import { addLineAction } from "@/lib/roi/case/actions";
import type { CaseKpiChoice } from "@/lib/roi/case/read-case-desk";
import { valueTypeNames } from "@/lib/roi/results/value-type-names";
import { templateOf, templates } from "@/lib/roi/templates/templates";

const valueTypes = Object.keys(valueTypeNames) as ValueType[];

type Typed = { kpiId: string; template: string; valueType: ValueType; title: string; stream: string };
type AddLineProps = { initiativeId: string; kpis: readonly CaseKpiChoice[] };

/** Says how the effect on a KPI becomes money: by an example calculator or by a value type alone. */
export function AddLine({ initiativeId, kpis }: AddLineProps) {
  const formats = useFormats();
  const blank: Typed = {
    kpiId: kpis[0]?.id ?? "",
    template: "",
    valueType: kpis[0]?.valueType ?? "quality",
    title: "",
    stream: "",
  };
  return (
    <DialogForm
      title="Add a benefit"
      description="An effect becomes money as effect × people × what one unit of the KPI is worth, as often as it occurs in a year."
      trigger={(opening) => <Button {...opening}>Add a benefit</Button>}
      initial={blank}
      submit="Add it"
      send={(typed, entryId) =>
        addLineAction({
          ...typed,
          entryId,
          initiativeId,
          template: typed.template || null,
          stream: typed.stream || null,
        })
      }
      done={(_, { title }) => ["Added", title]}
    >
      {({ typed, set, control, errors }) => {
        const template = templateOf(typed.template || null);
        const kpi = kpis.find(({ id }) => id === typed.kpiId);
        return (
          <>
            <Field label="KPI" required error={errors.kpiId} hint={kpi?.unit ? `In ${kpi.unit}` : undefined}>
              <Select
                value={typed.kpiId}
                options={kpis.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={({ target }) => {
                  const chosen = kpis.find(({ id }) => id === target.value);
                  set({ kpiId: target.value, valueType: chosen?.valueType ?? typed.valueType });
                }}
              />
            </Field>
            <Field
              label="Calculator"
              error={errors.template}
              hint={
                template
                  ? `For a KPI that is: ${template.figure.toLowerCase()}`
                  : "Factors by the way it is worth money"
              }
            >
              <Select
                value={typed.template}
                options={[
                  { value: "", label: "None: by value type" },
                  ...templates.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={({ target }) =>
                  set({
                    template: target.value,
                    title: typed.title || (templateOf(target.value)?.name ?? ""),
                  })
                }
              />
            </Field>
            {template ? (
              <div className="border-l-2 border-line pl-3 text-table text-ink-2">
                <p>Example: {template.worked.says}</p>
                <p className="font-medium text-ink">{formats.money(template.worked.benefit)} a year</p>
                <p>Its numbers are examples. They count only once somebody states where they come from.</p>
              </div>
            ) : (
              <Field label="Worth money as" required error={errors.valueType}>
                <Select
                  options={valueTypes.map((value) => ({ value, label: valueTypeNames[value] }))}
                  {...control("valueType")}
                />
              </Field>
            )}
            <Field label="In a few words" required error={errors.title}>
              <Input placeholder="Contacts that do not come back" {...control("title")} />
            </Field>
            <Field
              label="Stream"
              error={errors.stream}
              hint="Benefits of one stream are the same money seen twice: one of them counts. Empty: by the KPI’s family"
            >
              <Input {...control("stream")} />
            </Field>
          </>
        );
      }}
    </DialogForm>
  );
}
