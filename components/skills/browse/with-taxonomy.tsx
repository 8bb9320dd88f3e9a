"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryProvider } from "@/components/shell/query-provider";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import { type SentTaxonomy, taxonomyQuery } from "@/lib/skills/taxonomy-queries";
import { TreeSkeleton } from "./tree-skeleton";

type WithTaxonomyProps = {
  draftId: string | null /** `readAt` is another one after each reading. */;
  children: (taxonomy: SentTaxonomy, readAt: number) => ReactNode;
};

/** Fetches the tree, which is too large to be sent as a page. */
export function WithTaxonomy(props: WithTaxonomyProps) {
  return (
    <QueryProvider>
      <Fetched {...props} />
    </QueryProvider>
  );
}

function Fetched({ draftId, children }: WithTaxonomyProps) {
  const { data, dataUpdatedAt, isError, refetch, isFetching } = useQuery(taxonomyQuery(draftId));
  if (data) return children(data, dataUpdatedAt);
  if (!isError) return <TreeSkeleton />;
  return (
    <ErrorState
      happened="The taxonomy could not be loaded"
      safe="Nothing was changed, and what you typed before is kept."
      todo="Check the connection and try again."
      actions={
        <Button pending={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      }
    />
  );
}
