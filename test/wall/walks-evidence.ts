import { readOwnExport } from "@/lib/governance/read-own-export";
import { readOwnPage } from "@/lib/governance/read-own-page";
import { readOwnTables } from "@/lib/governance/read-own-tables";
import { periodOf } from "@/lib/metrics/period";
import { readEvidenceFile } from "@/lib/observe/files/read-evidence-file";
import { readLately } from "@/lib/observe/read-lately";
import { readBehavioursOf, readLine } from "@/lib/observe/read-line";
import { readRound } from "@/lib/observe/read-round";
import { findPeers, readReviewChoices } from "@/lib/observe/reviews/read-peers";
import { readReview, readReviews } from "@/lib/observe/reviews/read-reviews";
import { readSelfView } from "@/lib/observe/self/read-self-view";
import { readPeopleBehind } from "@/lib/scorecard/read-people-behind";
import { readExplained, readOwnExplained } from "@/lib/team/read-explained";
import { readOwnDevelopment } from "@/lib/team/read-own-development";
import { readReady } from "@/lib/team/read-ready";
import { readReport } from "@/lib/team/read-report";
import { readSupportPage } from "@/lib/team/read-support-page";
import { readWeek } from "@/lib/team/read-week";
import { figures, line, ofLine, ofSelf, today, type Walk } from "./walk";

export const evidenceWalks: readonly Walk[] = [
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
    ["lib/observe/reviews/read-peers.ts:readReviewChoices", "lib/observe/reviews/read-peers.ts:findPeers"],
    async (viewer) => [await readReviewChoices(viewer, null), await findPeers(viewer, "canary")],
    "A colleague is chosen by name to review work",
  ),
];
