"use client";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { type Chosen, useChoices } from "./choices-provider";

type CheckOption = { value: string; label: string; hint?: string };

type Props = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  options: readonly CheckOption[];
  /** Choices that fall with a change of this one. */
  resets?: readonly string[];
  /** What another choice stands for here, as long as this one is not made. */
  implied?: readonly string[];
  /** A long list of short names. */
  columns?: boolean;
};

/** Any of several, kept in the address. */
export function ChoiceChecks({ name, legend, hint, options, resets = [], implied = [], columns = false }: Props) {
  const { query, choose } = useChoices();
  const own = query.getAll(name);
  const chosen = own.length > 0 ? own : implied;
  const toggle = (value: string, on: boolean) => {
    const fallen = Object.fromEntries(resets.map((reset): [string, Chosen] => [reset, null]));
    choose({ ...fallen, [name]: on ? [...chosen, value] : chosen.filter((one) => one !== value) });
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-table font-medium">
        {legend}
        {chosen.length > 0 ? <span className="text-ink-3"> ({chosen.length})</span> : null}
      </legend>
      {hint ? <p className="mb-1 text-caption text-ink-3">{hint}</p> : null}
      <ul
        className={classNames(
          "overflow-y-auto border-y border-rule",
          columns ? "grid max-h-96 gap-x-8 sm:grid-cols-2 lg:grid-cols-3" : "max-h-56",
        )}
      >
        {options.map(({ value, label, hint: more }) => (
          <li key={value}>
            <Checkbox
              label={label}
              hint={more}
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
