import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { annotations } from "@/db/schema/scorecard-marks";
import { businessUnits } from "@/db/schema/structure";
import { type Bounds, readBounds } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { Entry } from "@/lib/entry";
import { DomainError } from "@/lib/errors";
import { findMetric } from "@/lib/metrics/find-metric";
import { metricKey } from "@/lib/metrics/metric-key";
import { findEntry, withEntryId } from "@/lib/server/find-entry";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import {
  type AddAnnotation,
  addAnnotationInput,
  type EditAnnotation,
  editAnnotationInput,
  type Remark,
  type RemoveAnnotation,
  removeAnnotationInput,
} from "./input";
import { reaches } from "./reaches";

/** Writes a remark. Throws `invalid-input` where the figure, the day or the unit is not one the viewer may write on. The same sent again is kept once. */
export const addAnnotation = command(
  "annotation.write",
  async (tx, raw: Entry<AddAnnotation>, viewer, trace): Promise<{ id: string }> => {
    const { entryId, ...input } = parseOrThrow(addAnnotationInput, withEntryId(raw));
    const values = { ...(await fitting(tx, viewer, await readBounds(tx, viewer), input)), id: entryId };
    const kept = await findEntry(tx, viewer, trace, { table: annotations, madeBy: "writtenBy", entry: values });
    if (kept) return { id: kept.id };
    const [row] = await tx
      .insert(annotations)
      .values({ ...values, orgId: viewer.orgId, writtenBy: viewer.userId })
      .returning({ id: annotations.id });
    if (!row) throw new Error("The remark was not written");
    trace.subject = row.id;
    trace.detail = { change: "written", metric: values.metric, unit: values.unitId, on: values.on };
    return row;
  },
);

/** Changes a remark. Throws as `addAnnotation`, `not-found` where it is gone or out of reach, `conflict` where somebody changed it meanwhile. */
export const editAnnotation = command(
  "annotation.write",
  async (tx, raw: EditAnnotation, viewer, trace): Promise<void> => {
    const { id, revision, ...input } = parseOrThrow(editAnnotationInput, raw);
    const bounds = await readBounds(tx, viewer);
    await requireOwn(tx, viewer, bounds, { id, revision });
    const values = await fitting(tx, viewer, bounds, input);
    await tx
      .update(annotations)
      .set({ ...values, revision: revision + 1 })
      .where(one(viewer.orgId, id));
    trace.subject = id;
    trace.detail = { change: "edited", metric: values.metric, unit: values.unitId, on: values.on };
  },
);

/** Takes a remark away. Throws `not-found` and `conflict` as `editAnnotation`. */
export const removeAnnotation = command(
  "annotation.write",
  async (tx, raw: RemoveAnnotation, viewer, trace): Promise<void> => {
    const input = parseOrThrow(removeAnnotationInput, raw);
    await requireOwn(tx, viewer, await readBounds(tx, viewer), input);
    await tx.delete(annotations).where(one(viewer.orgId, input.id));
    trace.subject = input.id;
    trace.detail = { change: "removed" };
  },
);

const one = (orgId: string, id: string) => and(eq(annotations.orgId, orgId), eq(annotations.id, id));

async function requireOwn(tx: Tx, { orgId }: Viewer, bounds: Bounds | null, { id, revision }: RemoveAnnotation) {
  const [found] = await tx.select().from(annotations).where(one(orgId, id)).for("update");
  if (!found || !reaches(bounds, found.unitId)) {
    throw new DomainError("not-found", "This remark is not there any more");
  }
  if (found.revision !== revision) {
    throw new DomainError("conflict", "Somebody else has changed this remark. Look again; nothing was changed");
  }
}

async function fitting(tx: Tx, { orgId }: Viewer, bounds: Bounds | null, input: Remark): Promise<Remark> {
  const fields: Record<string, string[]> = {};
  const metric = input.metric && metricKey(input.metric);
  if (metric && !(await findMetric(tx, orgId, metric))) fields.metric = ["There is no such figure"];
  if (input.on > new Date().toISOString().slice(0, 10)) fields.on = ["Choose a day that has come"];
  const [unit] = input.unitId
    ? await tx
        .select({ id: businessUnits.id })
        .from(businessUnits)
        .where(and(eq(businessUnits.orgId, orgId), eq(businessUnits.id, input.unitId)))
    : [{ id: null }];
  // A unit of others is as unknown as one there is not.
  if (!unit || !reaches(bounds, unit.id)) fields.unitId = ["Choose one of the units you serve"];
  if (Object.keys(fields).length > 0) throw new DomainError("invalid-input", "Some fields need another look", fields);
  return { ...input, metric };
}
