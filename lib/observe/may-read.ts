import "server-only";
import type { Tx } from "@/db/client";
import { may } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { dayOf } from "@/lib/days";
import { inLineOn } from "./line-on";

/** The wall: somebody's evidence is for themselves and for their coach, a manager in whose line they report today. */
export async function mayRead(tx: Tx, viewer: Viewer, personId: string): Promise<boolean> {
  if (!viewer.personId) return false;
  if (viewer.personId === personId) return true;
  if (!may(viewer.roles, "person.read")) return false;
  const line = { managerId: viewer.personId, people: [personId], day: dayOf(new Date()) };
  return (await inLineOn(tx, viewer.orgId, line)).has(personId);
}
