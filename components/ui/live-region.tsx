import type { ReactNode } from "react";

/** Read out when its content changes: progress, counts of results. Visible unless `quiet`. */
export function LiveRegion({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  return (
    <div role="status" aria-live="polite" className={quiet ? "sr-only" : undefined}>
      {children}
    </div>
  );
}
