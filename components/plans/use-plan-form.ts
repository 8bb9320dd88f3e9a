import { useState } from "react";
import type { PlanAsItIs } from "./plan-as-it-is";
import { ruleOf, typedRule } from "./typed-rule";

/** What is typed into the form of a plan, and the changes it stands for. */
export function usePlanForm(plan: PlanAsItIs) {
  const [typed, setTyped] = useState({
    primary: plan.primary,
    baselineFrom: plan.baseline?.from ?? "",
    baselineTo: plan.baseline?.to ?? "",
    followUpFrom: plan.followUp?.from ?? "",
    followUpTo: plan.followUp?.to ?? "",
    question: plan.margin === null ? "better" : "not_worse",
    margin: plan.margin === null ? "" : String(plan.margin),
    covariates: plan.covariates.join(", "),
    reason: "",
  });
  const [rules, setRules] = useState(() => plan.exclusions.map(typedRule));
  const [roles, setRoles] = useState<Record<string, "secondary" | "placebo">>(() =>
    Object.fromEntries([
      ...plan.secondaries.map((code) => [code, "secondary" as const]),
      ...plan.placebos.map((code) => [code, "placebo" as const]),
    ]),
  );
  const codesOf = (role: "secondary" | "placebo") =>
    Object.entries(roles).flatMap(([code, own]) => (own === role && code !== typed.primary ? [code] : []));
  const span = (from: string, to: string) => (from === "" && to === "" ? null : { from, to });
  return {
    typed,
    field: (name: keyof typeof typed) => ({
      value: typed[name],
      onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    }),
    roleOf: (code: string) => roles[code] ?? "none",
    setRole: (code: string, role: string) => {
      const { [code]: _, ...others } = roles;
      setRoles(role === "secondary" || role === "placebo" ? { ...others, [code]: role } : others);
    },
    rules,
    setRules,
    clearReason: () => setTyped({ ...typed, reason: "" }),
    changes: () => ({
      primary_kpi: typed.primary,
      secondary_kpis: codesOf("secondary"),
      placebo_kpis: codesOf("placebo"),
      covariates: typed.covariates.split(",").flatMap((name) => name.trim() || []),
      exclusions: rules.map(ruleOf),
      baseline: span(typed.baselineFrom, typed.baselineTo),
      follow_up: span(typed.followUpFrom, typed.followUpTo),
      hypothesis:
        typed.question === "not_worse"
          ? { kind: "non_inferiority" as const, margin: typed.margin.trim() === "" ? undefined : Number(typed.margin) }
          : null,
    }),
  };
}
