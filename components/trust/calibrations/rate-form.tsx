"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { levelWords } from "@/lib/evidence/levels";
import { rateCalibrationAction } from "@/lib/trust/calibrations/actions";
import type { CalibratedBehaviour } from "@/lib/trust/calibrations/calibration";

const levels = [1, 2, 3, 4, 5] as const;

/** A level for each behaviour, by its anchors. What was chosen stays until it is taken. */
export function RateForm({
  id,
  behaviours,
  rated,
}: {
  id: string;
  behaviours: readonly CalibratedBehaviour[];
  rated: boolean;
}) {
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(behaviours.map((one) => [one.id, { level: one.own?.level ?? 0, note: one.own?.note ?? "" }])),
  );
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const change = (behaviour: string, part: Partial<{ level: number; note: string }>) => {
    const before = typed[behaviour] ?? { level: 0, note: "" };
    setTyped({ ...typed, [behaviour]: { ...before, ...part } });
  };
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    startTransition(async () => {
      // What has no level yet is left out, so that the answer names it.
      const ratings = behaviours.flatMap(({ id: behaviourId }) => {
        const own = typed[behaviourId];
        return own && own.level > 0 ? [{ behaviourId, level: own.level, note: own.note || null }] : [];
      });
      if (ratings.length === 0)
        return setError({ code: "invalid-input", message: "Choose a level for each behaviour", fields: {} });
      const result = await answered(rateCalibrationAction({ id, ratings }));
      if (!result.ok) return setError(result.error);
      setError(null);
      announce("Your levels are kept", "You may change them until it closes.");
    });
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-2xl space-y-6">
      {behaviours.map(({ id: behaviour, statement, skill, anchors }) => (
        <fieldset key={behaviour}>
          <legend className="font-semibold">
            {statement} <span className="font-normal text-ink-3">{skill}</span>
          </legend>
          <div className="mt-2 divide-y divide-rule border-y border-rule">
            {levels.map((level) => (
              <label key={level} className="target flex cursor-pointer items-start gap-3 py-2 has-checked:bg-paper-2">
                <input
                  type="radio"
                  className="mt-1 size-4 shrink-0 accent-line"
                  name={behaviour}
                  checked={typed[behaviour]?.level === level}
                  onChange={() => change(behaviour, { level })}
                />
                <span>
                  <span className="font-medium">
                    {level} {levelWords[level]}
                  </span>
                  {anchors[level - 1] ? <span className="block text-ink-2">{anchors[level - 1]}</span> : null}
                </span>
              </label>
            ))}
          </div>
          {error?.fields[behaviour] ? (
            <p className="mt-1 text-table font-medium text-worse">{error.fields[behaviour].join(". ")}</p>
          ) : null}
          <Field label="Why" className="mt-2" hint="For yourself: nobody else reads it">
            <Input
              autoComplete="off"
              value={typed[behaviour]?.note ?? ""}
              onChange={({ target }) => change(behaviour, { note: target.value })}
            />
          </Field>
        </fieldset>
      ))}
      <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
      <Button look="primary" type="submit" pending={pending}>
        {rated ? "Change my levels" : "Give my levels"}
      </Button>
    </form>
  );
}
