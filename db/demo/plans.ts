import type { InitiativeCode } from "./truth";

type Window = { from: string; to: string };

/** The calendar of an initiative. Exposure in a phased one is by wave. */
export type Plan = { baseline: Window; followUp: Window; exposures: string[]; registeredAt: string | null };

export const plans: Record<InitiativeCode, Plan> = {
  "refund-handling": {
    baseline: { from: "2025-02-01", to: "2025-04-30" },
    exposures: ["2025-05-05"],
    followUp: { from: "2025-07-01", to: "2025-09-30" },
    registeredAt: "2025-04-22",
  },
  "setup-verification": {
    baseline: { from: "2025-02-01", to: "2025-04-30" },
    exposures: ["2025-05-01", "2025-07-01", "2025-09-01"],
    followUp: { from: "2025-05-01", to: "2025-12-31" },
    registeredAt: "2025-04-15",
  },
  "quality-certification": {
    baseline: { from: "2025-11-01", to: "2026-01-31" },
    exposures: ["2026-02-02"],
    followUp: { from: "2026-04-01", to: "2026-06-30" },
    registeredAt: "2026-01-20",
  },
  "negotiation-library": {
    baseline: { from: "2025-10-01", to: "2025-12-31" },
    exposures: ["2026-01-12"],
    followUp: { from: "2026-03-01", to: "2026-05-31" },
    registeredAt: null,
  },
};
