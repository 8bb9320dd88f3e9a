"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { DialogForm } from "@/components/ui/dialog-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addWorkflowAction } from "@/lib/work/actions";
import { starters } from "@/lib/work/workflows/starters";

/** Begins a map, empty or from the starter list. */
export function AddWorkflow({ roles }: { roles: readonly { id: string; name: string }[] }) {
  const router = useRouter();
  return (
    <DialogForm
      title="Map a workflow"
      description="Map how the work really runs, step by step, not how a slide says it should."
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Map a workflow
        </Button>
      )}
      initial={{ roleId: "", name: "", starter: "" }}
      submit="Begin the map"
      send={(typed) => addWorkflowAction({ ...typed, starter: typed.starter || null })}
      done={({ id }, { name }) => {
        router.push(`/work/workflows/${id}`);
        return ["Map begun", name];
      }}
    >
      {({ typed, set, control, errors }) => (
        <>
          <Field label="Begin with" hint="A starter brings steps with good and failure paths to make your own">
            <Select
              value={typed.starter}
              options={[
                { value: "", label: "An empty map" },
                ...starters.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(change) =>
                set({ starter: change.target.value, name: nameFor(change.target.value, typed.name) })
              }
            />
          </Field>
          <Field label="Name" required error={errors.name}>
            <Input autoComplete="off" {...control("name")} />
          </Field>
          <Field label="Role whose workflow it is" required error={errors.roleId}>
            <Select
              options={[
                { value: "", label: "Choose a role" },
                ...roles.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              {...control("roleId")}
            />
          </Field>
        </>
      )}
    </DialogForm>
  );
}

/** The starter's own name, unless another was typed. */
function nameFor(starter: string, typed: string): string {
  const isOwn = typed !== "" && starters.every(({ name }) => name !== typed);
  return isOwn ? typed : (starters.find(({ id }) => id === starter)?.name ?? "");
}
