"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { levelWords } from "@/lib/evidence/levels";
import { isShare, type useSignalForm } from "./use-signal-form";

const levels = Object.entries(levelWords).map(([value, words]) => ({ value, label: `${value}: ${words}` }));

/** "... is above ..., then level ...": the bounds, hardest first. */
export function SignalLevelFields({ form: { typed, change, problems } }: { form: ReturnType<typeof useSignalForm> }) {
  const set = (index: number, part: Partial<(typeof typed.bands)[number]>) =>
    change({ bands: typed.bands.map((band, at) => (at === index ? { ...band, ...part } : band)) });
  const unit = isShare(typed) ? ", %" : "";
  const side = typed.side === "above" ? "or more" : "or less";
  return (
    <fieldset className="mb-6">
      <legend className="text-body font-semibold">Then the level is</legend>
      <p className="mb-3 max-w-prose text-table text-ink-2">
        The hardest bound first. The first one that is met decides.
      </p>
      <div className="mb-3 max-w-xs">
        <Field label="Better is">
          <Select
            value={typed.side}
            onChange={({ target }) => change({ side: target.value === "below" ? "below" : "above" })}
            options={[
              { value: "above", label: "More" },
              { value: "below", label: "Less" },
            ]}
          />
        </Field>
      </div>
      <ol className="space-y-3">
        {typed.bands.map((band, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bound is its place in the order
          <li key={index} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[12rem_16rem_auto]">
            <Field label={`${index === 0 ? "At" : "Else at"}${unit}, ${side}`}>
              <Input inputMode="decimal" value={band.at} onChange={({ target }) => set(index, { at: target.value })} />
            </Field>
            <Field label="Level">
              <Select
                options={levels}
                value={band.level}
                onChange={({ target }) => set(index, { level: target.value })}
              />
            </Field>
            {typed.bands.length > 1 ? (
              <Button
                look="plain"
                className="justify-self-start"
                aria-label={`Remove bound ${index + 1}`}
                onClick={() => change({ bands: typed.bands.filter((_, at) => at !== index) })}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {problems.bands ? <p className="mt-2 text-table font-medium text-worse">{problems.bands}</p> : null}
      {typed.bands.length < 4 ? (
        <Button className="mt-3" onClick={() => change({ bands: [...typed.bands, { at: "", level: "3" }] })}>
          Add a bound
        </Button>
      ) : null}
      <div className="mt-4 grid gap-4 sm:grid-cols-3">
        <Field label="Otherwise level" error={problems.otherwise}>
          <Select
            options={levels}
            value={typed.otherwise}
            onChange={({ target }) => change({ otherwise: target.value })}
          />
        </Field>
        <Field
          label={`Least ${typed.source === "work" ? "jobs" : "values"}`}
          hint="With fewer nobody is rated"
          error={problems.least}
        >
          <Input inputMode="numeric" value={typed.least} onChange={({ target }) => change({ least: target.value })} />
        </Field>
        <Field label="First month rated" hint="Months that are over are rated" error={problems.since}>
          <Input type="month" value={typed.since} onChange={({ target }) => change({ since: target.value })} />
        </Field>
      </div>
    </fieldset>
  );
}
