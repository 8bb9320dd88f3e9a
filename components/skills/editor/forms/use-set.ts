"use client";
import { useSession } from "@/components/skills/editor/session-context";
import { type Patch, setFields } from "@/lib/skills/tree/edits/set-fields";

/** Sets fields of a node and says what stands against it. */
export function useSet(id: string) {
  const session = useSession();
  return (patch: Patch) => session.edit((index) => setFields(index, [id], patch));
}
