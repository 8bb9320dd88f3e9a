import { classNames } from "./class-names";

/** A place kept for what is loading, in the size of the final thing: `<Skeleton className="h-11 w-40" />`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <div
      aria-hidden="true"
      className={classNames("animate-pulse rounded-control bg-paper-2", className ?? "h-4 w-full")}
    />
  );
}

/** A whole page that is loading: title, lead and rows. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-8 border-b border-rule pb-4">
        <Skeleton className="h-9 w-2/3 max-w-md" />
        <Skeleton className="mt-3 h-5 w-full max-w-xl" />
      </div>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <Skeleton key={row} className="mb-3 h-10 w-full" />
      ))}
    </div>
  );
}
