"use client";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { useFormats } from "@/components/ui/formats-provider";
import { statedText } from "@/lib/roi/results/stated-text";
import { improvementText } from "./money-words";
import type { Knob } from "./what-if-knobs";

const steps = 200;

type KnobSliderProps = {
  knob: Knob /** Null: as in the case. */;
  set: number | null;
  onMove(value: number | null): void;
};

/** One value of a scenario between the ends of its range. */
export function KnobSlider({ knob: { key, label, of, unit, value, from, to }, set, onMove }: KnobSliderProps) {
  const id = useId();
  const formats = useFormats();
  const step = (to - from) / steps;
  const isEffect = key.startsWith("effect ");
  const text = (number: number) =>
    isEffect
      ? improvementText(number, { unit }, formats)
      : statedText(number, /^share\b/i.test(unit) && unit !== "share a year" ? "share" : unit, formats);
  const now = set ?? value;
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="text-table font-medium">
          {label}
          <span className="ml-2 font-normal text-ink-3">{of}</span>
        </label>
        <span className="text-table tabular-nums">{text(now)}</span>
      </div>
      <input
        id={id}
        type="range"
        min={from}
        max={to}
        step={step > 0 ? step : 1}
        value={now}
        disabled={to <= from}
        aria-valuetext={text(now)}
        className="screen-only target w-full accent-line"
        onChange={({ target }) => onMove(Number(target.value))}
      />
      <div className="flex justify-between text-caption text-ink-3">
        <span>{text(from)}</span>
        {set === null ? null : (
          <Button look="inline" onClick={() => onMove(null)}>
            Back to {text(value)}
          </Button>
        )}
        <span>{text(to)}</span>
      </div>
    </div>
  );
}
