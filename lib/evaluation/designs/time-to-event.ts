import type { Design } from "@/lib/evaluation/design";
import { refused } from "@/lib/evaluation/estimator";
import { asAssigned } from "./as-assigned";

export const timeToEvent: Design = {
  estimators: [{ method: "kaplan_meier", estimate: async () => refused("kaplan_meier", "no-survival") }],
  armOf: asAssigned,
  random: false,
  compares: true,
  limits: ["Time until an event cannot be evaluated yet."],
};
