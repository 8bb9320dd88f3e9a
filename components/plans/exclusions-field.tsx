import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TypedRule } from "./typed-rule";

type Props = { rules: readonly TypedRule[]; onChange(rules: TypedRule[]): void; wrong?: string[] | undefined };

const usual = ["role", "unit", "site", "team", "tenure_months", "hourly_cost"];
const empty: TypedRule = { column: "", how: "in", value: "", reason: "" };

/** Whom a plan leaves out: a rule a row, each with its reason. */
export function ExclusionsField({ rules, onChange, wrong }: Props) {
  const change = (at: number, part: Partial<TypedRule>) =>
    onChange(rules.map((rule, index) => (index === at ? { ...rule, ...part } : rule)));
  return (
    <fieldset>
      <legend className="mb-1 text-table font-medium">Left out</legend>
      <datalist id="columns-of-people">
        {usual.map((column) => (
          <option key={column} value={column} />
        ))}
      </datalist>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is what stands in its row
        <div key={at} className="mb-3 grid grid-cols-2 items-end gap-2 border-l-2 border-rule pl-3 sm:grid-cols-4">
          <Field label="Column">
            <Input
              list="columns-of-people"
              autoComplete="off"
              value={rule.column}
              onChange={(event) => change(at, { column: event.target.value })}
            />
          </Field>
          <Field label="That">
            <Select
              value={rule.how}
              onChange={(event) => change(at, { how: event.target.value as TypedRule["how"] })}
              options={[
                { value: "in", label: "is one of" },
                { value: "below", label: "is below" },
                { value: "above", label: "is above" },
              ]}
            />
          </Field>
          <Field label={rule.how === "in" ? "Values, by commas" : "Number"}>
            <Input
              autoComplete="off"
              value={rule.value}
              onChange={(event) => change(at, { value: event.target.value })}
            />
          </Field>
          <Field label="Because">
            <Input
              autoComplete="off"
              value={rule.reason}
              onChange={(event) => change(at, { reason: event.target.value })}
            />
          </Field>
          <Button
            type="button"
            look="plain"
            className="justify-self-start"
            onClick={() => onChange(rules.filter((_, index) => index !== at))}
          >
            Remove
          </Button>
        </div>
      ))}
      {wrong ? <p className="mb-2 text-table font-medium text-worse">{wrong.join(" ")}</p> : null}
      <Button type="button" onClick={() => onChange([...rules, empty])}>
        Leave people out
      </Button>
    </fieldset>
  );
}
