"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/work/use-saving";
import { addCostAction, changeCostAction } from "@/lib/roi/case/actions";
import type { LedgerRow } from "@/lib/roi/case/read-ledger";
import { CostFields, type TypedCost } from "./cost-fields";
import { typedNumber, writtenNumber } from "./typed-number";

type Target = { initiativeId: string } | { cost: LedgerRow };
type CostDialogProps = { target: Target; currency: string; today: string };

/** Enters a cost, or changes one that was entered here. */
export function CostDialog({ target, currency, today }: CostDialogProps) {
  const cost = "cost" in target ? target.cost : null;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => typedFrom(cost, currency, today));
  const { submit, pending, message, fields } = useSaving(
    (input: ReturnType<typeof inputOf>) =>
      "cost" in target
        ? changeCostAction({ ...input, id: target.cost.id, revision: target.cost.revision })
        : addCostAction({ ...input, initiativeId: target.initiativeId }),
    () => {
      setOpen(false);
      announce(cost ? "Cost changed" : "Cost added", typed.item);
      if (!cost) setTyped(typedFrom(null, currency, today));
    },
  );
  return (
    <Dialog
      title={cost ? "Change the cost" : "Add a cost"}
      description="What it took, in the currency it was paid in. Amounts in another currency are converted by the rate of their day."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) =>
        cost ? (
          <Button look="inline" aria-label={`Change ${cost.item}`} {...opening}>
            Change
          </Button>
        ) : (
          <Button {...opening}>Add a cost</Button>
        )
      }
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit(inputOf(typed));
        }}
      >
        <CostFields typed={typed} onType={setTyped} fields={fields} message={message} />
        <Button look="primary" type="submit" pending={pending}>
          {cost ? "Save the cost" : "Add it"}
        </Button>
      </form>
    </Dialog>
  );
}

function typedFrom(cost: LedgerRow | null, currency: string, today: string): TypedCost {
  return {
    item: cost?.item ?? "",
    kind: cost?.kind ?? "",
    amount: writtenNumber(cost?.amount ?? null),
    currency: cost?.currency ?? currency,
    spentOn: cost?.spentOn ?? today,
    recurrence: cost?.recurrence ?? "one_off",
    endsOn: cost?.endsOn ?? "",
    hours: writtenNumber(cost?.hours ?? null),
    note: cost?.note ?? "",
  };
}

function inputOf({ kind, amount, hours, endsOn, note, recurrence, ...typed }: TypedCost) {
  return {
    ...typed,
    recurrence,
    // What nobody chose is refused by the server, beside its field.
    kind: kind as Exclude<TypedCost["kind"], "">,
    amount: typedNumber(amount) ?? Number.NaN,
    hours: typedNumber(hours),
    endsOn: recurrence === "one_off" ? null : endsOn || null,
    note: note || null,
  };
}
