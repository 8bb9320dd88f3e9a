import { Skeleton } from "@/components/ui/skeleton";

/** A part of an initiative's page that is loading: its heading, a picture and rows. */
export function PartSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-4 border-b border-rule pb-2">
        <Skeleton className="h-7 w-1/2 max-w-xs" />
      </div>
      <Skeleton className="mb-3 h-64 w-full" />
      <Skeleton className="mb-3 h-10 w-full" />
      <Skeleton className="mb-3 h-10 w-full" />
    </div>
  );
}
