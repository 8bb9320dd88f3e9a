import { Skeleton } from "@/components/ui/skeleton";

const rows = ["first", "second", "third", "fourth", "fifth"];

/** The scorecard while it is read: the same columns, empty. */
export function ScorecardSkeleton() {
  return (
    <div role="status" aria-label="Loading the scorecard">
      <div className="mb-8 border-b border-rule pb-4">
        <Skeleton className="h-9 w-1/2 max-w-sm" />
        <Skeleton className="mt-3 h-5 w-full max-w-xl" />
      </div>
      <Skeleton className="mb-8 h-14 w-full" />
      <div className="grid gap-8 sm:grid-cols-2 xl:grid-cols-4">
        {["adoption", "skill", "operational", "talent"].map((column) => (
          <div key={column}>
            {rows.map((row) => (
              <Skeleton key={row} className="mb-3 h-20 w-full" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
