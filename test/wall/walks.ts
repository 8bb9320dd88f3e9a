import type { Walk } from "./walk";
import { evidenceWalks } from "./walks-evidence";
import { figureWalks } from "./walks-figures";
import { initiativeWalks } from "./walks-initiatives";
import { recordWalks } from "./walks-records";
import { workWalks } from "./walks-work";

/** Every door through which people are read, and who may see the canary's evidence through it. */
export const walks: readonly Walk[] = [
  ...evidenceWalks,
  ...figureWalks,
  ...workWalks,
  ...initiativeWalks,
  ...recordWalks,
];
