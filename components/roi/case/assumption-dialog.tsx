"use client";
import { nobody } from "@/components/choices/search-choice";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { useFormats } from "@/components/ui/formats-provider";
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
  suggestion?: Suggestion | undefined;
  /** What the button says; by default whether it is stated already. */
  says?: string;
};

/** States an assumption: value, range, unit, source, owner, other values and a note. What was typed stays until it is saved. */
export function AssumptionDialog({ assumption, initiativeId, suggestion, says }: AssumptionDialogProps) {
  const formats = useFormats();
  const { key, label, revision } = assumption;
  const isSigned = assumption.signature.state === "signed";
  return (
    <DialogForm
      title={label}
      description={
        isSigned
          ? "It is signed. With another value, range, unit, source or owner the signature no longer counts, and everybody sees that."
          : "What is taken for granted, where it comes from, and who answers for it."
      }
      trigger={(opening) => (
        <Button look="inline" aria-label={`${says ?? (revision > 0 ? "Change" : "State")} ${label}`} {...opening}>
          {says ?? (revision > 0 ? "Change" : "State")}
        </Button>
      )}
      initial={{ ...typedFrom(assumption), revision }}
      submit="Save"
      send={({ revision: read, ...typed }, entryId) =>
        stateAssumptionAction({
          ...inputOf(typed),
          entryId,
          id: read > 0 ? assumption.id : null,
          initiativeId,
          key,
          revision: read,
        })
      }
      done={() => ["Assumption stated", label]}
    >
      {({ typed, set, errors }) => (
        <>
          {suggestion && typedNumber(typed.value) !== suggestion.value ? (
            <p className="text-table">
              The data say {statedText(suggestion.value, typed.unit, formats)}. {suggestion.source}.{" "}
              <Button
                look="inline"
                onClick={() =>
                  set({
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
          <AssumptionFields typed={typed} onType={set} fields={errors} />
        </>
      )}
    </DialogForm>
  );
}

function typedFrom({ value, low, high, unit, source, owner, note, alternatives }: AssumptionState): TypedAssumption {
  return {
    value: writtenNumber(value),
    low: writtenNumber(low),
    high: writtenNumber(high),
    unit,
    source: source ?? "",
    owner: owner ? { ...owner, hint: null } : nobody,
    note: note ?? "",
    alternatives: alternatives.map((one, at) => ({ id: at, value: writtenNumber(one.value), source: one.source })),
  };
}

function inputOf({ value, low, high, unit, source, owner, note, alternatives }: TypedAssumption) {
  return {
    value: typedNumber(value),
    low: typedNumber(low),
    high: typedNumber(high),
    unit,
    source: source || null,
    ownerId: owner.id || null,
    note: note || null,
    alternatives: alternatives
      .filter((one) => one.value.trim() !== "" || one.source.trim() !== "")
      .map((one) => ({ value: typedNumber(one.value) ?? Number.NaN, source: one.source })),
  };
}
