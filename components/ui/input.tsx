"use client";
import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { controlClass } from "./control-class";
import { useField } from "./field";

/** A one-line text field; inside a Field it is tied to its label, hint and error. */
export function Input({ className, type = "text", ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input type={type} className={classNames(controlClass, className)} {...useField()} {...rest} />;
}
