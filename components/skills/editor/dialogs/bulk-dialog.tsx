"use client";
import { useState } from "react";
import { UserChoice } from "@/components/choices/user-choice";
import { levelWords } from "@/components/skills/level-words";
import { useModel } from "@/components/skills/tree/model-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Choice } from "@/lib/access/choosing/choosable";
import { type Patch, setFields } from "@/lib/skills/tree/edits/set-fields";
import type { OutlineRow } from "@/lib/skills/tree/outline";
import { depths, depthWords, facets, facetWords, risks, riskWords } from "@/lib/skills/tree/vocabulary";
import { EditDialog } from "./edit-dialog";

const leave = { value: "", label: "Leave as it is" };
const leaveOwner = { id: "", name: leave.label, hint: null };
const nobody = { id: "none", name: "Take out", hint: null };
const clear = { value: "none", label: "Take out" };
const choices = <Value extends string>(values: readonly Value[], words: Record<Value, string>) => [
  leave,
  clear,
  ...values.map((value) => ({ value, label: words[value] })),
];

/** Sets some fields of many nodes in one step, which is undone in one step. */
export function BulkDialog({ rows, onClose }: { rows: readonly OutlineRow[]; onClose: () => void }) {
  const { owners } = useModel();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [owner, setOwner] = useState<Choice>(leaveOwner);
  const has = (...kinds: OutlineRow["kind"][]) => rows.some(({ kind }) => kinds.includes(kind));
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Field label={label}>
      <Select
        value={typed[name] ?? ""}
        options={options}
        onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      />
    </Field>
  );
  const levels = levelWords.map((word, at) => ({ value: String(at + 1), label: `${at + 1}, ${word.toLowerCase()}` }));
  const yesNo = [leave, { value: "yes", label: "Yes" }, { value: "no", label: "No" }];
  return (
    <EditDialog
      title={`Edit ${rows.length === 1 ? "1 entry" : `${rows.length} entries`}`}
      description="Each entry takes the fields it has. What is left as it is stays as it is in each."
      action="Set"
      onClose={onClose}
      build={(index) => {
        const patch = patchOf(typed);
        if (Object.keys(patch).length === 0) return "Choose what to set";
        const ids = rows.flatMap((row) => [
          ...("node" in row ? [row.node.id] : []),
          ...(row.kind === "skill" && row.need ? [row.need.id] : []),
        ]);
        return setFields(index, ids, patch);
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {has("skill", "behaviour") ? select("facet", "Facet", choices(facets, facetWords)) : null}
        {has("skill") ? select("risk", "Risk", choices(risks, riskWords)) : null}
        {has("skill") ? select("depth", "Depth", choices(depths, depthWords)) : null}
        {has("skill") ? select("targetLevel", "Target level", [leave, clear, ...levels]) : null}
        {has("task", "skill") ? select("critical", "Critical", yesNo) : null}
        {has("role", "skill") ? (
          <Field label="Owner">
            <UserChoice
              to="skill"
              value={owner}
              fixed={[leaveOwner, nobody]}
              onChoose={(chosen) => {
                owners.set(chosen.id, chosen.name);
                setOwner(chosen);
                setTyped({ ...typed, ownerId: chosen.id });
              }}
            />
          </Field>
        ) : null}
        {has("behaviour")
          ? select("seenBy", "Seen by", [leave, ...witnessSets.map(({ value, label }) => ({ value, label }))])
          : null}
        {has("skill") ? (
          <Field label="Half-life in days" hint="Empty: leave as it is">
            <Input
              inputMode="numeric"
              value={typed.halfLifeDays ?? ""}
              onChange={(event) => setTyped({ ...typed, halfLifeDays: event.target.value })}
            />
          </Field>
        ) : null}
      </div>
    </EditDialog>
  );
}

const witnessSets = [
  { value: "manager", label: "Manager", seenBy: ["manager"] },
  { value: "manager-peer", label: "Manager and peer", seenBy: ["manager", "peer"] },
  { value: "system", label: "System", seenBy: ["system"] },
  { value: "all", label: "Manager, peer and system", seenBy: ["manager", "peer", "system"] },
] as const;

function patchOf(typed: Record<string, string>): Patch {
  const patch: Patch = {};
  const one = <Value extends string>(values: readonly Value[], text: string) =>
    values.find((value) => value === text) ?? null;
  if (typed.facet) patch.facet = one(facets, typed.facet);
  if (typed.risk) patch.risk = one(risks, typed.risk);
  if (typed.depth) patch.depth = one(depths, typed.depth);
  if (typed.targetLevel) patch.targetLevel = typed.targetLevel === "none" ? null : Number(typed.targetLevel);
  if (typed.critical) patch.critical = typed.critical === "yes";
  if (typed.ownerId) patch.ownerId = typed.ownerId === "none" ? null : typed.ownerId;
  if (typed.halfLifeDays?.trim()) patch.halfLifeDays = Number(typed.halfLifeDays);
  const seen = witnessSets.find(({ value }) => value === typed.seenBy);
  if (seen) patch.seenBy = [...seen.seenBy];
  return patch;
}
