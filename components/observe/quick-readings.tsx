"use client";
import { classNames } from "@/components/ui/class-names";
import { type Draft, readings } from "./draft";

type QuickReadingsProps = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** Three optional taps: yes, no, not said. */
export function QuickReadings({ draft, onChange }: QuickReadingsProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-table text-ink-2">If you noticed: tap once for yes, twice for no</legend>
      <div className="flex flex-wrap gap-2">
        {readings.map(([field, label]) => {
          const value = draft[field];
          return (
            <button
              key={field}
              type="button"
              aria-label={`${label}: ${value === null ? "not said" : value ? "yes" : "no"}`}
              onClick={() => onChange({ [field]: next(value) })}
              className={classNames(
                "target rounded-control border px-2.5 py-1 text-table",
                value === null ? "border-rule-2 text-ink-2" : "border-ink bg-paper-2 font-medium text-ink",
              )}
            >
              {label}
              {value === null ? null : (
                <span className={value ? "text-better" : "text-worse"}>{value ? " ✓ yes" : " ✕ no"}</span>
              )}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

const next = (value: boolean | null) => (value === null ? true : value ? false : null);
