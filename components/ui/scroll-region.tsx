import type { ReactNode } from "react";
import { classNames } from "./class-names";

type ScrollRegionProps = { label: string; className?: string; children: ReactNode };

/** Holds something wider or taller than the page. Positioned, so that texts for screen readers do not stretch the page. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const look = classNames("relative overflow-auto print:max-h-none print:overflow-visible", className);
  return (
    // biome-ignore lint/a11y: what scrolls must be reachable by keyboard (WCAG 2.1.1) and is no landmark
    <div role="group" tabIndex={0} className={look} aria-label={label}>
      {children}
    </div>
  );
}
