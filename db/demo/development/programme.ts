import { and, eq, isNotNull, sql } from "drizzle-orm";
import { initiatives } from "@/db/schema/initiatives";
import { programmeItems } from "@/db/schema/programmes";
import { kpis } from "@/db/schema/work";
import type { Viewer } from "@/lib/access/viewer";
import { addDays } from "@/lib/days";
import { fillItems } from "@/lib/programmes/fill-items";
import { addItem, settleItem } from "@/lib/programmes/items";
import { readProgramme } from "@/lib/programmes/read-programme";
import { holdReview } from "@/lib/programmes/reviews/hold-review";
import { startProgramme } from "@/lib/programmes/start-programme";
import { inTenant } from "@/lib/server/tenant-access";
import { setTarget } from "@/lib/targets/targets";
import { added, held } from "./programme-texts";

const code = "refund-handling";
const workflow = "Customer escalations";
/** What the step that sets targets came to. */
const wanted = { kpi: "first_contact_resolution", target: 0.75 };
/** Of its ninety days, on the day the demo is loaded. */
const dayToday = 75;

/** The ninety days of one initiative, in their last third: what was done, said and held, and one review nobody has held. Answers its day; null where the demo has no such initiative. */
export async function addProgramme(viewer: Viewer, leadId: string | null, today: string): Promise<number | null> {
  const [initiative] = await inTenant(viewer.orgId, (tx) =>
    tx.select({ id: initiatives.id }).from(initiatives).where(eq(initiatives.code, code)),
  );
  if (!initiative) return null;
  const initiativeId = initiative.id;
  const read = async () => {
    const view = await readProgramme(viewer, initiativeId);
    if (!view) throw new Error("The demo's initiative went");
    return view;
  };
  const { choices } = await read();
  const workflowId = choices?.workflows.find(({ name }) => name === workflow)?.id;
  if (!choices || !workflowId) return null;
  const startsOn = addDays(today, 1 - dayToday);
  await startProgramme(viewer, {
    ...{ initiativeId, startsOn, workflowId, leadId },
    pain: "Refunds go to another department and come back unsettled. Counted: jobs escalated, and the time Billing and team leads spend on the same questions.",
  });
  await fillItems(viewer, { initiativeId });
  const common = { initiativeId, dueOn: null, ownerId: null };
  for (const one of added) {
    if ("said" in one) {
      const frictionId = choices.frictions.find(({ statement }) => statement === one.said)?.id ?? null;
      const who = one.title.startsWith("She") ? "top_performer" : "manager";
      const detail = { who, frictionId } as const;
      const { id } = await addItem(viewer, {
        ...common,
        kind: "interview",
        detail,
        part: "days_1_30",
        title: one.title,
        note: "",
      });
      await settleItem(viewer, { id, revision: 1, state: "done" });
      continue;
    }
    const { done, note = "", ...item } = one;
    const { id } = await addItem(viewer, { ...common, ...item, note });
    if (done) await settleItem(viewer, { id, revision: 1, state: "done" });
  }
  await aimFor(viewer);
  await tick(viewer, initiativeId, today);
  await backdate(viewer, initiativeId, startsOn);
  for (const { kind, day, ...minutes } of held) {
    const { programme } = await read();
    const due = programme?.reviews.find((review) => review.kind === kind && review.heldOn === null);
    if (due)
      await holdReview(viewer, { ...minutes, id: due.id, revision: due.revision, heldOn: addDays(startsOn, day - 1) });
  }
  return dayToday;
}

/** What was due by now and is done; an asset is not, so neither is what waits for all of them. */
async function tick(viewer: Viewer, initiativeId: string, today: string): Promise<void> {
  const view = await readProgramme(viewer, initiativeId);
  for (const { id, revision, key, kind, dueOn, state } of view?.programme?.items ?? []) {
    const isStep = key !== null && key !== "assets" && dueOn !== null && dueOn < today;
    const isTask = key === null && (kind === "task" || kind === "scenario");
    if (state === "open" && (isStep || isTask)) await settleItem(viewer, { id, revision, state: "done" });
  }
}

async function aimFor(viewer: Viewer): Promise<void> {
  const [kpi] = await inTenant(viewer.orgId, (tx) =>
    tx.select({ id: kpis.id }).from(kpis).where(eq(kpis.code, wanted.kpi)),
  );
  if (kpi) await setTarget(viewer, { metric: `kpi:${kpi.id}`, target: wanted.target, basedOn: null });
}

/** What was settled while the demo is loaded was settled when it was due, or in the programme's first month. */
async function backdate(viewer: Viewer, initiativeId: string, startsOn: string): Promise<void> {
  const settledAt = sql`coalesce(${programmeItems.dueOn}, ${addDays(startsOn, 24)}::date)::timestamptz`;
  await inTenant(viewer.orgId, (tx) =>
    tx
      .update(programmeItems)
      .set({ settledAt })
      .where(and(eq(programmeItems.initiativeId, initiativeId), isNotNull(programmeItems.settledAt))),
  );
}
