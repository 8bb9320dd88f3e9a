import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { Plan } from "@/lib/evaluation/plan";
import type { Formats } from "@/lib/format/formats";
import type { Amendment } from "@/lib/plans/read-amendments";
import { AmendPlan } from "./amend-plan";
import { Amendments } from "./amendments";

type Props = {
  plan: Plan;
  amendments: readonly Amendment[];
  /** What a plan can name, for those who may amend it; else null. */
  kpis: { code: string; name: string }[] | null;
  formats: Formats;
  children: ReactNode;
};

/** The plan as it is (`children`), what was changed in it, and the way to change it. */
export function PlanSection({ plan, amendments, kpis, formats, children }: Props) {
  return (
    <Section
      title="Plan and amendments"
      id="plan"
      actions={kpis ? <AmendPlan key={plan.planHash} kpis={kpis} plan={asItIs(plan)} /> : null}
    >
      <div className="mb-6">
        <Amendments amendments={amendments} formats={formats} />
      </div>
      {children}
    </Section>
  );
}

function asItIs({ id, primary, secondaries, baseline, followUp }: Plan) {
  const span = ({ from, to }: Plan["baseline"]) => (from !== null && to !== null ? { from, to } : null);
  return {
    initiativeId: id,
    primary: primary?.code ?? "",
    secondaries: secondaries.map(({ code }) => code),
    baseline: span(baseline),
    followUp: span(followUp),
  };
}
