import type { StoredChange } from "@/db/schema/taxonomy-versions";
import type { Change, TaxonomyNode } from "@/lib/skills/tree/node";

/** A node read back from jsonb. It was checked by `nodeShape`, or read from the tables, before it was written there. */
export const storedNode = (value: unknown) => value as TaxonomyNode | null;

/** Changes read back from jsonb, as `storedNode`. */
export const storedChanges = (changes: readonly StoredChange[]) => changes as readonly Change[];
