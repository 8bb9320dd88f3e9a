import type { Walk } from "./walk";
import { evidenceWalks } from "./walks-evidence";
import { figureWalks } from "./walks-figures";
import { initiativeWalks } from "./walks-initiatives";
import { moneyWalks } from "./walks-money";
import { portfolioWalks } from "./walks-portfolio";
import { programmeWalks } from "./walks-programmes";
import { recordWalks } from "./walks-records";
import { sendingWalks } from "./walks-sending";
import { surveyWalks } from "./walks-surveys";
import { workWalks } from "./walks-work";

/** Every door through which people are read, and who may see the canary's evidence through it. */
export const walks: readonly Walk[] = [
  ...evidenceWalks,
  ...figureWalks,
  ...workWalks,
  ...initiativeWalks,
  ...moneyWalks,
  ...portfolioWalks,
  ...programmeWalks,
  ...recordWalks,
  ...sendingWalks,
  ...surveyWalks,
];
