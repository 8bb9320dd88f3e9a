"use client";
import type { KeyboardEvent, RefObject } from "react";
import { useModel, useTreeIndex } from "@/components/skills/tree/model-context";
import { controlClass } from "@/components/ui/control-class";
import { useFormats } from "@/components/ui/formats-provider";
import { Select } from "@/components/ui/select";
import { type FilterName, filterWords } from "./filters";
import type { TreeFilter } from "./use-tree-filter";

type FindBarProps = {
  tree: TreeFilter;
  role: string | null;
  onRole: (role: string | null) => void;
  search: RefObject<HTMLInputElement | null>;
  /** In a draft one can also look for what it changes. */
  drafting?: boolean;
};

/** Search, role and filter. What is found is counted aloud; Enter and the down arrow lead into the tree. */
export function FindBar({ tree, role, onRole, search, drafting = false }: FindBarProps) {
  const { view } = useModel();
  const { roles } = useTreeIndex();
  const formats = useFormats();
  const names = (Object.keys(filterWords) as FilterName[]).filter((name) => drafting || name !== "changed");
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") tree.setWords("");
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    view.go(view.active());
  };
  return (
    <div className="screen-only mb-3 grid gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <input
        ref={search}
        type="search"
        aria-label="Search the taxonomy"
        placeholder="Search roles, tasks, skills, behaviours"
        autoComplete="off"
        value={tree.words}
        className={controlClass}
        onChange={(event) => tree.setWords(event.target.value)}
        onKeyDown={keyDown}
      />
      <Select
        aria-label="Role"
        value={role ?? ""}
        options={[{ value: "", label: "All roles" }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onRole(event.target.value || null)}
      />
      <Select
        aria-label="Show"
        value={tree.filter}
        options={names.map((value) => ({ value, label: filterWords[value] }))}
        onChange={(event) => tree.setFilter(event.target.value as FilterName)}
      />
      <p aria-live="polite" className="text-caption text-ink-3 empty:hidden sm:col-span-3">
        {tree.found === null ? "" : foundText(tree.found, formats.number(tree.found))}
      </p>
    </div>
  );
}

function foundText(count: number, text: string): string {
  if (count === 0) return "Nothing found. Fewer words, or another role, may find it.";
  return count === 1 ? "1 found" : `${text} found`;
}
