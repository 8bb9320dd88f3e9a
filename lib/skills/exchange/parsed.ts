import type { Fault } from "@/lib/intake/fault";
import type { NodeKind, TaxonomyNode } from "@/lib/skills/tree/node";

export type Format = "onet" | "esco" | "case" | "skills";

/** What became of one thing of a file. `id` is the node it became; null where it was left out, and `why` says so. */
export type Mapped = {
  /** Kind and name as the file has them, for example "Technology skill" and "Microsoft Excel". */
  kind: string;
  name: string;
  code: string;
  id: string | null;
  became: NodeKind | null;
  why: string;
};

/** A taxonomy read from a file. The ids of its nodes are names of the file's own, the same each time it is read. */
export type Parsed = {
  format: Format;
  nodes: TaxonomyNode[];
  mapping: Mapped[];
  faults: Fault[];
  /** Whether what the file leaves empty is meant to be empty, by field; a foreign framework tells nothing, and fills gaps only. */
  tells: (node: TaxonomyNode, field: string) => boolean;
  /** Names are meant to the letter: the file is one of ours. */
  exactNames: boolean;
  /** Addresses of owners by node id; who they are is looked up in the organisation. */
  owners: ReadonlyMap<string, string>;
  /** What is not part of a draft, in sentences. */
  notices: string[];
};
