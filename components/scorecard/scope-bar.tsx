import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Formats } from "@/lib/format/formats";
import { parsePeriod } from "@/lib/metrics/period";
import type { Header } from "@/lib/scorecard/scorecard";

/** Scope, period and comparison. A plain form: what it asks for is the address, and nothing moves before one says so. */
export function ScopeBar({ header, formats, by }: { header: Header; formats: Formats; by: string }) {
  const { choices, scope, period, against } = header;
  const named = (value: string) => {
    const found = parsePeriod(value);
    return found ? formats.period(found.grain, found.start) : value;
  };
  const periods = choices.periods.map(({ label, options }) => ({
    label,
    options: options.map(({ value }) => ({ value, label: named(value) })),
  }));
  const isOffered = periods.some(({ options }) => options.some(({ value }) => value === period.name));
  const shown = { label: "Shown", options: [{ value: period.name, label: named(period.name) }] };
  return (
    <form
      action="/scorecard"
      method="get"
      aria-label="What to show"
      className="screen-only mb-8 grid grid-cols-1 items-end gap-3 sm:grid-cols-[2fr_1fr_1.5fr_auto]"
      key={`${scope.text} ${period.name} ${against.text}`}
    >
      <Field label="Scope">
        <Select name="scope" defaultValue={scope.text} options={choices.scopes} />
      </Field>
      <Field label="Period">
        <Select name="period" defaultValue={period.name} options={isOffered ? periods : [shown, ...periods]} />
      </Field>
      <Field label="Against">
        <Select
          name="against"
          defaultValue={against.text}
          options={
            choices.against.some(({ value }) => value === against.text)
              ? choices.against
              : [...choices.against, { value: against.text, label: against.label }]
          }
        />
      </Field>
      <input type="hidden" name="by" value={by} />
      <Button type="submit" look="primary">
        Show
      </Button>
    </form>
  );
}
