"use client";
import { type ReactNode, useState } from "react";
import { useSession } from "@/components/skills/editor/session-context";
import { Button } from "@/components/ui/button";
import { DialogWindow } from "@/components/ui/dialog-window";
import type { Edit } from "@/lib/skills/tree/node";
import type { TreeIndex } from "@/lib/skills/tree/tree-index";

type EditDialogProps = {
  title: string;
  description?: ReactNode;
  action: string;
  danger?: boolean;
  /** The edit, or what is still missing. */
  build: (index: TreeIndex) => Edit | string;
  onClose: () => void;
  children?: ReactNode;
};

/** A question before an edit; what stands against it is said in place. */
export function EditDialog({ title, description, action, danger = false, build, onClose, children }: EditDialogProps) {
  const session = useSession();
  const [problems, setProblems] = useState<string[]>([]);
  return (
    <DialogWindow title={title} description={description} open onOpenChange={onClose}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          const edit = build(session.view.index());
          if (typeof edit === "string") return setProblems([edit]);
          const faults = session.edit(edit);
          setProblems(faults.map(({ message }) => message));
          if (faults.length === 0) onClose();
        }}
      >
        {children}
        <div role="alert">
          {problems.map((problem) => (
            <p key={problem} className="font-medium text-worse">
              {problem}
            </p>
          ))}
        </div>
        <Button look={danger ? "danger" : "primary"} type="submit">
          {action}
        </Button>
      </form>
    </DialogWindow>
  );
}
