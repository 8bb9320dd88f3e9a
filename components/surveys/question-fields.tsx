import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { QuestionInput } from "@/lib/surveys/input";
import { type Dimension, dimensionWords, kindWords, type QuestionKind } from "@/lib/surveys/survey";

export type Draft = QuestionInput & { key: string };

type Props = {
  question: Draft;
  at: number;
  count: number;
  errors: Partial<Record<string, string[]>>;
  onChange(question: Draft): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
};

const kinds = (Object.keys(kindWords) as QuestionKind[]).map((value) => ({ value, label: kindWords[value] }));
const dimensions = (Object.keys(dimensionWords) as Dimension[]).map((value) => ({
  value,
  label: dimensionWords[value],
}));

/** One question being written. */
export function QuestionFields({ question, at, count, errors, onChange, onMove, onRemove }: Props) {
  const name = `Question ${at + 1}`;
  const problem = (field: string) => errors[`questions.${at}.${field}`];
  return (
    <fieldset className="border-l-4 border-rule ps-4">
      <legend className="mb-2 font-semibold">{name}</legend>
      <div className="space-y-3">
        <Field label="What is asked" required error={problem("text")}>
          <Input
            value={question.text}
            maxLength={300}
            onChange={({ target }) => onChange({ ...question, text: target.value })}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="How it is answered" error={problem("kind")}>
            <Select
              value={question.kind}
              options={kinds}
              onChange={({ target }) =>
                onChange({ ...question, kind: kinds.find(({ value }) => value === target.value)?.value ?? "class" })
              }
            />
          </Field>
          <Field label="What it speaks of" error={problem("dimension")}>
            <Select
              value={question.dimension ?? ""}
              options={[{ value: "", label: "None of the three" }, ...dimensions]}
              onChange={({ target }) =>
                onChange({
                  ...question,
                  dimension: dimensions.find(({ value }) => value === target.value)?.value ?? null,
                })
              }
            />
          </Field>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Checkbox
            label="Must be answered"
            checked={question.required}
            onChange={({ target }) => onChange({ ...question, required: target.checked })}
          />
          <div className="flex flex-wrap gap-3">
            <Button look="inline" disabled={at === 0} onClick={() => onMove(-1)} aria-label={`Move ${name} up`}>
              Up
            </Button>
            <Button
              look="inline"
              disabled={at === count - 1}
              onClick={() => onMove(1)}
              aria-label={`Move ${name} down`}
            >
              Down
            </Button>
            <Button look="inline" disabled={count === 1} onClick={onRemove} aria-label={`Remove ${name}`}>
              Remove
            </Button>
          </div>
        </div>
      </div>
    </fieldset>
  );
}
