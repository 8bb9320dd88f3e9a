import { readLineage } from "@/lib/roi/portfolio/read-lineage";
import { readRoi } from "@/lib/roi/portfolio/read-roi";
import { figures, type Walk } from "./walk";

export const portfolioWalks: readonly Walk[] = [
  figures(
    ["lib/roi/portfolio/read-standing.ts:readStanding", "lib/roi/portfolio/read-sunk-hours.ts:readSunkHours"],
    (viewer) => readRoi(viewer),
  ),
  figures(["lib/roi/portfolio/read-lineage.ts:readSources"], async (viewer, { initiatives }) => {
    const found = [];
    for (const id of Object.values(initiatives)) found.push(await readLineage(viewer, id));
    return found;
  }),
];
