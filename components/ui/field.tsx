"use client";
import { createContext, type ReactNode, useContext, useId } from "react";

type Tied = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };
const FieldContext = createContext<Tied | null>(null);

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Messages as they come in `FieldErrors`; nothing when the field is fine. */
  error?: string | string[] | undefined;
  required?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** One Input, Select or Textarea: it finds its id, description and error by itself. */
  children: ReactNode;
  className?: string;
};

/** A label, a control, a hint and what is wrong, tied together for screen readers. */
export function Field({ label, hint, error, required = false, hideLabel = false, children, className }: FieldProps) {
  const id = useId();
  const problems = [error ?? []].flat();
  const invalid = problems.length > 0;
  const describedBy = [hint ? `${id}-hint` : "", invalid ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block text-table font-medium text-ink"}>
        {label}
        {required ? <span className="text-ink-3"> (required)</span> : null}
      </label>
      <FieldContext value={{ id, describedBy, invalid, required }}>{children}</FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-caption text-ink-3">
          {hint}
        </p>
      ) : null}
      {invalid ? (
        <p id={`${id}-error`} className="mt-1 text-table font-medium text-worse">
          {problems.join(". ")}
        </p>
      ) : null}
    </div>
  );
}

/** What a control inside a Field spreads onto itself. */
export function useField() {
  const tied = useContext(FieldContext);
  if (!tied) return {};
  return {
    id: tied.id,
    "aria-describedby": tied.describedBy,
    "aria-invalid": tied.invalid || undefined,
    "aria-required": tied.required || undefined,
  };
}
