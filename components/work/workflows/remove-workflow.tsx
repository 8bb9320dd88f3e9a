"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SaveError } from "@/components/ui/save-error";
import { useSaving } from "@/components/ui/use-saving";
import { removeWorkflowAction } from "@/lib/work/actions";

/** Takes a workflow away, after one question. */
export function RemoveWorkflow({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { submit, pending, message } = useSaving(removeWorkflowAction, () => router.push("/work/workflows"));
  return (
    <Dialog
      title={`Remove “${name}”`}
      description="Its steps go with it; friction points stay in the register."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Remove</Button>}
    >
      <SaveError message={message} />
      <Button look="danger" pending={pending} onClick={() => submit({ workflowId: id })}>
        Remove the workflow
      </Button>
    </Dialog>
  );
}
