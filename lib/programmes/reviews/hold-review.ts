import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { programmeReviews } from "@/db/schema/programmes";
import { authorise } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";
import { addDays } from "@/lib/days";
import type { DecisionKind } from "@/lib/decisions/kinds";
import { insertDecision } from "@/lib/decisions/record-decision";
import { DomainError } from "@/lib/errors";
import type { ReviewOutcome } from "@/lib/programmes/kinds";
import { type HoldReview, holdReviewInput } from "@/lib/programmes/programme-input";
import { monthsLater } from "@/lib/programmes/template";
import { parseOrThrow } from "@/lib/server/public-error";
import { command, query } from "@/lib/server/tenant-access";
import { type Agendas, readAgendas } from "./read-agendas";

/**
 * Keeps a review that was held: minutes, who was there, what was decided, and the agenda and figures of the day. A monthly one plans the next;
 * that of day 90 also records the decision in the log. Throws `not-found`, `invalid-input` (a day to come) and `conflict` (held already, or
 * changed since it was seen).
 */
export async function holdReview(viewer: Viewer, raw: HoldReview): Promise<{ decisionId: string | null }> {
  authorise(viewer.roles, "programme.edit");
  const input = parseOrThrow(holdReviewInput, raw);
  if (input.heldOn > new Date().toISOString().slice(0, 10)) {
    const message = "Choose a day that has come";
    throw new DomainError("invalid-input", message, { heldOn: [message] });
  }
  const initiativeId = await findInitiative(viewer, input.id);
  return keep(viewer, { input, agendas: await readAgendas(viewer, initiativeId) });
}

const findInitiative = query("initiative.read", async (tx, id: string, { orgId }): Promise<string> => {
  const [found] = await tx
    .select({ initiativeId: programmeReviews.initiativeId })
    .from(programmeReviews)
    .where(and(eq(programmeReviews.orgId, orgId), eq(programmeReviews.id, id)));
  if (!found) throw gone();
  return found.initiativeId;
});

type Kept = { input: HoldReview; agendas: Agendas };

const keep = command(
  "programme.edit",
  async (tx, { input, agendas }: Kept, viewer, trace): Promise<{ decisionId: string | null }> => {
    const { id, revision, ...held } = input;
    const { orgId, userId } = viewer;
    const found = await lockReview(tx, orgId, { id, revision });
    const { lines, answers, evidence } = agendas;
    const isLast = found.kind === "day_90";
    await tx
      .update(programmeReviews)
      .set({
        ...held,
        heldBy: userId,
        agenda: lines[found.kind],
        evidence: isLast ? { evidence, answers } : { evidence },
        revision: sql`${programmeReviews.revision} + 1`,
      })
      .where(and(eq(programmeReviews.orgId, orgId), eq(programmeReviews.id, id)));
    if (!isLast && held.outcome !== "stop") await planNext(tx, viewer, found);
    const decision = isLast ? await insertDecision(tx, viewer, { input: decisionOf(found, held), evidence }) : null;
    trace.subject = found.initiativeId;
    trace.detail = { change: "review held", kind: found.kind, outcome: held.outcome, decision: decision?.id ?? null };
    return { decisionId: decision?.id ?? null };
  },
);

type Review = typeof programmeReviews.$inferSelect;

/** The next of its kind a month after it was due, unless one is planned. */
async function planNext(tx: Tx, { orgId, userId }: Viewer, { initiativeId, kind, dueOn }: Review): Promise<void> {
  const open = and(
    eq(programmeReviews.orgId, orgId),
    eq(programmeReviews.initiativeId, initiativeId),
    eq(programmeReviews.kind, kind),
    isNull(programmeReviews.heldOn),
  );
  if ((await tx.$count(programmeReviews, open)) > 0) return;
  const next = { orgId, initiativeId, kind, dueOn: monthsLater(dueOn, 1), createdBy: userId };
  await tx.insert(programmeReviews).values(next);
}

const decided: Record<ReviewOutcome, { kind: DecisionKind; title: string }> = {
  expand: { kind: "scale", title: "Expand to the next workflow after day 90" },
  refine: { kind: "fix", title: "Refine the learning path after day 90" },
  continue: { kind: "wait", title: "Go on as it is after day 90" },
  stop: { kind: "stop", title: "Stop after day 90" },
};
const lookAgainAfter = 90;

const decisionOf = (
  { initiativeId }: Review,
  { outcome, minutes, attendees, heldOn }: Omit<HoldReview, "id" | "revision">,
) => ({
  initiativeId,
  ...decided[outcome],
  reason: minutes.slice(0, 4_000),
  decidedBy: attendees.slice(0, 200),
  decidedOn: heldOn,
  reviewOn: outcome === "stop" ? null : addDays(heldOn, lookAgainAfter),
});

async function lockReview(tx: Tx, orgId: string, { id, revision }: { id: string; revision: number }): Promise<Review> {
  const [found] = await tx
    .select()
    .from(programmeReviews)
    .where(and(eq(programmeReviews.orgId, orgId), eq(programmeReviews.id, id)))
    .for("update");
  if (!found) throw gone();
  if (found.heldOn !== null) throw new DomainError("conflict", "This review has been held. Look again");
  if (found.revision !== revision) {
    throw new DomainError("conflict", "Somebody else has just changed this. Look again; nothing was changed");
  }
  return found;
}

const gone = () => new DomainError("not-found", "There is no such review");
