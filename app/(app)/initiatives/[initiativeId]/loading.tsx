import { PageSkeleton, Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageSkeleton rows={2} />
      <Skeleton className="mt-6 h-75 w-full" />
    </>
  );
}
