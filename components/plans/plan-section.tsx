import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { Plan } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import type { Amendment } from "@/lib/plans/read-amendments";
import type { Exploration } from "@/lib/plans/read-explorations";
import type { Registration } from "@/lib/plans/read-registration";
import { Amendments } from "./amendments";
import { ChangePlan } from "./change-plan";
import { Explorations } from "./explorations";
import { planAsItIs } from "./plan-as-it-is";
import { RegistrationNote } from "./registration-note";

type Props = {
  plan: Plan;
  registration: Registration | null;
  amendments: readonly Amendment[];
  explorations: readonly Exploration[];
  /** What a plan can name. */
  kpis: { code: string; name: string }[];
  may: { amend: boolean; explore: boolean };
  formats: Formats;
  children: ReactNode;
};

/** The plan as it is (`children`), what was frozen, what was changed in it, what else was looked at, and the ways to do either. */
export function PlanSection({ plan, registration, amendments, explorations, kpis, may, formats, children }: Props) {
  const asItIs = planAsItIs(plan);
  const isCopy = plan.explores !== null;
  return (
    <Section
      title={isCopy ? "Plan of this exploration" : "Plan and amendments"}
      id="plan"
      actions={
        <>
          {may.amend && !isCopy ? (
            <ChangePlan key={`amend ${plan.planHash}`} how="amend" kpis={kpis} plan={asItIs} />
          ) : null}
          {may.explore ? <ChangePlan key={`explore ${plan.planHash}`} how="explore" kpis={kpis} plan={asItIs} /> : null}
        </>
      }
    >
      {isCopy ? null : (
        <>
          <div className="mb-6">
            <Amendments amendments={amendments} formats={formats} />
          </div>
          <RegistrationNote registration={registration} formats={formats} />
          <Explorations explorations={explorations} formats={formats} />
        </>
      )}
      {children}
    </Section>
  );
}
