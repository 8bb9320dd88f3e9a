import { cardKrueger } from "./cases/card-krueger";
import { castle } from "./cases/castle";
import { ibmHr } from "./cases/ibm-hr";
import { lalonde } from "./cases/lalonde";
import { nistStrd } from "./cases/nist-strd";
import { powerAndProportions } from "./cases/power-and-proportions";
import { raterAgreement } from "./cases/rater-agreement";
import { repeatedAndTimeSeries } from "./cases/repeated-and-time-series";
import { survival } from "./cases/survival";
import type { ReferenceCase } from "./reference-case";

export const cases: readonly ReferenceCase[] = [
  cardKrueger,
  castle,
  ibmHr,
  lalonde,
  nistStrd,
  powerAndProportions,
  raterAgreement,
  repeatedAndTimeSeries,
  survival,
];
