import type { Tx } from "@/db/client";
import { insertRow } from "@/test/insert-row";
import { day } from "./canary-files";

/** A decision about each initiative, and its ninety days, begun when the trained arm was: in one of them the canary is the only learner. */
export async function plantProgrammes(tx: Tx, orgId: string, initiatives: Record<string, string>): Promise<void> {
  const own = { org_id: orgId };
  const evidence = {
    takenAt: `${day(20)}T09:00:00Z`,
    dataVersion: "sha256:data",
    initiative: null,
    claim: null,
    money: null,
  };
  for (const initiative of Object.values(initiatives)) {
    const about = { ...own, initiative_id: initiative };
    await insertRow(tx, "programmes", { ...about, starts_on: day(30), pain: "Work goes wrong, and is counted" });
    await insertRow(tx, "programme_items", { ...about, part: "setup", kind: "checkpoint", title: "Pilot scoping" });
    await insertRow(tx, "programme_reviews", { ...about, kind: "day_90", due_on: day(1) });
    await insertRow(tx, "decisions", {
      ...about,
      ...{ kind: "wait", title: "Wait", reason: "Too early", decided_by: "The board", decided_on: day(20) },
      evidence: JSON.stringify(evidence),
    });
  }
}
