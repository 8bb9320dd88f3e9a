import type { Change } from "@/lib/skills/tree/node";

/** What the editor sends: an edit, or one taken back or done again. `changes` is null where only the server knows what it undoes. */
export type Step = { kind: "edit" | "undo" | "redo"; label: string; changes: Change[] | null };
