import type { TreeView } from "@/components/skills/tree/tree-view";
import type { Result } from "@/lib/errors";
import type { Standing } from "@/lib/skills/drafts/draft";
import { applyChanges, invert } from "@/lib/skills/tree/apply-changes";
import type { Fault } from "@/lib/skills/tree/fault";
import type { Change, Edit, Tree } from "@/lib/skills/tree/node";
import { changeIndex, indexTree, type TreeIndex } from "@/lib/skills/tree/tree-index";
import { validateChanges } from "@/lib/skills/tree/validate-changes";
import { createSaveLine } from "./save-line";
import type { Step } from "./step";

type Answer = Standing & { changes?: Change[] };

type SessionOptions = {
  view: TreeView;
  standing: Standing;
  /** Saves one step of a draft that stands at `at`. */
  send: (step: Step, at: number) => Promise<Result<Answer>>;
  keep: (steps: readonly Step[]) => void;
};

export type DraftSession = ReturnType<typeof createDraftSession>;

/**
 * A draft being edited: every edit shows at once and is saved behind it. `standing` is the server's, `ahead` what will come of the
 * steps that wait.
 */
export function createDraftSession({ view, standing: atFirst, send, keep }: SessionOptions) {
  let standing = atFirst;
  let ahead = atFirst;
  let done: Edit[] = [];
  let undone: Edit[] = [];
  const show = (changes: readonly Change[]) => view.setIndex(changeIndex(view.index(), changes));

  const line = createSaveLine<Step>({
    keep,
    send: async (step) => {
      const answer = await send(step, standing.standsAt);
      if (!answer.ok) return answer;
      standing = { standsAt: answer.data.standsAt, lastEdit: answer.data.lastEdit };
      if (line.waiting().length === 1) ahead = standing;
      if (step.changes === null) show(answer.data.changes ?? []);
      return answer;
    },
  });

  const make = (edit: Edit) => {
    show(edit.changes);
    done.push(edit);
    undone = [];
    ahead = afterEdits(ahead, 1);
    line.push({ kind: "edit", ...edit });
  };
  const step = (kind: "undo" | "redo") => {
    const by = kind === "undo" ? -1 : 1;
    if (kind === "undo" ? ahead.standsAt === 0 : ahead.standsAt >= ahead.lastEdit) return;
    const edit = kind === "undo" ? done.pop() : undone.pop();
    const changes = edit ? (kind === "undo" ? invert(edit).changes : edit.changes) : null;
    if (edit && kind === "undo") undone.push(edit);
    if (edit && kind === "redo") done.push(edit);
    if (changes) show(changes);
    ahead = { ...ahead, standsAt: ahead.standsAt + by };
    line.push({ kind, label: edit?.label ?? "", changes });
  };

  return {
    view,
    line,
    /** Makes an edit, or says what stands against it and changes nothing. An edit without changes is none. */
    edit: (build: Edit | ((index: TreeIndex) => Edit)): Fault[] => {
      const edit = typeof build === "function" ? build(view.index()) : build;
      if (edit.changes.length === 0) return [];
      const faults = validateChanges(view.index().tree, edit.changes);
      if (faults.length === 0) make(edit);
      return faults;
    },
    undo: () => step("undo"),
    redo: () => step("redo"),
    canUndo: () => ahead.standsAt > 0,
    canRedo: () => ahead.standsAt < ahead.lastEdit,
    /**
     * Puts the draft as it is now underneath and edits that wait on top of it, which are saved from there. Shown in one go, so that the
     * keyboard stays where it is, also at what is not saved yet.
     */
    rebase: (tree: Tree, now: Standing, edits: readonly Edit[]) => {
      standing = now;
      ahead = afterEdits(now, edits.length);
      done = [...edits];
      undone = [];
      view.setIndex(indexTree(edits.reduce((under, { changes }) => applyChanges(under, changes), tree)));
      line.restart(edits.map((edit) => ({ kind: "edit", ...edit })));
    },
  };
}

/** An edit takes away what could have been redone. */
const afterEdits = (from: Standing, count: number): Standing =>
  count === 0 ? from : { standsAt: from.lastEdit + count, lastEdit: from.lastEdit + count };
