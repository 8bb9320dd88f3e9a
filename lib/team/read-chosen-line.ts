import "server-only";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { type Depth, inDepth } from "./depth";
import { coachIdOf, type LinePerson, readLine } from "./line";

/** Everybody who reports to the viewer, and those of the depth that a page of the team shows. */
type ChosenLine = { coachId: string; line: LinePerson[]; people: LinePerson[]; ids: string[] };

/** Null for a manager without an employee record. */
export async function readChosenLine(tx: Tx, viewer: Viewer, depth: Depth): Promise<ChosenLine | null> {
  const coachId = coachIdOf(viewer);
  if (!coachId) return null;
  const line = await readLine(tx, viewer.orgId, coachId);
  const people = inDepth(line, depth);
  return { coachId, line, people, ids: people.map(({ personId }) => personId) };
}
