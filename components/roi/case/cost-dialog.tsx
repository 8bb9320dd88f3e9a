"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { addCostAction, changeCostAction } from "@/lib/roi/case/actions";
import type { LedgerRow } from "@/lib/roi/case/read-ledger";
import { CostFields, type TypedCost } from "./cost-fields";
import { typedNumber, writtenNumber } from "./typed-number";

type Target = { initiativeId: string } | { cost: LedgerRow };
type CostDialogProps = { target: Target; currency: string; today: string };

/** Enters a cost, or changes one that was entered here. */
export function CostDialog({ target, currency, today }: CostDialogProps) {
  const cost = "cost" in target ? target.cost : null;
  return (
    <DialogForm
      title={cost ? "Change the cost" : "Add a cost"}
      description="What it took, in the currency it was paid in. Amounts in another currency are converted by the rate of their day."
      trigger={(opening) =>
        cost ? (
          <Button look="inline" aria-label={`Change ${cost.item}`} {...opening}>
            Change
          </Button>
        ) : (
          <Button {...opening}>Add a cost</Button>
        )
      }
      initial={{ ...typedFrom(cost, currency, today), revision: cost?.revision ?? 0 }}
      submit={cost ? "Save the cost" : "Add it"}
      send={({ revision, ...typed }, entryId) =>
        "cost" in target
          ? changeCostAction({ ...inputOf(typed), id: target.cost.id, revision })
          : addCostAction({ ...inputOf(typed), entryId, initiativeId: target.initiativeId })
      }
      done={(_, { item }) => [cost ? "Cost changed" : "Cost added", item]}
    >
      {({ typed, set, errors }) => (
        <>
          <CostFields typed={typed} onType={set} fields={errors} />
        </>
      )}
    </DialogForm>
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
