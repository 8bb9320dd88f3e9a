import { attrition } from "./attrition";
import { balance } from "./balance";
import { baselineLocked } from "./baseline-locked";
import type { Check } from "./check";
import { contamination } from "./contamination";
import { contentVersion } from "./content-version";
import { dataQuality } from "./data-quality";
import { influence } from "./influence";
import { placebo } from "./placebo";
import { preTrends } from "./pre-trends";
import { rivalExplanations } from "./rival-explanations";
import { sampleRatio } from "./sample-ratio";
import { sensitivity } from "./sensitivity";
import { smallGroups } from "./small-groups";

/** In the order a reader asks: was it drawn, alike, planned, nothing else, kept apart, one programme, large enough, complete? */
export const allChecks: readonly Check[] = [
  sampleRatio,
  balance,
  baselineLocked,
  preTrends,
  placebo,
  rivalExplanations,
  contamination,
  contentVersion,
  attrition,
  smallGroups,
  influence,
  sensitivity,
  dataQuality,
];
