import "server-only";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import type { Depth } from "./depth";
import { coachIdOf, type Line, readLine } from "./line";

/** Whom a page of the team shows, and how many report to the viewer in all. */
type ChosenLine = Line & { coachId: string; ids: string[] };

/** Null for a manager without an employee record. */
export async function readChosenLine(tx: Tx, viewer: Viewer, depth: Depth): Promise<ChosenLine | null> {
  const coachId = coachIdOf(viewer);
  if (!coachId) return null;
  const { people, size } = await readLine(tx, viewer.orgId, coachId, depth);
  return { coachId, people, size, ids: people.map(({ personId }) => personId) };
}
