"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { initiativeHref } from "@/lib/initiatives/initiative-href";
import { usualWeeks } from "@/lib/start/input";
import type { Start } from "@/lib/start/start";
import { useStep } from "./use-step";

/** Step 5: which KPI, how long before and after, and on to the design. */
export function ComparisonStep({ start }: { start: Start }) {
  const { choices, kpis, role, initiatives } = start;
  const [kpiId, setKpiId] = useState(choices.kpiId ?? kpis[0]?.id ?? "");
  const [weeks, setWeeks] = useState(String(choices.weeks ?? usualWeeks));
  const { save, pending, error, fields } = useStep(start.id, null);
  const kpi = kpis.find(({ id }) => id === choices.kpiId);
  const behaviours = start.skills
    .flatMap((skill) => skill.behaviours)
    .filter(({ id }) => choices.behaviourIds?.includes(id));
  const query = new URLSearchParams();
  if (kpi) query.set("kpi", kpi.code);
  query.set("role", role.id);
  query.set("weeks", String(choices.weeks ?? usualWeeks));
  query.set("before", String(choices.weeks ?? usualWeeks));
  for (const { statement } of behaviours) query.append("behaviour", statement);
  return (
    <div className="max-w-prose space-y-6">
      <form
        className="grid items-start gap-4 sm:grid-cols-[2fr_1fr_auto]"
        noValidate
        onSubmit={(submitted) => {
          submitted.preventDefault();
          save({ step: "comparison", startId: start.id, kpiId, weeks });
        }}
      >
        <Field label="KPI that should follow" error={fields.kpiId}>
          <Select
            value={kpiId}
            onChange={(change) => setKpiId(change.target.value)}
            options={
              kpis.length > 0
                ? kpis.map(({ id, name, months }) => ({ value: id, label: `${name} (${months} months)` }))
                : [{ value: "", label: "No KPI is measured for this role" }]
            }
          />
        </Field>
        <Field label="Weeks before and after" error={fields.weeks} hint="60 to 90 days: 9 to 13 weeks">
          <Input inputMode="numeric" value={weeks} onChange={(change) => setWeeks(change.target.value)} />
        </Field>
        <Button type="submit" pending={pending} className="sm:mt-6">
          Save
        </Button>
      </form>
      <div role="alert">
        {error && !error.fields ? <p className="font-medium text-worse">{error.message}</p> : null}
      </div>
      {kpi ? (
        <p>
          Next: the design, on whom and whether the effect could be seen at all. Role, KPI, windows and behaviours go
          with you.
        </p>
      ) : null}
      <p className="flex flex-wrap gap-3">
        {kpi ? (
          <Link className={buttonClass("primary")} href={`/initiatives/new?${query}`}>
            Design the comparison
          </Link>
        ) : null}
        <Link className={buttonClass("secondary")} href={`/skills/certified?role=${role.id}`}>
          Look at certified, applied and KPI now
        </Link>
      </p>
      {initiatives.length > 0 ? (
        <div>
          <h3 className="text-lead">Planned with these behaviours</h3>
          <ul className="list-disc pl-5">
            {initiatives.map(({ id, title, draft }) => (
              <li key={id}>
                <Link className="link" href={initiativeHref(id)}>
                  {title}
                </Link>
                {draft ? ", a draft" : ""}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
