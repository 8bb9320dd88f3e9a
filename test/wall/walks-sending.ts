import { buildDigest } from "@/lib/digests/content/build-digest";
import { sectionIds } from "@/lib/digests/sections";
import { readSkillMoney } from "@/lib/skill-money/read-skill-money";
import { figures, type Walk } from "./walk";

/** What is sent out of the app, and what skills are worth. */
export const sendingWalks: readonly Walk[] = [
  figures(
    ["lib/digests/content/read-digest-frame.ts:readDigestFrame", "lib/digests/content/write-team.ts:readTeamCounts"],
    async (viewer) => {
      const asked = { viewer, sections: sectionIds, cadence: "weekly", told: [] } as const;
      const now = new Date();
      return [
        await buildDigest({ ...asked, channel: "email" }, now),
        await buildDigest({ ...asked, channel: "slack" }, now),
      ];
    },
  ),
  figures(["lib/skill-money/read-evaluated.ts:readEvaluated"], (viewer) => readSkillMoney(viewer)),
];
