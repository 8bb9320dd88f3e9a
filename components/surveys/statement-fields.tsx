import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type AnswerClass, classWords, type Dimension, dimensionWords } from "@/lib/surveys/survey";

export type StatementDraft = {
  key: string;
  speaker: string;
  words: string;
  class: AnswerClass;
  dimension: Dimension | null;
};

type Props = {
  statement: StatementDraft;
  at: number;
  alone: boolean;
  errors: Partial<Record<string, string[]>>;
  onChange(statement: StatementDraft): void;
  onRemove(): void;
};

const classes = (Object.keys(classWords) as AnswerClass[]).map((value) => ({ value, label: classWords[value] }));
const dimensions = (Object.keys(dimensionWords) as Dimension[]).map((value) => ({
  value,
  label: dimensionWords[value],
}));

/** One thing that was said: by which of the group, and what it is taken for. */
export function StatementFields({ statement, at, alone, errors, onChange, onRemove }: Props) {
  const problem = (field: string) => errors[`statements.${at}.${field}`];
  return (
    <fieldset className="border-l-4 border-rule ps-4">
      <legend className="mb-2 font-semibold">Statement {at + 1}</legend>
      <div className="space-y-3">
        <Field
          label="What was said"
          required
          error={problem("words")}
          hint="No names, neither of who said it nor of others"
        >
          <Textarea
            rows={2}
            maxLength={2_000}
            value={statement.words}
            onChange={({ target }) => onChange({ ...statement, words: target.value })}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label="Person number" required error={problem("speaker")} hint="The same for the same person">
            <Input
              inputMode="numeric"
              value={statement.speaker}
              onChange={({ target }) => onChange({ ...statement, speaker: target.value })}
            />
          </Field>
          <Field label="Taken as" error={problem("class")}>
            <Select
              value={statement.class}
              options={classes}
              onChange={({ target }) =>
                onChange({
                  ...statement,
                  class: classes.find(({ value }) => value === target.value)?.value ?? "helpful",
                })
              }
            />
          </Field>
          <Field label="Speaks of" error={problem("dimension")}>
            <Select
              value={statement.dimension ?? ""}
              options={[{ value: "", label: "None of the three" }, ...dimensions]}
              onChange={({ target }) =>
                onChange({
                  ...statement,
                  dimension: dimensions.find(({ value }) => value === target.value)?.value ?? null,
                })
              }
            />
          </Field>
        </div>
        {alone ? null : (
          <Button look="inline" onClick={onRemove} aria-label={`Remove statement ${at + 1}`}>
            Remove
          </Button>
        )}
      </div>
    </fieldset>
  );
}
