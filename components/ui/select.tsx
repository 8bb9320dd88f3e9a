"use client";
import type { SelectHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import { useField } from "./field";

export type SelectOption = { value: string; label: string; disabled?: boolean };
type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly (SelectOption | { label: string; options: readonly SelectOption[] })[];
};

/** The browser's own select: right on phones, for keyboards and screen readers. Options may be grouped. */
export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <select className={classNames(controlClass, "pr-8", className)} {...useField()} {...rest}>
      {options.map((option) =>
        "options" in option ? (
          <optgroup key={option.label} label={option.label}>
            {option.options.map(one)}
          </optgroup>
        ) : (
          one(option)
        ),
      )}
    </select>
  );
}

function one({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
