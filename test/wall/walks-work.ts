import { readBrittle } from "@/lib/work/brittle/read-brittle";
import { readFigures } from "@/lib/work/figures/read-figures";
import { readKpisNow } from "@/lib/work/figures/read-kpis-now";
import { readFriction } from "@/lib/work/friction/read-friction";
import { readUnanchored } from "@/lib/work/friction/read-unanchored";
import { readHelp } from "@/lib/work/help/read-help";
import { readMatrix } from "@/lib/work/matrix/read-matrix";
import { readMissed } from "@/lib/work/missed/read-missed";
import { readPicker } from "@/lib/work/picker/read-picker";
import { readBalance } from "@/lib/work/portfolio/read-balance";
import { readPortfolio } from "@/lib/work/portfolio/read-portfolio";
import { readRevisions } from "@/lib/work/revisions/read-revisions";
import { readHandOffs } from "@/lib/work/workflows/read-hand-offs";
import { readTicketTypes } from "@/lib/work/workflows/read-ticket-types";
import { figures, type Walk } from "./walk";

/** Every KPI of the canary's role and of the colleagues'. */
const askKpis: Walk["ask"] = (viewer, { kpiIds, idOf }) =>
  readKpisNow(
    viewer,
    kpiIds.flatMap((kpiId) => ["clerk", "soloist"].map((role) => ({ kpiId, roleId: idOf(role) }))),
  );

export const workWalks: readonly Walk[] = [
  figures(
    ["lib/work/figures/read-figures.ts:compute", "lib/work/figures/read-figures.ts:readWhole"],
    async (viewer, { idOf }) => [await readFigures(viewer, null), await readFigures(viewer, idOf("soloist"))],
  ),
  figures(
    [
      "lib/work/friction/read-register.ts:readStored",
      "lib/work/friction/read-friction.ts:readEngagements",
      "lib/work/friction/read-register.ts:readRechecks",
    ],
    (viewer) => readFriction(viewer, null),
  ),
  figures(["lib/work/friction/read-unanchored.ts:readAnchors"], (viewer) => readUnanchored(viewer, null)),
  figures(["lib/work/figures/read-kpis-now.ts:compute"], askKpis),
  figures(["lib/work/help/read-help.ts:readGuidance"], (viewer) => readHelp(viewer)),
  figures(["lib/work/missed/read-missed.ts:readNames"], (viewer) => readMissed(viewer)),
  figures(["lib/work/matrix/read-matrix.ts:readNamed"], (viewer, { idOf }) => readMatrix(viewer, idOf("soloist"))),
  figures(["lib/work/picker/read-picker.ts:readStored"], (viewer) => readPicker(viewer)),
  figures(
    ["lib/work/figures/work-reading.ts:readWhole", "lib/work/figures/work-reading.ts:readSome"],
    async (viewer) => [await readHandOffs(viewer), await readPortfolio(viewer)],
  ),
  figures(["lib/work/workflows/read-ticket-types.ts:readTaskNames"], (viewer) => readTicketTypes(viewer)),
  figures(["lib/work/portfolio/read-balance.ts:readNeeds"], (viewer) => readBalance(viewer)),
  figures(["lib/work/revisions/read-revisions.ts:readRevisionDesk"], (viewer) => readRevisions(viewer)),
  figures(["lib/work/brittle/read-brittle.ts:readOwners"], (viewer) => readBrittle(viewer)),
];
