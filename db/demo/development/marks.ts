import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { RoleName } from "@/db/schema/access";
import { users } from "@/db/schema/access";
import { demoSignIns } from "@/lib/access/demo-sign-ins";
import { readViewer } from "@/lib/access/read-viewer";
import type { Viewer } from "@/lib/access/viewer";
import { addAnnotation } from "@/lib/marks/annotations/write-annotation";
import { setGuardrail } from "@/lib/marks/guardrails/set-guardrail";
import type { SaveView } from "@/lib/marks/views/input";
import { saveView } from "@/lib/marks/views/save-view";
import { inTenant } from "@/lib/server/tenant-access";

const guardrails = [
  { metric: "came_back", side: "below", bound: 0.9, because: "People who learned once should want to go on" },
  { metric: "weekend_learning", side: "above", bound: 0.05, because: "Days off are days off" },
  {
    metric: "observed_by_others",
    side: "above",
    bound: 70,
    because: "Supervisors asked that observing stays a matter of minutes a week",
  },
  {
    metric: "minutes_per_person",
    side: "above",
    bound: 120,
    because: "Two hours a month were agreed with the works council",
  },
  { metric: "retention", side: "below", bound: 0.95, because: "Nobody should leave because of what is asked of them" },
] as const;

/** By the path of the unit; null: everybody. */
const remarks: { by: RoleName; unit: string | null; metric: string | null; on: string; text: string }[] = [
  {
    by: "ld_lead",
    unit: null,
    metric: "reach_in_flow",
    on: "2026-01-19",
    text: "Tips stand inside the ticket system from today. More people are counted as reached without having changed a habit.",
  },
  {
    by: "ld_lead",
    unit: null,
    metric: "observed_by_others",
    on: "2026-04-01",
    text: "Supervisors were asked to observe two people a week instead of one.",
  },
  {
    by: "hrbp",
    unit: "Meridian Works / Operations / Logistics",
    metric: "error_rate",
    on: "2025-09-08",
    text: "The second shift has begun with people new to the warehouse. Expect more errors for some weeks.",
  },
  {
    by: "hrbp",
    unit: "Meridian Works / Operations",
    metric: null,
    on: "2025-12-15",
    text: "Stocktaking until January: many jobs are booked late.",
  },
  {
    by: "executive",
    unit: null,
    metric: null,
    on: "2026-03-02",
    text: "Two days a week at home begin. Figures before and after are of the same people at another desk.",
  },
  {
    by: "executive",
    unit: "Meridian Works / Customers / Sales",
    metric: "first_time_right",
    on: "2026-07-06",
    text: "Quotes are checked by a second person since this week, on the regional head's wish.",
  },
];

const views: (SaveView & { by: RoleName })[] = [
  {
    by: "executive",
    name: "Errors by unit",
    path: "/scorecard",
    query: "by=unit&show=error_rate&order=worst",
    isShared: true,
  },
  { by: "ld_lead", name: "Reach by site", path: "/scorecard", query: "by=site&show=reach_in_flow", isShared: true },
  { by: "ld_lead", name: "Against last year", path: "/scorecard", query: "against=last-year", isShared: false },
  { by: "finance", name: "Return, whole company", path: "/roi", query: "", isShared: true },
];

/** Guardrails, remarks and saved views, by the people who would make them, as far as they can sign in. Rows added. */
export async function addMarks(orgId: string, author: Viewer): Promise<number> {
  const units = await inTenant(orgId, readUnits);
  for (const guardrail of guardrails) await setGuardrail(author, { ...guardrail, basedOn: null });
  let added = guardrails.length;
  for (const { by, unit, ...remark } of remarks) {
    const viewer = await readSignedIn(orgId, by);
    if (!viewer) continue;
    await addAnnotation(viewer, { ...remark, unitId: unit && (units.get(unit) ?? null) });
    added += 1;
  }
  for (const { by, ...view } of views) {
    const viewer = await readSignedIn(orgId, by);
    if (!viewer) continue;
    await saveView(viewer, view);
    added += 1;
  }
  return added;
}

async function readUnits(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ path: string; id: string }>(sql`select path, id from business_units`);
  return new Map(rows.map(({ path, id }) => [path, id]));
}

/** The demo's user of a role, as they are when they sign in; null where there is none. */
async function readSignedIn(orgId: string, role: RoleName): Promise<Viewer | null> {
  const email = demoSignIns.find((one) => one.role === role)?.email ?? "";
  const [user] = await inTenant(orgId, (tx) =>
    tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.orgId, orgId), eq(users.email, email))),
  );
  return user ? readViewer(orgId, user.id) : null;
}
