import type { KeyboardEvent } from "react";

export type CommandName =
  | "rename"
  | "add"
  | "add-beside"
  | "up"
  | "down"
  | "pick-up"
  | "put"
  | "mark"
  | "merge"
  | "split"
  | "bulk"
  | "remove"
  | "undo"
  | "redo"
  | "search"
  | "difference"
  | "help"
  | "clear";

type Command = {
  name: CommandName;
  label: string;
  /** As shown; `Mod` is Control, or Command on a Mac. */
  keys: string;
  matches: (event: KeyboardEvent) => boolean;
};

const plain = (event: KeyboardEvent) => !event.ctrlKey && !event.metaKey && !event.altKey;
const letter =
  (key: string, shift = false) =>
  (event: KeyboardEvent) =>
    plain(event) && event.shiftKey === shift && event.key.toLowerCase() === key;
const mod = (key: string, shift: boolean) => (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && event.shiftKey === shift && event.key.toLowerCase() === key;
const named = (key: string) => (event: KeyboardEvent) => plain(event) && event.key === key;

/** Every key of the editor beyond moving about. Each has a button as well. */
export const commands: readonly Command[] = [
  {
    name: "rename",
    label: "Edit where it stands",
    keys: "Enter",
    matches: (e) => plain(e) && ["Enter", "F2"].includes(e.key),
  },
  { name: "add", label: "Add below", keys: "N", matches: letter("n") },
  { name: "add-beside", label: "Add beside", keys: "Shift+N", matches: letter("n", true) },
  {
    name: "up",
    label: "Move up, or over to the one before",
    keys: "Alt+↑",
    matches: (e) => e.altKey && e.key === "ArrowUp",
  },
  {
    name: "down",
    label: "Move down, or over to the next",
    keys: "Alt+↓",
    matches: (e) => e.altKey && e.key === "ArrowDown",
  },
  { name: "pick-up", label: "Pick up, to put elsewhere", keys: "X", matches: letter("x") },
  { name: "put", label: "Put here", keys: "V", matches: letter("v") },
  { name: "mark", label: "Mark, or take the mark off", keys: "Space", matches: named(" ") },
  { name: "merge", label: "Merge what is marked", keys: "M", matches: letter("m") },
  { name: "split", label: "Split the skill", keys: "S", matches: letter("s") },
  { name: "bulk", label: "Edit all that is marked", keys: "B", matches: letter("b") },
  {
    name: "remove",
    label: "Take out",
    keys: "Delete",
    matches: (e) => plain(e) && ["Delete", "Backspace"].includes(e.key),
  },
  { name: "undo", label: "Undo", keys: "Mod+Z", matches: mod("z", false) },
  { name: "redo", label: "Redo", keys: "Mod+Shift+Z", matches: (e) => mod("z", true)(e) || mod("y", false)(e) },
  { name: "search", label: "Search", keys: "/", matches: (e) => plain(e) && e.key === "/" },
  { name: "difference", label: "Difference to what is in force", keys: "D", matches: letter("d") },
  { name: "help", label: "All keys", keys: "?", matches: (e) => plain(e) && e.key === "?" },
  {
    name: "clear",
    label: "Take all marks off, let go of what was picked up",
    keys: "Escape",
    matches: named("Escape"),
  },
];

export const commandFor = (event: KeyboardEvent): CommandName | null =>
  commands.find(({ matches }) => matches(event))?.name ?? null;

/** Keys of the tree itself. */
export const movingKeys = [
  ["Up and down", "↑ ↓"],
  ["Open, and in", "→"],
  ["Close, and out", "←"],
  ["First and last", "Home End"],
  ["A page", "Page Up, Page Down"],
] as const;
