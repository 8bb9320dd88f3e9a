import "server-only";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { Fault } from "@/lib/intake/fault";
import { query } from "@/lib/server/tenant-access";
import { applyChanges } from "@/lib/skills/tree/apply-changes";
import { compareTrees, type Difference } from "@/lib/skills/tree/compare-trees";
import { nameOf } from "@/lib/skills/tree/name-of";
import type { NodeKind } from "@/lib/skills/tree/node";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { align } from "./align";
import { readOwners, readTarget } from "./draft-tree";
import { readFormerNames } from "./former-nodes";
import type { PreviewInput } from "./input";
import { openSource } from "./open-source";
import type { Mapped, Parsed } from "./parsed";

export type Preview = {
  difference: Difference;
  /** Nodes of the file that are there already, as they are. */
  unchanged: number;
  mapping: Mapped[];
  /** What the file calls by a name it had before: `is` is its name today, or that of what it became part of. */
  formerly: { id: string; kind: NodeKind; was: string; is: string; merged: boolean }[];
  faults: Fault[];
  notices: string[];
  /** Why it could not be taken as it is. */
  obstacles: string[];
};

/** What taking the chosen part of a source would change, against what is in force or a draft. */
export async function readPreview(viewer: Viewer, { source, chosen, draftId }: PreviewInput): Promise<Preview> {
  authorise(viewer.roles, "skill.edit");
  const opened = await openSource(viewer.orgId, source);
  const parsed = opened.take(new Set(chosen));
  return compare(viewer, { parsed, draftId, notices: [...opened.notices, ...parsed.notices] });
}

const compare = query(
  "skill.edit",
  async (tx, input: { parsed: Parsed; draftId: string | null; notices: string[] }, { orgId }): Promise<Preview> => {
    const { parsed, draftId, notices } = input;
    const { tree } = await readTarget(tx, orgId, draftId);
    const owners = await readOwners(tx);
    const { changes, ids, formerly } = align(parsed, tree, owners.byAddress, await readFormerNames(tx, orgId));
    const changed = new Set(changes.map(({ id }) => id));
    const after = applyChanges(tree, changes);
    const inFile = new Map(parsed.nodes.map((node) => [node.id, node]));
    return {
      difference: compareTrees(tree, after, owners.names),
      unchanged: new Set([...ids.values()].filter((id) => !changed.has(id))).size,
      mapping: parsed.mapping,
      formerly: formerly.flatMap(({ was, id, merged }) => {
        const [told, today] = [inFile.get(was), after.get(id)];
        if (!told || !today) return [];
        return [{ id: was, kind: told.kind, was: nameOf(after, told), is: nameOf(after, today), merged }];
      }),
      faults: parsed.faults.slice(0, 200),
      notices: [...new Set(notices)],
      obstacles: [...new Set(validateChanges(tree, changes).map(({ message }) => message))].slice(0, 10),
    };
  },
);
