"use client";
import { type FormEvent, useState, useTransition } from "react";
import { answered } from "@/components/ui/answered";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { announce } from "@/components/ui/toaster";
import type { PublicError } from "@/lib/errors";
import { setProficiencyAction } from "@/lib/team/proficiency/actions";

type Rule = {
  start: "hire" | "role_start";
  days: number;
  jobs: number;
  rightFirstTime: number;
  assisted: number;
};

type ProficiencyFormProps = {
  roleId: string;
  /** In force for this role: its own, or the usual one. */
  rule: Rule;
  isOwn: boolean;
};

const percent = (share: number) => String(Math.round(share * 1000) / 10);

/** A role's own definition of time to proficiency. */
export function ProficiencyForm({ roleId, rule, isOwn }: ProficiencyFormProps) {
  const [typed, setTyped] = useState({
    start: rule.start,
    days: String(rule.days),
    jobs: String(rule.jobs),
    rightFirstTime: percent(rule.rightFirstTime),
    assisted: percent(rule.assisted),
  });
  const [error, setError] = useState<PublicError | null>(null);
  const [pending, startTransition] = useTransition();
  const save = (own: boolean) =>
    startTransition(async () => {
      const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
      const result = await answered(
        setProficiencyAction({
          roleId,
          rule: own
            ? {
                start: typed.start,
                days: number(typed.days),
                jobs: number(typed.jobs),
                rightFirstTime: number(typed.rightFirstTime) / 100,
                assisted: number(typed.assisted) / 100,
              }
            : null,
        }),
      );
      if (!result.ok) return setError(result.error);
      setError(null);
      announce("Saved", "Time to competence is computed anew; the scorecard follows within minutes.");
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(true);
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (change: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: change.target.value as Rule["start"] }),
  });
  const wrong = error?.fields.rule;
  return (
    <form onSubmit={submit} noValidate className="max-w-prose space-y-4">
      <Field label="Counted from" required>
        <Select
          options={[
            { value: "hire", label: "the day of hire" },
            { value: "role_start", label: "the first day in this role" },
          ]}
          {...field("start")}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Followed for, days" required hint="Who is not there by then counts with all of these days">
          <Input inputMode="numeric" {...field("days")} />
        </Field>
        <Field label="Finished jobs in a month, at least" required>
          <Input inputMode="numeric" {...field("jobs")} />
        </Field>
        <Field label="Of them right first time, at least %" required>
          <Input inputMode="decimal" {...field("rightFirstTime")} />
        </Field>
        <Field label="Finished with help, at most %" required>
          <Input inputMode="decimal" {...field("assisted")} />
        </Field>
      </div>
      <div role="alert">
        {error ? <p className="font-medium text-worse">{wrong ? wrong.join(". ") : error.message}</p> : null}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button look="primary" type="submit" pending={pending}>
          Save the rule
        </Button>
        {isOwn ? (
          <Button pending={pending} onClick={() => save(false)}>
            Back to the usual rule
          </Button>
        ) : null}
      </div>
    </form>
  );
}
