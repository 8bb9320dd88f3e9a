"use client";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { amendPlanAction } from "@/lib/plans/actions";

export type PlanAsItIs = {
  initiativeId: string;
  primary: string;
  secondaries: string[];
  baseline: { from: string; to: string } | null;
  followUp: { from: string; to: string } | null;
};

type Props = { plan: PlanAsItIs; kpis: { code: string; name: string }[] };

/** Moves the goalposts in the open: day, person and reason stand with every result from then on. */
export function AmendPlan({ plan, kpis }: Props) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ ...typedOf(plan), reason: "" });
  const [secondaries, setSecondaries] = useState(plan.secondaries);
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const { reason, primary, baselineFrom, baselineTo, followUpFrom, followUpTo } = typed;
      const result = await amendPlanAction({
        initiativeId: plan.initiativeId,
        reason,
        changes: {
          primary_kpi: primary,
          secondary_kpis: secondaries.filter((code) => code !== primary),
          baseline: spanOf(baselineFrom, baselineTo),
          follow_up: spanOf(followUpFrom, followUpTo),
        },
      });
      if (!result.ok) return setError(result.error);
      announce("Plan amended", "The amendment stands with every result from now on.");
      setTyped({ ...typed, reason: "" });
      setError(null);
      setOpen(false);
    });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const fields = error?.fields ?? {};
  const day = (
    label: string,
    name: "baselineFrom" | "baselineTo" | "followUpFrom" | "followUpTo",
    wrong?: string[],
  ) => (
    <Field label={label} error={wrong}>
      <Input type="date" {...field(name)} />
    </Field>
  );
  return (
    <Dialog
      title="Amend the plan"
      open={open}
      onOpenChange={setOpen}
      trigger={(opening) => <Button {...opening}>Amend the plan</Button>}
      description="What was promised stays on file. Day, your name and the reason are shown with every result, and an amendment after the first exposure lowers the grade."
    >
      <form onSubmit={submit} noValidate className="space-y-4">
        <Field label="Primary KPI" error={fields.primary_kpi}>
          <Select options={kpis.map(({ code, name }) => ({ value: code, label: name }))} {...field("primary")} />
        </Field>
        <fieldset>
          <legend className="mb-1 text-table font-medium">Secondary KPIs</legend>
          <div className="max-h-40 overflow-y-auto">
            {kpis
              .filter(({ code }) => code !== typed.primary)
              .map(({ code, name }) => (
                <Checkbox
                  key={code}
                  label={name}
                  checked={secondaries.includes(code)}
                  onChange={(event) =>
                    setSecondaries(
                      event.target.checked ? [...secondaries, code] : secondaries.filter((other) => other !== code),
                    )
                  }
                />
              ))}
          </div>
        </fieldset>
        <div className="grid grid-cols-2 gap-3">
          {day("Baseline from", "baselineFrom", fields.baseline)}
          {day("Baseline to", "baselineTo")}
          {day("Follow-up from", "followUpFrom", fields.follow_up)}
          {day("Follow-up to", "followUpTo")}
        </div>
        <Field label="Reason" required error={fields.reason} hint="Others will read it beside the result">
          <Input autoComplete="off" {...field("reason")} />
        </Field>
        <div role="alert">{error ? <p className="font-medium text-worse">{error.message}</p> : null}</div>
        <Button look="primary" type="submit" pending={pending}>
          Amend the plan
        </Button>
      </form>
    </Dialog>
  );
}

function typedOf({ primary, baseline, followUp }: PlanAsItIs) {
  return {
    primary,
    baselineFrom: baseline?.from ?? "",
    baselineTo: baseline?.to ?? "",
    followUpFrom: followUp?.from ?? "",
    followUpTo: followUp?.to ?? "",
  };
}

const spanOf = (from: string, to: string) => (from === "" && to === "" ? null : { from, to });
