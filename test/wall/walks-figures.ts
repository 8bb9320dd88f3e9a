import { readAble } from "@/lib/able/read-able";
import { readCertified } from "@/lib/capability/read-certified";
import { readMap } from "@/lib/capability/read-map";
import { computeGrowth } from "@/lib/compare/compute-growth";
import { computeWorks } from "@/lib/compare/compute-works";
import { parseCompare } from "@/lib/compare/input";
import { readComparison } from "@/lib/compare/read-comparison";
import { readExists } from "@/lib/compare/read-exists";
import { readOffer } from "@/lib/compare/read-offer";
import { readDataMap } from "@/lib/evidence/map/read-data-map";
import { previewRules } from "@/lib/evidence/preview-rules";
import { defaultRules } from "@/lib/evidence/rules";
import { readTransfer } from "@/lib/evidence/transfer/read-transfer";
import { readMaturity } from "@/lib/maturity/read-maturity";
import { parseRequest } from "@/lib/scorecard/input";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { scorecardCsv } from "@/lib/scorecard/scorecard-csv";
import { readProposals } from "@/lib/skills/proposals/read-proposals";
import { readTaxonomy } from "@/lib/skills/read-taxonomy";
import { readCalibrations } from "@/lib/trust/calibrations/read-calibrations";
import { readOwnTendencies } from "@/lib/trust/read-own-tendencies";
import { readTrust } from "@/lib/trust/read-trust";
import type { Canary } from "./given-canary";
import { asked, figures, today, type Walk } from "./walk";

const scorecards = (given: Canary) =>
  [{}, { by: "role", order: "moved" }, { by: "support" }, { scope: `role:${given.idOf("soloist")}` }].map(
    (parameters) => asked(parseRequest(parameters)),
  );

export const figureWalks: readonly Walk[] = [
  figures(
    [
      "lib/scorecard/compute-scorecard.ts:computeScorecard",
      "lib/scorecard/read-stamp.ts:readStamp",
      "lib/scorecard/read-scorecard.ts:readLogged",
    ],
    async (viewer, given) => {
      const found = [];
      for (const request of scorecards(given)) {
        const scorecard = await readScorecard(viewer, request);
        found.push(
          scorecard,
          scorecard?.kind === "shown" ? scorecardCsv(scorecard, { metricId: null, judged: [] }) : null,
        );
      }
      return found;
    },
  ),
  figures(
    ["lib/compare/compute-comparison.ts:computeComparison", "lib/compare/read-comparison.ts:readCohortStamp"],
    async (viewer, { idOf }) => [
      await readComparison(viewer, asked(parseCompare({ a: "all", b: `role:${idOf("soloist")}`, metric: "applied" }))),
      await readComparison(
        viewer,
        asked(parseCompare({ a: `role:${idOf("clerk")}`, b: "all", metric: "proficiency_change" })),
      ),
    ],
  ),
  figures(["lib/compare/read-exists.ts:readExists"], (viewer) => readExists(viewer, asked(parseCompare({ a: "all" })))),
  figures(["lib/compare/read-offer.ts:readOffer"], (viewer) => readOffer(viewer, null)),
  figures(["lib/compare/compute-growth.ts:computeGrowth"], (viewer) =>
    computeGrowth(viewer, { scope: null, period: null }),
  ),
  figures(["lib/compare/compute-works.ts:computeWorks"], (viewer) =>
    computeWorks(viewer, { scope: null, period: null, by: "activity" }),
  ),
  figures(["lib/capability/read-map.ts:readMap"], async (viewer, { idOf }) => [
    await readMap(viewer, { role: null }),
    await readMap(viewer, { role: idOf("soloist") }),
  ]),
  figures(["lib/capability/read-certified.ts:readCertified"], async (viewer, { idOf }) => [
    await readCertified(viewer, { role: null, kpi: null }),
    await readCertified(viewer, { role: idOf("soloist"), kpi: null }),
  ]),
  figures(["lib/able/read-able.ts:readAble"], async (viewer, { idOf }) => [
    await readAble(viewer, { role: null }),
    await readAble(viewer, { role: idOf("soloist") }),
  ]),
  figures(["lib/maturity/read-maturity.ts:readMaturity"], (viewer) => readMaturity(viewer, { today: today() })),
  figures(["lib/evidence/map/read-data-map.ts:readDataMap"], (viewer) => readDataMap(viewer, null)),
  figures(["lib/evidence/transfer/read-transfer.ts:readTransfer"], (viewer) => readTransfer(viewer, { course: null })),
  figures(["lib/evidence/preview-rules.ts:previewRules"], (viewer) =>
    previewRules(viewer, { rules: { ...defaultRules, halfLifeDays: 30 } }),
  ),
  figures(["lib/trust/read-trust.ts:readWhole", "lib/trust/read-trust.ts:ofUnits"], (viewer) => readTrust(viewer, 12)),
  figures(["lib/trust/read-own-tendencies.ts:readOwnTendencies"], (viewer) => readOwnTendencies(viewer, null)),
  figures(["lib/trust/calibrations/read-calibrations.ts:readCalibrations"], (viewer) => readCalibrations(viewer, null)),
  figures(["lib/skills/read-taxonomy.ts:readTaxonomy"], (viewer) => readTaxonomy(viewer, {})),
  figures(["lib/skills/proposals/read-proposals.ts:readProposals"], (viewer) => readProposals(viewer, null)),
];
