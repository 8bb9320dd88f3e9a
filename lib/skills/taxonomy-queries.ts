import { queryOptions } from "@tanstack/react-query";
import type { Comment } from "./read-comments";
import type { NodeActivity } from "./read-node-activities";
import type { NodeHistory } from "./read-node-history";
import type { Taxonomy } from "./read-taxonomy";

/** What travels as JSON: moments arrive as texts. */
type Sent<Value> = Value extends Date
  ? string
  : Value extends object
    ? { [Key in keyof Value]: Sent<Value[Key]> }
    : Value;

export type SentTaxonomy = Sent<Taxonomy>;
export type NodePage = Sent<{ comments: Comment[]; history: NodeHistory; activities: NodeActivity[] }>;

/** The taxonomy in force, or as a draft has it. */
export const taxonomyQuery = (draftId: string | null) =>
  queryOptions({
    queryKey: ["taxonomy", draftId],
    queryFn: ({ signal }) => fetchJson<SentTaxonomy>(`/api/skills/tree${draftId ? `?draft=${draftId}` : ""}`, signal),
    // A tree that is being looked at does not change under the reader; a new visit asks again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What was said about a node, the versions in which it changed, and what there is to practise it with. */
export const nodeQuery = (nodeId: string) =>
  queryOptions({
    queryKey: ["taxonomy-node", nodeId],
    queryFn: ({ signal }) => fetchJson<NodePage>(`/api/skills/nodes/${nodeId}`, signal),
    staleTime: 30_000,
  });

async function fetchJson<Data>(path: string, signal: AbortSignal): Promise<Data> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
