"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import { saveViewAction } from "@/lib/marks/views/actions";
import type { ViewPath } from "@/lib/marks/views/view-pages";

type SaveViewFormProps = { path: ViewPath; query: string; onSaved: () => void };

/** Keeps what is shown now under a name. */
export function SaveViewForm({ path, query, onSaved }: SaveViewFormProps) {
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const { submit, pending, message, fields } = useSaving(saveViewAction, () => {
    announce("View saved", name);
    setName("");
    setShared(false);
    onSaved();
  });
  return (
    <form
      noValidate
      className="space-y-3 border-t border-rule pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit({ name, path, query, isShared });
      }}
    >
      <h3 className="text-body font-semibold">Save what is shown now</h3>
      <Field label="Name of the view" required error={fields.name}>
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Checkbox
        label="Share it"
        hint="Everybody who may open this page finds it under your name"
        checked={isShared}
        onChange={(event) => setShared(event.target.checked)}
      />
      <SaveError message={fields.name ? null : message} />
      <Button look="primary" type="submit" pending={pending}>
        Save view
      </Button>
    </form>
  );
}
