"use client";
import {
  ArrowDown,
  ArrowUp,
  Check,
  ClipboardPaste,
  Keyboard,
  ListChecks,
  type LucideIcon,
  Merge,
  Pencil,
  Plus,
  Redo2,
  Scissors,
  Split,
  Trash2,
  Undo2,
} from "lucide-react";
import { Button } from "@/components/ui/button";
import { kindWords } from "@/lib/skills/tree/vocabulary";
import type { Addition } from "./add-at";
import type { CommandName } from "./commands";

type ToolbarProps = {
  additions: { below: Addition; beside: Addition | null };
  can: (command: CommandName) => boolean;
  run: (command: CommandName) => void;
  marked: number;
};

/** Every command as a button, for the mouse, the finger and whoever does not know the keys. */
export function Toolbar({ additions, can, run, marked }: ToolbarProps) {
  const tool = (name: CommandName, Icon: LucideIcon, label: string, keys: string, isSign = false) => (
    <Button
      key={name}
      look="plain"
      className="px-1.5! text-table!"
      disabled={!can(name)}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      aria-label={isSign ? label : undefined}
      onClick={() => run(name)}
    >
      <Icon aria-hidden="true" size={15} />
      {isSign ? null : label}
    </Button>
  );
  const kindOf = (addition: Addition) => kindWords[addition.kind].toLowerCase();
  return (
    <div
      role="toolbar"
      aria-label="Edit the tree"
      className="screen-only flex gap-x-1 overflow-x-auto border-t sm:flex-wrap border-ink py-1"
    >
      {tool("undo", Undo2, "Undo", "Control+Z", true)}
      {tool("redo", Redo2, "Redo", "Control+Shift+Z", true)}
      {tool("add", Plus, `Add ${kindOf(additions.below)}`, "N")}
      {additions.beside ? tool("add-beside", Plus, `Add ${kindOf(additions.beside)}`, "Shift+N") : null}
      {tool("rename", Pencil, "Edit", "Enter")}
      {tool("up", ArrowUp, "Move up", "Alt+ArrowUp", true)}
      {tool("down", ArrowDown, "Move down", "Alt+ArrowDown", true)}
      {tool("pick-up", Scissors, "Pick up", "X")}
      {tool("put", ClipboardPaste, "Put here", "V")}
      {tool("mark", Check, "Mark", "Space")}
      {tool("bulk", ListChecks, marked > 0 ? `Edit ${marked} marked` : "Edit marked", "B")}
      {tool("merge", Merge, "Merge", "M")}
      {tool("split", Split, "Split", "S")}
      {tool("remove", Trash2, "Take out", "Delete")}
      {tool("help", Keyboard, "All keys", "?", true)}
    </div>
  );
}
