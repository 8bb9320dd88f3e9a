"use client";
import type { InputHTMLAttributes, ReactNode } from "react";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { label: ReactNode; hint?: ReactNode };

/** A yes or no with its label; the label is part of the target. */
export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="target flex items-start gap-2 py-1 text-body">
      <input type="checkbox" className="mt-1 size-4 shrink-0 accent-line" {...rest} />
      <span>
        {label}
        {hint ? <span className="block text-caption text-ink-3">{hint}</span> : null}
      </span>
    </label>
  );
}
