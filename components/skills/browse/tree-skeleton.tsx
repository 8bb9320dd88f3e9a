import { Skeleton } from "@/components/ui/skeleton";

const indents = [0, 1, 2, 3, 4, 4, 3, 4, 4, 4, 1, 1, 0, 0];

/** Where the tree and the chosen node will stand. */
export function TreeSkeleton() {
  return (
    <div role="status" aria-label="Loading the taxonomy" className="grid gap-6 lg:grid-cols-2">
      <div className="space-y-3">
        {indents.map((indent, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing
          <div key={at} style={{ paddingLeft: indent * 14 }}>
            <Skeleton className="h-6" />
          </div>
        ))}
      </div>
      <div className="space-y-3 max-lg:hidden">
        <Skeleton className="h-8 w-2/3" />
        <Skeleton className="h-40" />
        <Skeleton className="h-24" />
      </div>
    </div>
  );
}
