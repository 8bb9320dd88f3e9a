"use client";
import type { RoleNode } from "@/lib/skills/tree/node";
import { OwnerField } from "./owner-field";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

export function RoleForm({ role }: { role: RoleNode }) {
  const set = useSet(role.id);
  return (
    <>
      <TextField place={`${role.id}/name`} label="Name" value={role.name} onCommit={(name) => set({ name })} />
      <TextField
        place={`${role.id}/summary`}
        label="Summary"
        rows={3}
        value={role.summary ?? ""}
        onCommit={(summary) => set({ summary: summary || null })}
      />
      <OwnerField id={role.id} ownerId={role.ownerId} />
    </>
  );
}
