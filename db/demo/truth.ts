export type InitiativeCode = "refund-handling" | "setup-verification" | "quality-certification" | "negotiation-library";

export type PlantedTruth = {
  code: InitiativeCode;
  kpi: string;
  /** In the KPI's own unit: 0.04 of a share is 4 percentage points. */
  effect: number;
  /** Among whom, when not among all who were exposed. */
  onlyWhere: "manager-observes" | null;
  /** The average over everybody exposed. */
  averageEffect: number;
  naiveLooksLike: string;
  reading: string;
};

/** What the generator planted. The statistics have to find it; the pages may say it. */
export const demoTruth = {
  "refund-handling": {
    code: "refund-handling",
    kpi: "first_contact_resolution",
    effect: 0.04,
    onlyWhere: null,
    averageEffect: 0.04,
    naiveLooksLike: "About the same, because chance decided who was in",
    reading:
      "The checklist and the scenario cards caused about 4 points more contacts solved at once. Handling time did not change.",
  },
  "setup-verification": {
    code: "setup-verification",
    kpi: "defect_rate",
    effect: -0.012,
    onlyWhere: "manager-observes",
    averageEffect: -0.006,
    naiveLooksLike: "Half of the effect everywhere",
    reading:
      "Defects fell by about 1.2 points where managers watch work and write down what they see, and not at all elsewhere.",
  },
  "quality-certification": {
    code: "quality-certification",
    kpi: "rework_rate",
    effect: 0,
    onlyWhere: null,
    averageEffect: 0,
    naiveLooksLike: "97 % certified, so a success",
    reading: "Nearly everybody passed and the work did not change: rework is where it would have been anyway.",
  },
  "negotiation-library": {
    code: "negotiation-library",
    kpi: "win_rate",
    effect: 0,
    onlyWhere: null,
    averageEffect: 0,
    naiveLooksLike: "Users win far more deals than the others",
    reading: "Those who chose the library were better before. Their change equals the change of those who did not.",
  },
} as const satisfies Record<InitiativeCode, PlantedTruth>;

export const initiativeCodes = Object.keys(demoTruth) as InitiativeCode[];
