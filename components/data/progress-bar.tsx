import { type ReactNode, useId } from "react";

type ProgressBarProps = { label: string; share: number | null; children?: ReactNode };

/** How far something is. A share of null means that nobody can tell yet. */
export function ProgressBar({ label, share, children }: ProgressBarProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="text-table font-medium wrap-anywhere">
        {label}
      </p>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="my-1 h-2 w-full overflow-hidden rounded-control border border-rule-2"
      >
        <div className="h-full bg-line" style={{ width: `${(share ?? 0) * 100}%` }} />
      </div>
      {children ? <p className="text-caption text-ink-2">{children}</p> : null}
    </div>
  );
}
