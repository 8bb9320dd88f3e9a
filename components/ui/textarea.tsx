"use client";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import { useField } from "./field";

/** A text field of several lines that grows with its text; inside a Field it is tied to its label, hint and error. */
export function Textarea({ className, rows = 2, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={classNames(controlClass, "block field-sizing-content max-h-64 resize-none", className)}
      {...useField()}
      {...rest}
    />
  );
}
