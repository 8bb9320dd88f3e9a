import type { Viewer } from "@/lib/access/viewer";
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
import { auditFilter, readAuditFile, readAuditLog } from "@/lib/governance/read-audit-log";
import { readOwnExport } from "@/lib/governance/read-own-export";
import { readOwnPage } from "@/lib/governance/read-own-page";
import { readOwnTables } from "@/lib/governance/read-own-tables";
import { readPalette } from "@/lib/governance/read-palette";
import { readUsers } from "@/lib/governance/read-users";
import { readImports } from "@/lib/intake/read-imports";
import { readParkedRows } from "@/lib/intake/read-parked-rows";
import { readMaturity } from "@/lib/maturity/read-maturity";
import { periodOf } from "@/lib/metrics/period";
import { readEvidenceFile } from "@/lib/observe/files/read-evidence-file";
import { readLately } from "@/lib/observe/read-lately";
import { readBehavioursOf, readLine } from "@/lib/observe/read-line";
import { readRound } from "@/lib/observe/read-round";
import { readReviewChoices } from "@/lib/observe/reviews/read-peers";
import { readReview, readReviews } from "@/lib/observe/reviews/read-reviews";
import { readSelfView } from "@/lib/observe/self/read-self-view";
import { parseRequest } from "@/lib/scorecard/input";
import { readPeopleBehind } from "@/lib/scorecard/read-people-behind";
import { readScorecard } from "@/lib/scorecard/read-scorecard";
import { scorecardCsv } from "@/lib/scorecard/scorecard-csv";
import { readProposals } from "@/lib/skills/proposals/read-proposals";
import { readTaxonomy } from "@/lib/skills/read-taxonomy";
import { readExplained, readOwnExplained } from "@/lib/team/read-explained";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readReady } from "@/lib/team/read-ready";
import { readReport } from "@/lib/team/read-report";
import { readSupportPage } from "@/lib/team/read-support-page";
import { readWeek } from "@/lib/team/read-week";
import { readCalibrations } from "@/lib/trust/calibrations/read-calibrations";
import { readOwnTendencies } from "@/lib/trust/read-own-tendencies";
import { readTrust } from "@/lib/trust/read-trust";
import { readBrittle } from "@/lib/work/brittle/read-brittle";
import { readFigures } from "@/lib/work/figures/read-figures";
import { readFriction } from "@/lib/work/friction/read-friction";
import { readHelp } from "@/lib/work/help/read-help";
import { readMatrix } from "@/lib/work/matrix/read-matrix";
import { readPicker } from "@/lib/work/picker/read-picker";
import { readPortfolio } from "@/lib/work/portfolio/read-portfolio";
import { readHandOffs } from "@/lib/work/workflows/read-hand-offs";
import type { Canary } from "./given-canary";

type Allowed = "self" | "coach" | "above" | "reviewer";

/**
 * One way through one or more doors. `may` are those who may see the canary's evidence there, beside whom nobody may; `names` says why
 * others may read who somebody is (never evidence).
 */
export type Walk = {
  doors: string[];
  may: Allowed[];
  names?: string;
  ask: (viewer: Viewer, given: Canary) => Promise<unknown>;
};

const line: Allowed[] = ["coach", "above"];
const figures = (doors: string[], ask: Walk["ask"], names?: string): Walk => ({
  doors,
  may: [],
  ask,
  ...(names && { names }),
});
const ofSelf = (doors: string[], ask: Walk["ask"]): Walk => ({ doors, may: ["self"], ask });
const ofLine = (doors: string[], ask: Walk["ask"]): Walk => ({ doors, may: line, ask });

const today = () => new Date().toISOString().slice(0, 10);
function asked<Request>(request: Request | null): Request {
  if (request === null) throw new Error("The address means nothing");
  return request;
}
const scorecards = (given: Canary) =>
  [{}, { by: "role" }, { scope: `role:${given.idOf("soloist")}` }].map((parameters) => asked(parseRequest(parameters)));

export const walks: readonly Walk[] = [
  ofSelf(["lib/team/read-own-development.ts:readOwnDevelopment"], (viewer) => readOwnDevelopment(viewer, null)),
  ofSelf(["lib/governance/read-own-page.ts:readOwnPage"], (viewer) => readOwnPage(viewer, null)),
  ofSelf(["lib/governance/read-own-export.ts:readOwnExport"], (viewer) => readOwnExport(viewer, null)),
  figures(["lib/governance/read-own-tables.ts:readOwnTables"], (viewer) => readOwnTables(viewer, null)),
  ofSelf(["lib/team/read-explained.ts:readOwnExplained"], (viewer, { idOf }) =>
    readOwnExplained(viewer, idOf("singing")),
  ),
  ofSelf(["lib/observe/self/read-self-view.ts:readSelfView"], (viewer) => readSelfView(viewer, null)),

  ofLine(["lib/team/read-report.ts:readReport"], (viewer, { personId }) => readReport(viewer, personId)),
  ofLine(["lib/team/read-explained.ts:readExplained"], (viewer, { personId, idOf }) =>
    readExplained(viewer, { personId, skillId: idOf("singing") }),
  ),
  ofLine(["lib/team/read-week.ts:readWeek"], (viewer) => readWeek(viewer, "all")),
  ofLine(["lib/team/read-ready.ts:readReady"], (viewer) => readReady(viewer, "all")),
  ofLine(["lib/team/read-support-page.ts:readSupportPage"], (viewer) => readSupportPage(viewer, "all")),
  ofLine(["lib/scorecard/read-people-behind.ts:readPeopleBehind"], (viewer) =>
    readPeopleBehind(viewer, { scope: { kind: "line" }, period: periodOf(today(), "quarter"), metric: "applied" }),
  ),
  { doors: ["lib/observe/read-round.ts:readRound"], may: ["coach"], ask: (viewer) => readRound(viewer, null) },
  { doors: ["lib/observe/read-lately.ts:readLately"], may: ["coach"], ask: (viewer) => readLately(viewer, null) },
  ofLine(["lib/observe/read-line.ts:readLine"], (viewer) => readLine(viewer, "")),
  ofLine(["lib/observe/read-line.ts:readBehavioursOf"], (viewer, { personId }) => readBehavioursOf(viewer, personId)),

  {
    doors: ["lib/observe/files/read-evidence-file.ts:readEvidenceFile"],
    may: ["self", ...line],
    ask: (viewer, { personId, fileId }) => readEvidenceFile(viewer, { personId, fileId }),
  },
  {
    doors: ["lib/observe/reviews/read-reviews.ts:readReview"],
    may: ["self", "reviewer", ...line],
    ask: (viewer, { personId, reviewId }) => readReview(viewer, { personId, id: reviewId }),
  },
  {
    doors: ["lib/observe/reviews/read-reviews.ts:readReviews"],
    may: ["self", "reviewer"],
    ask: (viewer) => readReviews(viewer, null),
  },
  figures(
    ["lib/observe/reviews/read-peers.ts:readReviewChoices"],
    (viewer) => readReviewChoices(viewer, null),
    "A colleague is chosen by name to review work",
  ),

  figures(
    ["lib/scorecard/compute-scorecard.ts:computeScorecard", "lib/scorecard/read-stamp.ts:readStamp"],
    async (viewer, given) => {
      const found = [];
      for (const request of scorecards(given)) {
        const scorecard = await readScorecard(viewer, request);
        found.push(scorecard, scorecard?.kind === "shown" ? scorecardCsv(scorecard, null) : null);
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
  figures(["lib/maturity/read-maturity.ts:readMaturity"], (viewer) => readMaturity(viewer, { today: today() })),
  figures(["lib/evidence/map/read-data-map.ts:readDataMap"], (viewer) => readDataMap(viewer, null)),
  figures(["lib/evidence/preview-rules.ts:previewRules"], (viewer) =>
    previewRules(viewer, { rules: { ...defaultRules, halfLifeDays: 30 } }),
  ),
  figures(["lib/trust/compute-trust.ts:computeTrust", "lib/trust/read-trust.ts:noteLook"], (viewer) =>
    readTrust(viewer, 12),
  ),
  figures(["lib/trust/read-own-tendencies.ts:computeFindings", "lib/trust/read-own-tendencies.ts:readOwn"], (viewer) =>
    readOwnTendencies(viewer),
  ),
  figures(["lib/trust/calibrations/read-calibrations.ts:readCalibrations"], (viewer) => readCalibrations(viewer, null)),
  figures(["lib/skills/read-taxonomy.ts:readTaxonomy"], (viewer) => readTaxonomy(viewer, {})),
  figures(["lib/skills/proposals/read-proposals.ts:readProposals"], (viewer) => readProposals(viewer, null)),
  figures(["lib/work/figures/read-figures.ts:compute"], async (viewer, { idOf }) => [
    await readFigures(viewer, null),
    await readFigures(viewer, idOf("soloist")),
  ]),
  figures(
    [
      "lib/work/friction/read-friction.ts:readRegister",
      "lib/work/friction/read-friction.ts:readEngagements",
      "lib/work/friction/read-friction.ts:readRechecks",
    ],
    (viewer) => readFriction(viewer, null),
  ),
  figures(["lib/work/help/read-help.ts:compute"], (viewer) => readHelp(viewer)),
  figures(["lib/work/matrix/read-matrix.ts:readNamed"], (viewer, { idOf }) => readMatrix(viewer, idOf("soloist"))),
  figures(["lib/work/picker/read-picker.ts:readStored"], (viewer) => readPicker(viewer)),
  figures(["lib/work/workflows/read-hand-offs.ts:compute"], (viewer) => readHandOffs(viewer)),
  figures(["lib/work/portfolio/read-portfolio.ts:compute"], (viewer) => readPortfolio(viewer)),
  figures(["lib/work/brittle/read-brittle.ts:readOwners"], (viewer) => readBrittle(viewer)),

  figures(
    ["lib/governance/read-audit-log.ts:readAuditLog"],
    (viewer) => readAuditLog(viewer, auditFilter.parse({})),
    "The audit log says about whom a look was, by the id of their record",
  ),
  figures(
    ["lib/governance/read-audit-log.ts:readAuditFile"],
    (viewer) => readAuditFile(viewer, auditFilter.parse({})),
    "As the audit log on the page",
  ),
  figures(
    ["lib/governance/read-users.ts:readUsers"],
    (viewer) => readUsers(viewer, null),
    "An administrator ties a sign-in to an employee record",
  ),
  figures(["lib/governance/read-palette.ts:readPalette"], (viewer) => readPalette(viewer, "canary")),
  figures(["lib/intake/read-imports.ts:readImports"], (viewer) => readImports(viewer, {})),
  figures(["lib/intake/read-parked-rows.ts:readParkedRows"], (viewer) => readParkedRows(viewer, null)),
];
