import type { ButtonHTMLAttributes } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  /** Shown as busy, and not pressable. */
  pending?: boolean;
};

/** A verb. One `primary` per screen. */
export function Button({
  look = "secondary",
  pending = false,
  className,
  type = "button",
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonClass(look, className)}
      {...rest}
    />
  );
}
