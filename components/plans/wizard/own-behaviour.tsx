"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useChoices } from "./choices-provider";

/** Adds a behaviour the taxonomy does not have. */
export function OwnBehaviour() {
  const { query, choose } = useChoices();
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const own = text.trim();
    if (own === "") return;
    choose({ behaviour: [...new Set([...query.getAll("behaviour"), own])] });
    setText("");
  };
  return (
    <form onSubmit={add} className="flex items-end gap-2">
      <Field label="Another behaviour" hint="Something one can see somebody do" className="min-w-0 flex-1">
        <Input value={text} maxLength={500} autoComplete="off" onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button type="submit" className="mb-6">
        Add
      </Button>
    </form>
  );
}
