"use client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { roleLabels } from "@/lib/access/role-labels";
import type { UnitChoice } from "@/lib/governance/read-users";

export type HeldRole = { role: keyof typeof roleLabels; unitId?: string | undefined };
type RolesFieldProps = {
  value: readonly HeldRole[];
  units: readonly UnitChoice[];
  error?: string[] | undefined;
  onChange: (roles: HeldRole[]) => void;
};

const roles: HeldRole["role"][] = [
  "admin",
  "ld_lead",
  "hrbp",
  "executive",
  "manager",
  "employee",
  "finance",
  "auditor",
];
const sees: Record<HeldRole["role"], string> = {
  admin: "Everything, users and imports included",
  ld_lead: "Scorecard, initiatives and data of the whole organisation",
  hrbp: "Scorecard and initiatives of the units they serve",
  executive: "Scorecard and initiatives, aggregates only",
  manager: "Their reporting line; tied to their employee record",
  employee: "Their own page; tied to their employee record",
  finance: "Scorecard and initiatives, to sign off",
  auditor: "The audit log, initiatives, money and decisions, reading only",
};

/** Which roles somebody holds; an HR business partner serves one unit or several. */
export function RolesField({ value, units, error, onChange }: RolesFieldProps) {
  const served = value.filter(({ role }) => role === "hrbp");
  const toggle = (role: HeldRole["role"], on: boolean) => {
    const others = value.filter((held) => held.role !== role);
    onChange(on ? [...others, role === "hrbp" ? { role, unitId: units[0]?.id } : { role }] : others);
  };
  const serve = (ids: string[]) =>
    onChange([
      ...value.filter(({ role }) => role !== "hrbp"),
      ...ids.map((unitId): HeldRole => ({ role: "hrbp", unitId })),
    ]);
  return (
    <fieldset>
      <legend className="mb-1 text-table font-medium">Roles</legend>
      {error ? <p className="text-table font-medium text-worse">{error.join(". ")}</p> : null}
      {roles.map((role) => (
        <div key={role}>
          <Checkbox
            label={roleLabels[role]}
            hint={sees[role]}
            checked={value.some((held) => held.role === role)}
            disabled={role === "hrbp" && units.length === 0}
            onChange={(event) => toggle(role, event.target.checked)}
          />
          {role === "hrbp" && served.length > 0 ? (
            <UnitsServed ids={served.map(({ unitId }) => unitId ?? "")} units={units} onChange={serve} />
          ) : null}
        </div>
      ))}
    </fieldset>
  );
}

type UnitsServedProps = { ids: readonly string[]; units: readonly UnitChoice[]; onChange: (ids: string[]) => void };

function UnitsServed({ ids, units, onChange }: UnitsServedProps) {
  const options = units.map(({ id, path }) => ({ value: id, label: path }));
  const unused = units.find(({ id }) => !ids.includes(id));
  return (
    <div className="ml-6 space-y-2 pb-2">
      {ids.map((id, index) => (
        <div key={id} className="flex items-end gap-2">
          <Field label={`Unit served ${index + 1}`} hideLabel className="min-w-0 flex-1">
            <Select
              options={options.filter(({ value }) => value === id || !ids.includes(value))}
              value={id}
              onChange={(event) => onChange(ids.map((one) => (one === id ? event.target.value : one)))}
            />
          </Field>
          {ids.length > 1 ? (
            <Button look="plain" onClick={() => onChange(ids.filter((one) => one !== id))}>
              Remove
            </Button>
          ) : null}
        </div>
      ))}
      {unused ? (
        <Button look="plain" onClick={() => onChange([...ids, unused.id])}>
          Add a unit
        </Button>
      ) : null}
    </div>
  );
}
