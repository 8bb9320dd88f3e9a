"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { announce } from "@/components/ui/toaster";
import { createUserAction } from "@/lib/access/actions";
import type { PublicError } from "@/lib/errors";
import type { UnitChoice } from "@/lib/governance/read-users";
import { type HeldRole, RolesField } from "./roles-field";

const nobody = { name: "", email: "", password: "", employeeId: "" };

export function AddUser({ units }: { units: readonly UnitChoice[] }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(nobody);
  const [roles, setRoles] = useState<HeldRole[]>([{ role: "employee" }]);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const { employeeId, ...user } = typed;
      const result = await answered(createUserAction({ ...user, roles, ...(employeeId ? { employeeId } : {}) }));
      if (!result.ok) return setError(result.error);
      announce("User added", `${typed.name} can sign in now.`);
      setTyped(nobody);
      setError(null);
      setOpen(false);
    });
  };
  const field = (name: keyof typeof nobody) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const fields = error?.fields ?? {};
  return (
    <Dialog
      title="Add a user"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="primary" {...opening}>
          Add user
        </Button>
      )}
      description="They can sign in at once. Tell them the first password yourself: nothing is sent."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Name" required error={fields.name}>
          <Input autoComplete="off" {...field("name")} />
        </Field>
        <Field label="E-mail address" required error={fields.email}>
          <Input type="email" autoComplete="off" {...field("email")} />
        </Field>
        <Field label="First password" required error={fields.password} hint="At least 12 characters, not their name">
          <Input type="password" autoComplete="new-password" {...field("password")} />
        </Field>
        <Field label="Employee ID" error={fields.employeeId} hint="Ties a manager or an employee to their own record">
          <Input autoComplete="off" {...field("employeeId")} />
        </Field>
        <RolesField value={roles} units={units} error={fields.roles} onChange={setRoles} />
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Add user
        </Button>
      </form>
    </Dialog>
  );
}
