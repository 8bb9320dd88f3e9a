import { inArray, sql } from "drizzle-orm";
import { decisions } from "@/db/schema/decisions";
import { initiatives } from "@/db/schema/initiatives";
import type { Viewer } from "@/lib/access/viewer";
import { addDays } from "@/lib/days";
import type { ReviewDecision } from "@/lib/decisions/decision-input";
import type { DecisionKind } from "@/lib/decisions/kinds";
import { recordDecision } from "@/lib/decisions/record-decision";
import { reviewDecision, withdrawDecision } from "@/lib/decisions/review-decision";
import { inTenant } from "@/lib/server/tenant-access";

type Told = {
  /** Null: of something that is no initiative. */
  initiative: string | null;
  kind: DecisionKind;
  title: string;
  reason: string;
  by: string;
  /** Days before today, and days from today the review is due on; null for none. */
  daysAgo: number;
  reviewIn: number | null;
  review?: Pick<ReviewDecision, "outcome" | "whatHappened"> & { againIn: number | null };
  withdrawn?: true;
};

/** What the people of the demo decided; of one nobody has looked since its review was due. Made up. */
const told: readonly Told[] = [
  {
    ...{ initiative: "setup-verification", kind: "fix", by: "Plant managers' meeting", daysAgo: 230, reviewIn: -12 },
    title: "Give it only where managers watch and write down what they see",
    reason:
      "Half of the teams gained and the other half nothing. Where managers record observations the checklist is used as it was meant; elsewhere it is filled in afterwards. No further licences before managers are ready.",
    review: {
      outcome: "as_expected",
      whatHappened:
        "Managers of two more lines now record observations. Licences of the other lines were not renewed, and nobody has asked for them.",
      againIn: 150,
    },
  },
  {
    ...{ initiative: "refund-handling", kind: "scale", by: "Operations board", daysAgo: 160, reviewIn: -20 },
    title: "Give the refund checklist to every representative",
    reason:
      "Lots decided who had it, and more contacts are solved at once; handling time did not change. Most of the cost was making it, once: what it returns hangs on how many use it.",
    review: {
      outcome: "better",
      whatHappened:
        "All representatives have it since spring. Billing asked for the same cards for its own questions, without anybody offering them.",
      againIn: 120,
    },
  },
  {
    ...{
      initiative: "quality-certification",
      kind: "stop",
      by: "Management of production",
      daysAgo: 105,
      reviewIn: -24,
    },
    title: "Stop the yearly re-examination",
    reason:
      "Nearly everybody passes and the work goes on as before. The hours go to set-up verification, where something moves. Customers who ask for proof get the list of who passed once.",
  },
  {
    ...{ initiative: "negotiation-library", kind: "wait", by: "Head of Sales", daysAgo: 48, reviewIn: 35 },
    title: "Renew for a quarter, and draw lots for who gets it first",
    reason:
      "Whoever chose the library won more often before it existed. Before more is paid, half of the next team gets it by lot.",
  },
  {
    ...{ initiative: null, kind: "other", by: "Luca Lead", daysAgo: 30, reviewIn: null, withdrawn: true },
    title: "One platform for all recordings of calls",
    reason: "Found to be a matter of IT security before it is one of learning.",
  },
];

/** Records what was decided through the app's own commands, as if on its day: what was measured had been by then. Answers how many. Nothing where the demo has no initiatives. */
export async function addDecisions(viewer: Viewer, today: string): Promise<number> {
  const codes = told.flatMap(({ initiative }) => initiative ?? []);
  const rows = await inTenant(viewer.orgId, (tx) =>
    tx.select({ id: initiatives.id, code: initiatives.code }).from(initiatives).where(inArray(initiatives.code, codes)),
  );
  if (rows.length === 0) return 0;
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  let added = 0;
  for (const { initiative, kind, title, reason, by, daysAgo, reviewIn, review, withdrawn } of told) {
    const initiativeId = initiative === null ? null : ids.get(initiative);
    if (initiativeId === undefined) continue;
    const { id } = await recordDecision(viewer, {
      ...{ initiativeId, kind, title, reason, decidedBy: by },
      decidedOn: addDays(today, -daysAgo),
      reviewOn: reviewIn === null ? null : addDays(today, reviewIn),
    });
    if (review) {
      const { againIn, ...found } = review;
      const nextReviewOn = againIn === null ? null : addDays(today, againIn);
      await reviewDecision(viewer, { ...found, id, revision: 1, nextReviewOn });
    }
    if (withdrawn) await withdrawDecision(viewer, { id, revision: 1 });
    added += 1;
  }
  const takenAt = sql`to_jsonb(to_char(${decisions.decidedOn}, 'YYYY-MM-DD"T12:00:00Z"'))`;
  await inTenant(viewer.orgId, (tx) =>
    tx.update(decisions).set({
      createdAt: sql`(${decisions.decidedOn} + interval '12 hours') at time zone 'UTC'`,
      evidence: sql`jsonb_set(${decisions.evidence}, '{takenAt}', ${takenAt})`,
    }),
  );
  return added;
}
