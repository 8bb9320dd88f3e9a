"use client";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { orderStepsAction, removeStepAction } from "@/lib/work/actions";

type StepToolsProps = { workflowId: string; ids: readonly string[]; at: number; name: string };

/** Moves a step up or down, or takes it away. */
export function StepTools({ workflowId, ids, at, name }: StepToolsProps) {
  const order = useSaving(orderStepsAction, () => announce("Steps ordered", name));
  const remove = useSaving(removeStepAction, () => announce("Step removed", name));
  const move = (by: number) => {
    const next = [...ids];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    order.submit({ workflowId, stepIds: next });
  };
  const failure = order.message ?? remove.message;
  return (
    <>
      <Button
        look="inline"
        aria-label={`Move ${name} up`}
        disabled={at === 0}
        pending={order.pending}
        onClick={() => move(-1)}
      >
        Up
      </Button>
      <Button
        look="inline"
        aria-label={`Move ${name} down`}
        disabled={at === ids.length - 1}
        pending={order.pending}
        onClick={() => move(1)}
      >
        Down
      </Button>
      <Button
        look="inline"
        aria-label={`Remove ${name}`}
        pending={remove.pending}
        onClick={() => remove.submit({ stepId: ids[at] ?? "" })}
      >
        Remove
      </Button>
      <span role="alert">{failure ? <span className="text-table font-medium text-worse">{failure}</span> : null}</span>
    </>
  );
}
