"use client";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { levelWords } from "@/lib/evidence/levels";

type LevelChoiceProps = {
  legend: string;
  anchors: readonly (string | null)[];
  value: number | null;
  onChange: (level: number) => void;
  error?: string | undefined;
};

/** Five levels under a thumb, each with what it looks like. Arrow keys move between them. */
export function LevelChoice({ legend, anchors, value, onChange, error }: LevelChoiceProps) {
  const name = useId();
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="sr-only">{legend}</legend>
      <div className="divide-y divide-rule border-y border-rule">
        {([1, 2, 3, 4, 5] as const).map((level) => {
          const anchor = anchors[level - 1];
          return (
            <label
              key={level}
              className={classNames(
                "flex min-h-12 cursor-pointer items-center gap-3 px-2 py-1.5",
                "has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-line",
                value === level && "bg-paper-2",
              )}
            >
              <input
                type="radio"
                name={name}
                value={level}
                checked={value === level}
                onChange={() => onChange(level)}
                className="size-5 shrink-0 accent-line"
              />
              <span className="min-w-0 flex-1">
                <span className={classNames("block", value === level ? "font-semibold" : "font-medium")}>
                  {levelWords[level]}
                </span>
                {anchor ? <span className="block text-table text-ink-2">{anchor}</span> : null}
              </span>
              <span aria-hidden="true" className="figure-numerals w-4 text-end text-ink-3">
                {level}
              </span>
            </label>
          );
        })}
      </div>
      {error ? (
        <p id={`${name}-error`} className="mt-1 text-table font-medium text-worse">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
