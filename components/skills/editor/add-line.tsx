"use client";
import { useDeferredValue, useId, useState } from "react";
import { useTreeIndex } from "@/components/skills/tree/model-context";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/control-class";
import { searchTree } from "@/lib/skills/tree/search-tree";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import { checkWording } from "@/lib/skills/wording/check-wording";
import type { Addition } from "./add-at";
import { useSession } from "./session-context";

type AddLineProps = { addition: Addition; onAdded: (id: string) => void; onClose: () => void };

/** One name after the other: Enter adds and waits for the next, Escape goes back to the tree. */
export function AddLine({ addition, onAdded, onClose }: AddLineProps) {
  const session = useSession();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const kind = kindWords[addition.kind].toLowerCase();
  const finding = addition.kind === "behaviour" ? checkWording(typed)[0] : undefined;
  const add = () => {
    const name = typed.trim();
    if (name === "") return setProblem(`Give the ${kind} ${addition.kind === "behaviour" ? "its words" : "a name"}`);
    const { edit, id } = addition.build(session.view.index(), name);
    if (edit.changes.length === 0) return setProblem("It is there already");
    const faults = session.edit(edit);
    setProblem(faults[0]?.message ?? null);
    if (faults.length > 0) return;
    setTyped("");
    onAdded(id);
  };
  return (
    <form
      noValidate
      className="border-t border-line bg-paper-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <label htmlFor={`${list}-field`} className="mb-1 block truncate text-table font-medium">
        Add {kind} {addition.where}
      </label>
      <div className="flex gap-2">
        <input
          id={`${list}-field`}
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to add
          autoFocus
          autoComplete="off"
          list={addition.kind === "skill" ? list : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${list}-hint`}
          value={typed}
          className={controlClass}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">Add</Button>
        <Button look="plain" onClick={onClose}>
          Done
        </Button>
      </div>
      <p id={`${list}-hint`} aria-live="polite" className="mt-1 text-caption text-ink-3">
        {problem ? <span className="text-table font-medium text-worse">{problem}</span> : null}
        {!problem && finding ? `Hard to see: ${finding.reason}` : null}
        {!problem && !finding ? "Enter adds and waits for the next; Escape goes back to the tree." : null}
      </p>
      {addition.kind === "skill" ? <KnownSkills id={list} typed={typed} /> : null}
    </form>
  );
}

/** Skills there are already: choosing one makes it needed here too. */
function KnownSkills({ id, typed }: { id: string; typed: string }) {
  const index = useTreeIndex();
  const words = useDeferredValue(typed);
  const names = searchTree(index, words).flatMap(({ node }) => (node.kind === "skill" ? [node.name] : []));
  return (
    <datalist id={id}>
      {names.slice(0, 12).map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
