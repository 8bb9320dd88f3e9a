import type { draftStatuses } from "@/db/schema/taxonomy-versions";
import type { Fault } from "@/lib/skills/tree/fault";
import type { TaxonomyNode } from "@/lib/skills/tree/node";

/** As lists show a draft. */
export type DraftRow = {
  id: string;
  title: string;
  status: (typeof draftStatuses)[number];
  /** The last edit that stands, and the last made; beyond the first there is something to do again. */
  standsAt: number;
  lastEdit: number;
  createdBy: string | null;
  createdAt: Date;
  changedAt: Date;
  submittedBy: string | null;
  submittedAt: Date | null;
  reviewNote: string | null;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  publishedAs: number | null;
  /** Nodes it changes. */
  changes: number;
};

/** Where a draft's edits stand after a step. */
export type Standing = { standsAt: number; lastEdit: number };

/**
 * A node that the taxonomy in force and the draft both changed since the draft touched it. Null: taken out, or not there yet. `seen` stands
 * for what is in force: a choice made upon it lapses when that changes once more.
 */
export type Conflict = {
  nodeId: string;
  /** The node in words. */
  name: string;
  base: TaxonomyNode | null;
  inForce: TaxonomyNode | null;
  draft: TaxonomyNode | null;
  seen: string;
};

/** What came of publishing or rolling back: a version, or what stands against it, and then nothing was written. */
export type PublishOutcome = { published: number } | { published: null; conflicts: Conflict[]; faults: Fault[] };
