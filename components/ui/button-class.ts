import { classNames } from "./class-names";

export type ButtonLook = "primary" | "secondary" | "plain" | "danger" | "inline";

const looks: Record<ButtonLook, string> = {
  primary: "border border-line bg-line px-3 text-body text-on-line hover:underline",
  secondary: "border border-rule-2 bg-paper px-3 text-body text-ink hover:border-ink",
  plain: "px-1 text-body text-line hover:underline",
  danger: "border border-worse bg-paper px-3 text-body text-worse hover:underline",
  inline: "text-table text-line hover:underline",
};

export function buttonClass(look: ButtonLook, more?: string): string {
  return classNames(
    "target inline-flex items-center justify-center gap-2 rounded-control py-1 font-medium whitespace-nowrap",
    "underline-offset-3 disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress",
    looks[look],
    more,
  );
}
