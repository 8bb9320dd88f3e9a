import type { Plan } from "@/lib/evaluation/plan";

/** What of a plan the form can change, as it is now. */
export type PlanAsItIs = {
  initiativeId: string;
  primary: string;
  secondaries: string[];
  placebos: string[];
  baseline: { from: string; to: string } | null;
  followUp: { from: string; to: string } | null;
  /** Null: better is asked; else not worse by more than this, in `unit`. */
  margin: number | null;
  unit: string;
  covariates: string[];
  exclusions: Plan["exclusions"];
};

export function planAsItIs({
  id,
  primary,
  secondaries,
  placebos,
  baseline,
  followUp,
  hypothesis,
  covariates,
  exclusions,
}: Plan): PlanAsItIs {
  const span = ({ from, to }: Plan["baseline"]) => (from !== null && to !== null ? { from, to } : null);
  return {
    initiativeId: id,
    primary: primary?.code ?? "",
    secondaries: secondaries.map(({ code }) => code),
    placebos: placebos.map(({ code }) => code),
    baseline: span(baseline),
    followUp: span(followUp),
    margin: hypothesis?.margin ?? null,
    unit: primary?.unit ?? "",
    covariates,
    exclusions,
  };
}
