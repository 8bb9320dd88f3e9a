"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useFormats } from "@/components/ui/formats-provider";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/work/use-saving";
import { stateAssumptionAction } from "@/lib/roi/case/actions";
import type { Suggestion } from "@/lib/roi/case/suggestions";
import type { AssumptionState } from "@/lib/roi/results/initiative-money";
import { statedText } from "@/lib/roi/results/stated-text";
import { AssumptionFields, type TypedAssumption } from "./assumption-fields";
import { typedNumber, writtenNumber } from "./typed-number";

type AssumptionDialogProps = {
  assumption: AssumptionState;
  /** Of an assumption nobody has stated: what it is of; null is the whole organisation. */
  initiativeId: string | null;
  owners: readonly { id: string; name: string }[];
  suggestion?: Suggestion | undefined;
  /** What the button says; by default whether it is stated already. */
  says?: string;
};

/** States an assumption: value, range, unit, source, owner, other values and a note. What was typed stays until it is saved. */
export function AssumptionDialog({ assumption, initiativeId, owners, suggestion, says }: AssumptionDialogProps) {
  const formats = useFormats();
  const { key, label, revision } = assumption;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(() => typedFrom(assumption));
  const { submit, pending, message, fields } = useSaving(stateAssumptionAction, () => {
    setOpen(false);
    announce("Assumption stated", label);
  });
  const isSigned = assumption.signature.state === "signed";
  return (
    <Dialog
      title={label}
      description={
        isSigned
          ? "It is signed. With another value, range, unit or source the signature no longer counts, and everybody sees that."
          : "What is taken for granted, where it comes from, and who answers for it."
      }
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`${says ?? (revision > 0 ? "Change" : "State")} ${label}`} {...opening}>
          {says ?? (revision > 0 ? "Change" : "State")}
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...inputOf(typed), id: revision > 0 ? assumption.id : null, initiativeId, key, revision });
        }}
      >
        {suggestion && typedNumber(typed.value) !== suggestion.value ? (
          <p className="text-table">
            The data say {statedText(suggestion.value, typed.unit, formats)}. {suggestion.source}.{" "}
            <Button
              look="inline"
              onClick={() =>
                setTyped({
                  ...typed,
                  value: writtenNumber(suggestion.value),
                  low: "",
                  high: "",
                  source: suggestion.source,
                })
              }
            >
              Use it
            </Button>
          </p>
        ) : null}
        <AssumptionFields typed={typed} onType={setTyped} owners={owners} fields={fields} message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}

function typedFrom({ value, low, high, unit, source, owner, note, alternatives }: AssumptionState): TypedAssumption {
  return {
    value: writtenNumber(value),
    low: writtenNumber(low),
    high: writtenNumber(high),
    unit,
    source: source ?? "",
    ownerId: owner?.id ?? "",
    note: note ?? "",
    alternatives: alternatives.map((one, at) => ({ id: at, value: writtenNumber(one.value), source: one.source })),
  };
}

function inputOf({ value, low, high, unit, source, ownerId, note, alternatives }: TypedAssumption) {
  return {
    value: typedNumber(value),
    low: typedNumber(low),
    high: typedNumber(high),
    unit,
    source: source || null,
    ownerId: ownerId || null,
    note: note || null,
    alternatives: alternatives
      .filter((one) => one.value.trim() !== "" || one.source.trim() !== "")
      .map((one) => ({ value: typedNumber(one.value) ?? Number.NaN, source: one.source })),
  };
}
