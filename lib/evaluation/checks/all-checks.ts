import { attrition } from "./attrition";
import { balance } from "./balance";
import { baselineLocked } from "./baseline-locked";
import type { Check } from "./check";
import { contamination } from "./contamination";
import { sampleRatio } from "./sample-ratio";
import { smallGroups } from "./small-groups";

/** In the order a reader asks: was it drawn, alike, planned, kept apart, large enough, complete? */
export const allChecks: readonly Check[] = [
  sampleRatio,
  balance,
  baselineLocked,
  contamination,
  smallGroups,
  attrition,
];
