"use client";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ruleGroups, weekDays } from "@/lib/evidence/rule-fields";
import type { useRulesForm } from "./use-rules-form";

type RuleFieldsetsProps = { form: ReturnType<typeof useRulesForm>; onChange: () => void };

export function RuleFieldsets({ form, onChange }: RuleFieldsetsProps) {
  return (
    <>
      {ruleGroups.map(({ title, lead, fields }) => (
        <fieldset key={title} className="mb-8">
          <legend className="text-body font-semibold">{title}</legend>
          <p className="mb-3 max-w-prose text-table text-ink-2">{lead}</p>
          <Problem text={title === "What a rating weighs" ? form.problems.weights : undefined} />
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {fields.map(({ path, label, hint, unit, least, most }) => (
              <Field
                key={path}
                label={`${label}${unit && unit !== "share" ? `, ${unit}` : ""}`}
                hint={`${hint}. From ${least} to ${most}.`}
                error={form.problems[path]}
              >
                <Input
                  inputMode="decimal"
                  autoComplete="off"
                  value={form.typed[path] ?? ""}
                  onChange={({ target }) => {
                    form.type(path, target.value);
                    onChange();
                  }}
                />
              </Field>
            ))}
          </div>
        </fieldset>
      ))}
      <Quiet form={form} onChange={onChange} />
    </>
  );
}

function Quiet({ form: { quiet, setQuiet, problems }, onChange }: RuleFieldsetsProps) {
  const change = (part: Partial<typeof quiet>) => {
    setQuiet({ ...quiet, ...part });
    onChange();
  };
  return (
    <fieldset className="mb-8">
      <legend className="text-body font-semibold">Quiet hours</legend>
      <p className="mb-3 max-w-prose text-table text-ink-2">No reminder and no nudge is shown in them.</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label="From" error={problems["quiet.from"]}>
          <Input type="time" value={quiet.from} onChange={({ target }) => change({ from: target.value })} />
        </Field>
        <Field label="Until" error={problems["quiet.until"]}>
          <Input type="time" value={quiet.until} onChange={({ target }) => change({ until: target.value })} />
        </Field>
        <Field label="By the clock of" hint="A time zone, such as Europe/Berlin" error={problems["quiet.timeZone"]}>
          <Input
            value={quiet.timeZone}
            autoComplete="off"
            onChange={({ target }) => change({ timeZone: target.value })}
          />
        </Field>
      </div>
      <div className="mt-3 flex flex-wrap gap-x-5">
        {weekDays.map(({ day, name }) => (
          <Checkbox
            key={day}
            label={name}
            checked={quiet.days.includes(day)}
            onChange={({ target }) =>
              change({ days: target.checked ? [...quiet.days, day].sort() : quiet.days.filter((one) => one !== day) })
            }
          />
        ))}
      </div>
      <Problem text={problems["quiet.days"]} />
    </fieldset>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text ? <p className="mb-2 text-table font-medium text-worse">{text}</p> : null;
}
