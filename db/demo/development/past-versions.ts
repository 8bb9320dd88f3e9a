import type { TaxonomyNode } from "@/lib/skills/tree/node";

/** A version as it was published, told by what its nodes looked like before it. */
export type PastVersion = {
  /** The day it was published. */
  on: string;
  title: string;
  note: string;
  /** The node before this version; the node itself where the version left it alone. */
  before: (node: TaxonomyNode, skillOf: (id: string) => string | null) => TaxonomyNode;
};

/** When the roles were taken in, before the first facts. */
export const firstVersion = { on: "2024-10-14", note: "Roles from O*NET 30.1, with behaviours written by their teams" };

/** Words a behaviour was published with at first; nobody can see somebody understand or know. */
const firstWords: Record<string, string> = {
  "Repeats the customer's problem in their own words before offering a fix":
    "Understands the customer's problem before offering a fix",
  "Names the refund rule that applies before promising an amount": "Knows the refund rules",
};

const [service, quality, negotiation] = ["Service Orientation", "Quality Control Analysis", "Negotiation"];
const notYetDescribed = (node: TaxonomyNode, skill: string, skillOf: (id: string) => string | null) =>
  node.kind === "behaviour" && skillOf(node.skillId) === skill && node.anchors !== null
    ? { ...node, anchors: null }
    : node;

/** What followed, oldest first. None adds or removes a node: facts of the first day speak of all of them. */
export const pastVersions: readonly PastVersion[] = [
  {
    on: "2025-02-17",
    title: "Refund calls in words one can see",
    note: "Two behaviours said what people know; they now say what a colleague on the next desk can see. Levels described for refund calls",
    before: (node, skillOf) => {
      const first = node.kind === "behaviour" ? firstWords[node.statement] : undefined;
      if (node.kind === "behaviour" && first) return { ...node, statement: first, anchors: null };
      if (node.kind === "skill" && node.name === service) return { ...node, summary: null };
      return notYetDescribed(node, service, skillOf);
    },
  },
  {
    on: "2025-09-08",
    title: "First pieces: what counts as checked",
    note: "Levels described with the inspectors of all three sites; a check fades faster than other skills, so its evidence counts half after 120 days",
    before: (node, skillOf) =>
      node.kind === "skill" && node.name === quality
        ? { ...node, halfLifeDays: null, summary: null }
        : notYetDescribed(node, quality, skillOf),
  },
  {
    on: "2026-03-02",
    title: "Negotiation at the level customers meet",
    note: "Sales asks for hard cases alone where a contract is at stake, and describes what that looks like",
    before: (node, skillOf) => {
      if (node.kind === "skill" && node.name === negotiation) return { ...node, halfLifeDays: null };
      if (node.kind === "need" && skillOf(node.skillId) === negotiation && node.targetLevel === 4)
        return { ...node, targetLevel: 3, shownBy: node.shownBy.map((shown) => ({ ...shown, targetLevel: 3 })) };
      return notYetDescribed(node, negotiation, skillOf);
    },
  },
];
