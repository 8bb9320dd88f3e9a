"use client";
import { Button } from "@/components/ui/button";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { fillItemsAction } from "@/lib/programmes/actions";

/** Turns the workflow and the taxonomy into tasks, scenarios and checkpoints. */
export function FillItems({ initiativeId }: { initiativeId: string }) {
  const { submit, pending, message } = useSaving(fillItemsAction, ({ added }) =>
    announce(
      added === 0 ? "Nothing new" : "Added",
      added === 0 ? "All of the workflow stands here already." : `${added} from the workflow and the taxonomy.`,
    ),
  );
  return (
    <>
      <Button pending={pending} onClick={() => submit({ initiativeId })}>
        Take from the workflow
      </Button>
      <SaveError message={message} />
    </>
  );
}
