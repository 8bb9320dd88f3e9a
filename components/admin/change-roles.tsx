"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { announce } from "@/components/ui/toaster";
import { setRolesAction } from "@/lib/access/actions";
import type { PublicError } from "@/lib/errors";
import type { UnitChoice } from "@/lib/governance/read-users";
import { type HeldRole, RolesField } from "./roles-field";

type ChangeRolesProps = { userId: string; name: string; held: readonly HeldRole[]; units: readonly UnitChoice[] };

export function ChangeRoles({ userId, name, held, units }: ChangeRolesProps) {
  const [open, setOpen] = useState(false);
  const [roles, setRoles] = useState<HeldRole[]>([...held]);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const result = await answered(setRolesAction({ userId, roles }));
      if (!result.ok) return setError(result.error);
      announce("Roles changed", `In force for ${name} from their next click on.`);
      setError(null);
      setOpen(false);
    });
  };
  return (
    <Dialog
      title={`Roles of ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => (
        <Button look="inline" aria-label={`Change the roles of ${name}`} {...opening}>
          Change roles
        </Button>
      )}
    >
      <form onSubmit={submit} className="space-y-4">
        <RolesField value={roles} units={units} error={error?.fields.roles} onChange={setRoles} />
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Save roles
        </Button>
      </form>
    </Dialog>
  );
}
