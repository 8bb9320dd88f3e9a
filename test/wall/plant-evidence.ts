import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/access/viewer";
import { insertRow } from "@/test/insert-row";
import { day, levels, marks } from "./canary-files";

type Planted = {
  orgId: string;
  personId: string;
  behaviour(statement: string): string;
  coach: Viewer;
  self: Viewer;
  reviewer: Viewer;
};

/** One of everything that can be said of a person, all of the canary: ratings, a file, a contest, a nudge, an action, a review. */
export async function plantEvidence(tx: Tx, { orgId, personId, behaviour, coach, self, reviewer }: Planted) {
  const ids = {
    fileId: randomUUID(),
    reviewId: randomUUID(),
    contestId: randomUUID(),
    nudgeId: randomUUID(),
    actionId: randomUUID(),
  };
  const own = { org_id: orgId, person_id: personId };
  const rating = (id: string, statement: string, level: number, source: string) =>
    insertRow(tx, "observations", {
      ...own,
      observation_id: id,
      observed_at: `${day(10)}T09:00:00Z`,
      behaviour_id: behaviour(statement),
      level,
      source,
      rater_id: source === "self" ? personId : coach.personId,
      entered_by: source === "self" ? self.userId : coach.userId,
      entered_at: new Date(),
      note: marks.note,
      artefact: marks.artefact,
    });
  await rating("canary-1", "Asks why", levels.seen, "manager");
  await rating("canary-2", "Holds the note", levels.solo, "manager");
  await rating("canary-3", "Holds the note", levels.own, "self");
  await insertRow(tx, "evidence_files", {
    ...own,
    id: ids.fileId,
    name: marks.file,
    media_type: "image/png",
    sha256: "0",
    content: Buffer.from(marks.note),
    observation_id: "canary-1",
    added_by: coach.userId,
  });
  await insertRow(tx, "contests", {
    ...own,
    id: ids.contestId,
    observation_id: "canary-1",
    reason: marks.reason,
    due_on: day(2),
  });
  await insertRow(tx, "nudges", {
    ...own,
    id: ids.nudgeId,
    kind: "practice",
    text: marks.nudge,
    sent_by: coach.userId,
    show_from: `${day(3)}T09:00:00Z`,
  });
  await insertRow(tx, "manager_actions", {
    ...own,
    id: ids.actionId,
    kind: "coaching",
    done_on: day(5),
    note: marks.action,
    manager_id: coach.personId,
    logged_by: coach.userId,
  });
  await tx.execute(sql`
    insert into artefact_reviews (org_id, person_id, id, title, link, behaviour_ids, reviewer_id, status, answer)
    values (${orgId}, ${personId}, ${ids.reviewId}, ${marks.review}, ${marks.artefact},
      array[${behaviour("Asks why")}]::uuid[], ${reviewer.personId}, 'redo', ${marks.answer})`);
  return ids;
}
