import type { ReactNode } from "react";
import { classNames } from "./class-names";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string };

/** Detail that opens in place. The browser's own, so that it also works without scripts and is found by page search. */
export function Disclosure({ summary, children, open = false, className }: DisclosureProps) {
  return (
    <details open={open} className={classNames("group", className)}>
      <summary className="target flex list-none items-center gap-2 [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="inline-block w-3 text-ink-3 transition-transform group-open:rotate-90">
          ›
        </span>
        <span className="min-w-0 flex-1">{summary}</span>
      </summary>
      <div className="pt-2 pb-3 pl-5">{children}</div>
    </details>
  );
}
