"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SaveError } from "@/components/ui/save-error";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import { useSaving } from "@/components/ui/use-saving";
import type { Result } from "@/lib/errors";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { amendPlanAction, explorePlanAction } from "@/lib/plans/actions";
import { ExclusionsField } from "./exclusions-field";
import type { PlanAsItIs } from "./plan-as-it-is";
import { usePlanForm } from "./use-plan-form";

type Props = { plan: PlanAsItIs; kpis: { code: string; name: string }[]; how: "amend" | "explore" };

type Asked = Parameters<typeof amendPlanAction>[0];

const words = {
  amend: {
    title: "Amend the plan",
    says: "What was promised stays on file. Day, your name and the reason are shown with every result, and an amendment after the first exposure lowers the grade.",
    why: "Others will read it beside the result",
  },
  explore: {
    title: "Explore otherwise",
    says: "Makes a copy of the plan with your changes and looks at the same people again. Its result stands apart, is graded C at best because it was written afterwards, and never replaces the registered one.",
    why: "What do you want to find out?",
  },
} as const;

/** Moves the goalposts in the open, or tries other ones beside them. */
export function ChangePlan({ plan, kpis, how }: Props) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const form = usePlanForm(plan);
  const { typed, field } = form;
  const { title, says, why } = words[how];

  const { submit, pending, message, fields } = useSaving(
    (asked: Asked, entryId): Promise<Result<{ id: string } | { number: number }>> =>
      how === "amend" ? amendPlanAction(asked) : explorePlanAction({ ...asked, entryId }),
    (made) => {
      form.clearReason();
      setOpen(false);
      if ("id" in made) return router.push(initiativeHref(made.id));
      announce("Plan amended", "The amendment stands with every result from now on.");
    },
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit({ initiativeId: plan.initiativeId, reason: typed.reason, changes: form.changes() });
  };
  const day = (label: string, name: keyof typeof typed, wrong?: string[]) => (
    <Field label={label} error={wrong}>
      <Input type="date" {...field(name)} />
    </Field>
  );
  return (
    <Dialog
      title={title}
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>{title}</Button>}
      description={says}
    >
      <form onSubmit={onSubmit} noValidate className="space-y-4">
        <Field label="Primary KPI" error={fields.primary_kpi}>
          <Select options={kpis.map(({ code, name }) => ({ value: code, label: name }))} {...field("primary")} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label="The programme makes it">
            <Select
              options={[
                { value: "better", label: "better" },
                { value: "not_worse", label: "not worse" },
              ]}
              {...field("question")}
            />
          </Field>
          {typed.question === "not_worse" ? (
            <Field label="By more than" hint={marginHint(plan.unit)} error={fields.margin ?? fields.hypothesis}>
              <Input inputMode="decimal" autoComplete="off" {...field("margin")} />
            </Field>
          ) : null}
        </div>
        <fieldset>
          <legend className="mb-1 text-table font-medium">Other KPIs</legend>
          <p className="mb-2 text-caption text-ink-3">
            A placebo is one the programme cannot reach and should not move.
          </p>
          <ul className="max-h-40 space-y-1 overflow-y-auto">
            {kpis
              .filter(({ code }) => code !== typed.primary)
              .map(({ code, name }) => (
                <li key={code} className="grid grid-cols-[1fr_9rem] items-center gap-3 text-table">
                  <span id={`kpi-${how}-${code}`}>{name}</span>
                  <Select
                    aria-labelledby={`kpi-${how}-${code}`}
                    value={form.roleOf(code)}
                    onChange={(event) => form.setRole(code, event.target.value)}
                    options={[
                      { value: "none", label: "–" },
                      { value: "secondary", label: "secondary" },
                      { value: "placebo", label: "placebo" },
                    ]}
                  />
                </li>
              ))}
          </ul>
          {(fields.secondary_kpis ?? fields.placebo_kpis) ? (
            <p className="mt-1 text-table font-medium text-worse">{fields.secondary_kpis ?? fields.placebo_kpis}</p>
          ) : null}
        </fieldset>
        <div className="grid grid-cols-2 gap-3">
          {day("Baseline from", "baselineFrom", fields.baseline)}
          {day("Baseline to", "baselineTo")}
          {day("Follow-up from", "followUpFrom", fields.follow_up)}
          {day("Follow-up to", "followUpTo")}
        </div>
        <Field
          label="Covariates"
          hint="Columns of the people or cohort file, by commas; also team, site, unit, role, tenure_months"
          error={fields.covariates}
        >
          <Input autoComplete="off" {...field("covariates")} />
        </Field>
        <ExclusionsField rules={form.rules} onChange={form.setRules} wrong={fields.exclusions} />
        <Field label="Reason" required error={fields.reason} hint={why}>
          <Input autoComplete="off" {...field("reason")} />
        </Field>
        <SaveError message={message} />
        <Button look="primary" type="submit" pending={pending}>
          {title}
        </Button>
      </form>
    </Dialog>
  );
}

function marginHint(unit: string): string {
  if (unit.startsWith("share")) return `In ${unit}: 0.01 is 1 point`;
  return unit === "" ? "In the unit of the KPI" : `In ${unit}`;
}
