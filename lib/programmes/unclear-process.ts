import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import type { MissedVerdict } from "@/lib/work/missed/missed-concepts";
import { readMissed } from "@/lib/work/missed/read-missed";

/** A scenario several people fail at first, again and again: a sign that the process itself may be unclear. */
export type UnclearProcess = { id: string; name: string; people: number; share: number; verdict: MissedVerdict };

/** Conventions of `/work/missed`: failed by a quarter or more, by several people in both halves of the year. */
const several = 3;

/**
 * Of the behaviours of a chain, those people fail at first often and consistently, the most failed first. Empty for viewers who may not see
 * the work, and where nothing is.
 * @param behaviours statements of the chain
 */
export async function readUnclearProcess(viewer: Viewer, behaviours: readonly string[]): Promise<UnclearProcess[]> {
  if (!may(viewer.roles, "work.read")) return [];
  const { concepts } = await readMissed(viewer);
  const named = new Set(behaviours);
  return concepts
    .flatMap(({ id, name, people, share, consistent, verdict, withheld }) =>
      named.has(name) && !withheld && consistent && share !== null && people * share >= several
        ? [{ id, name, people, share, verdict }]
        : [],
    )
    .toSorted((one, other) => other.share - one.share);
}
