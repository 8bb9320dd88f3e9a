"use client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { keepCohortAction } from "@/lib/compare/actions";
import type { GroupName, Look } from "@/lib/compare/input";

type KeepGroupProps = { name: GroupName; label: string; group: string; period: string; look: Look };

/** Keeps a group of the comparison under a name: as a rule, or fixed to the people it holds. */
export function KeepGroup({ name, label, group, period, look }: KeepGroupProps) {
  return (
    <DialogForm
      title={`Keep group ${name.toUpperCase()}`}
      description={label}
      trigger={(opening) => <Button {...opening}>Keep group {name.toUpperCase()}</Button>}
      initial={{ name: "", freeze: false }}
      submit="Keep cohort"
      send={(typed) => keepCohortAction({ ...typed, group, period, look })}
      done={(_, typed) => ["Cohort kept", typed.name]}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field label="Name" required error={errors.name}>
            <Input maxLength={120} {...control("name")} />
          </Field>
          <Checkbox
            label="Fix its people now"
            hint="From then on it holds the same people, whoever moves, joins or leaves. Otherwise its rule is asked anew each time."
            checked={typed.freeze}
            onChange={(event) => set({ freeze: event.target.checked })}
          />
        </>
      )}
    </DialogForm>
  );
}
