import "server-only";
import type { Viewer } from "@/lib/access/viewer";
import { DomainError } from "@/lib/errors";

/** The viewer's own record as a person. An entry that another user's queue holds is not taken in this one's name. */
export function requireWriter(viewer: Viewer, writtenBy: string): string {
  if (viewer.userId !== writtenBy) {
    throw new DomainError("forbidden", "Somebody else wrote this on this device. They can send it when they sign in");
  }
  return requireOwnRecord(viewer);
}

export function requireOwnRecord(viewer: Viewer): string {
  if (viewer.personId) return viewer.personId;
  throw new DomainError(
    "forbidden",
    "Your sign-in is not tied to an employee record. Ask an administrator to tie it, so that it is known who saw this",
  );
}
