import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

type LinkButtonProps = ComponentProps<typeof Link> & { look?: ButtonLook };

/** Looks like a button, goes somewhere. */
export function LinkButton({ look = "secondary", className, ...rest }: LinkButtonProps) {
  return <Link className={buttonClass(look, className)} {...rest} />;
}
