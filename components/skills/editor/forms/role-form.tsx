"use client";
import Link from "next/link";
import { useModel } from "@/components/skills/tree/model-context";
import type { RoleNode } from "@/lib/skills/tree/node";
import { OwnerField } from "./owner-field";
import { TextField } from "./text-field";
import { useSet } from "./use-set";

export function RoleForm({ role }: { role: RoleNode }) {
  const { inForce } = useModel();
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
      {inForce.has(role.id) ? (
        <p className="text-table text-ink-2">
          When somebody new counts as able to do the job is no part of a draft and changes at once:{" "}
          <Link className="link" href={`/skills/roles/${role.id}/proficiency`}>
            Time to proficiency
          </Link>
        </p>
      ) : null}
    </>
  );
}
