import type { ReactNode } from "react";
import { classNames } from "./class-names";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** What it holds is printed though it is closed. */
  printed?: boolean;
  className?: string;
};

/**
 * Detail that opens in place. The browser's own, so that it also works without scripts and is found by page search. On paper nothing can
 * be opened: one that is closed and has a mere label is left out there.
 */
export function Disclosure({ summary, children, open = false, printed = false, className }: DisclosureProps) {
  const isLabel = typeof summary === "string";
  return (
    <details
      open={open}
      className={classNames("group", printed ? "printed-open" : isLabel && "print:[&:not([open])]:hidden", className)}
    >
      <summary
        className={classNames(
          "target flex list-none items-center gap-2 [&::-webkit-details-marker]:hidden",
          printed && "screen-only",
        )}
      >
        <span
          aria-hidden="true"
          className="screen-only inline-block w-3 text-ink-3 transition-transform group-open:rotate-90"
        >
          ›
        </span>
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className="pt-2 pb-3 pl-5 print:pl-0">{children}</div>
    </details>
  );
}
