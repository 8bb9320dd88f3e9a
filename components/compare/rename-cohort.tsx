"use client";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { renameCohortAction } from "@/lib/compare/actions";

export function RenameCohort({ id, name }: { id: string; name: string }) {
  return (
    <DialogForm
      title={`Rename ${name}`}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Rename ${name}`} {...opening}>
          Rename
        </Button>
      )}
      initial={{ name }}
      submit="Rename"
      send={(typed) => renameCohortAction({ id, ...typed })}
      done={(_, typed) => ["Cohort renamed", typed.name]}
    >
      {({ control, errors }) => (
        <>
          <Field label="Name" required error={errors.name}>
            <Input maxLength={120} {...control("name")} />
          </Field>
        </>
      )}
    </DialogForm>
  );
}
