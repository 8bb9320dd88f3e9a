import "server-only";
import type { Tx } from "@/db/client";
import { postponeRollups, postponeSkillStates } from "@/lib/rollups/pending-rollups";
import { settleLater } from "@/lib/rollups/settle-later";
import { prepareTouched } from "@/lib/rollups/touched";
import type { Change, NodeKind } from "@/lib/skills/tree/node";
import { differingFields } from "@/lib/skills/tree/same-node";

type Fields = Partial<Record<NodeKind, readonly string[]>>;

/** What figures read of the taxonomy: which role needs which skill for which task, how deep and at which level, and what a behaviour shows. */
const readByFigures: Fields = {
  need: ["roleId", "taskId", "skillId", "targetLevel", "depth"],
  skill: ["depth"],
  behaviour: ["skillId"],
};
/** What the states of people's skills read besides. */
const readByStates: Fields = { need: ["critical", "shownBy"], skill: ["halfLifeDays"], task: ["critical"] };

type Behind = "all figures" | "skill states" | null;

/** What is behind the taxonomy after these changes. What is added or retired without a need changes no figure: a new
 * behaviour has no facts, and those of an old one stay. */
function behindAfter(changes: readonly Change[]): Behind {
  const reads = (fields: Fields) =>
    changes.some(({ before, after }) =>
      before && after
        ? differingFields(before, after).some((field) => fields[before.kind]?.includes(field))
        : (before ?? after)?.kind === "need",
    );
  if (reads(readByFigures)) return "all figures";
  return reads(readByStates) ? "skill states" : null;
}

/**
 * Notes what is behind and has the worker recompute it, after any import under way: with a hundred thousand people that takes longer than
 * anybody waits for a page. `countsOtherwise`: facts of merged nodes count for their heir now, or for themselves again. Until then pages say that figures are being computed.
 */
export async function followRollups(
  tx: Tx,
  orgId: string,
  changes: readonly Change[],
  countsOtherwise: boolean,
): Promise<Behind> {
  const behind = countsOtherwise ? "all figures" : behindAfter(changes);
  if (behind === "all figures") {
    await prepareTouched(tx);
    await postponeRollups(tx, orgId, true);
  } else if (behind === "skill states") {
    await postponeSkillStates(tx, orgId);
  }
  if (behind) await settleLater(tx, orgId);
  return behind;
}
