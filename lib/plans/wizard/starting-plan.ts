import type { Start } from "@/lib/plans/chain-gaps";
import type { ArmPreview } from "./arms-of";
import type { PlannableDesign } from "./choices";
import { planOf } from "./plan-of";
import type { Prepared } from "./prepare";
import type { WizardOptions } from "./read-options";

type Given = { options: Pick<WizardOptions, "kpis" | "roles">; arms: readonly ArmPreview[]; today: string };

/** What decides whether a plan as it is chosen so far could start. */
export function startingPlan(prepared: Prepared, design: PlannableDesign, { options, arms, today }: Given): Start {
  const { kpi } = prepared;
  const study = planOf(prepared, {
    code: "draft",
    title: "Draft",
    design,
    roles: rolesOf(prepared, options.roles),
    kpis: options.kpis,
    note: null,
  });
  const starts = arms.flatMap(({ arm, starts }) => (arm !== "control" && starts ? [starts] : [])).sort()[0] ?? null;
  return {
    plan: {
      design,
      chain: study.chain,
      primary: kpi,
      secondaries: options.kpis.filter(({ code }) => study.secondary_kpis.includes(code)),
      baseline: study.baseline ?? { from: null, to: null },
      followUp: study.follow_up ?? { from: null, to: null },
    },
    layers: new Map(options.kpis.map(({ code, layer }) => [code, layer])),
    arms: new Map(arms.map(({ arm, people }) => [arm, people])),
    starts,
    today,
  };
}

/** Names of the roles chosen; of none where none is, which the chain then lacks. */
export function rolesOf({ choices }: Pick<Prepared, "choices">, roles: WizardOptions["roles"]): string[] {
  return roles.filter(({ id }) => choices.role.includes(id)).map(({ name }) => name);
}
