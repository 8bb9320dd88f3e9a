"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SaveError } from "@/components/work/save-error";
import { useSaving } from "@/components/work/use-saving";
import { addWorkflowAction } from "@/lib/work/actions";
import { starters } from "@/lib/work/workflows/starters";

/** Begins a map, empty or from the starter list. */
export function AddWorkflow({ roles }: { roles: readonly { id: string; name: string }[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ roleId: "", name: "", starter: "" });
  const { submit, pending, message, fields } = useSaving(addWorkflowAction, ({ id }) => {
    setOpen(false);
    router.push(`/work/workflows/${id}`);
  });
  const begin = (id: string) => {
    const names = starters.map(({ name }) => name);
    const chosen = starters.find((one) => one.id === id);
    const name = typed.name === "" || names.includes(typed.name) ? (chosen?.name ?? "") : typed.name;
    setTyped({ ...typed, starter: id, name });
  };
  return (
    <Dialog
      title="Map a workflow"
      description="Map how the work really runs, step by step, not how a slide says it should."
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Map a workflow
        </Button>
      )}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit({ ...typed, starter: typed.starter || null });
        }}
      >
        <Field label="Begin with" hint="A starter brings steps with good and failure paths to make your own">
          <Select
            value={typed.starter}
            options={[
              { value: "", label: "An empty map" },
              ...starters.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(change) => begin(change.target.value)}
          />
        </Field>
        <Field label="Name" required error={fields.name}>
          <Input
            autoComplete="off"
            value={typed.name}
            onChange={(change) => setTyped({ ...typed, name: change.target.value })}
          />
        </Field>
        <Field label="Role whose workflow it is" required error={fields.roleId}>
          <Select
            value={typed.roleId}
            options={[
              { value: "", label: "Choose a role" },
              ...roles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(change) => setTyped({ ...typed, roleId: change.target.value })}
          />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          Begin the map
        </Button>
      </form>
    </Dialog>
  );
}
