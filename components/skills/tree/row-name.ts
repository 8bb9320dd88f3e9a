import type { OutlineRow } from "@/lib/skills/tree/outline";
import { facetWords } from "@/lib/skills/tree/vocabulary";

/** What a row is called. */
export function rowName(row: OutlineRow): string {
  switch (row.kind) {
    case "behaviour":
      return row.node.statement;
    case "facet":
      return row.facet ? facetWords[row.facet] : "No facet yet";
    case "at-large":
      return "For the role as a whole";
    case "loose":
      return "Not needed by any role";
    default:
      return row.node.name;
  }
}

/** The node a row stands for in searches, comments and links. */
export const nodeIdOf = (row: OutlineRow | undefined): string | null => (row && "node" in row ? row.node.id : null);
