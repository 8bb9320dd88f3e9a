import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { expect } from "vitest";
import { auditLog } from "@/db/schema/access";
import type { Viewer } from "@/lib/access/viewer";
import { inTenant } from "@/lib/server/tenant-access";
import { givenOrganisation } from "./factory";

type Sent = {
  table: PgTable & { id: AnyPgColumn; orgId: AnyPgColumn };
  viewer: Viewer;
  /** The same each time, but for who sends it and its id. */
  send(viewer: Viewer, entryId: string): Promise<unknown>;
  /** What the answer says of the row; by default all of it. */
  answer?(data: unknown): unknown;
};

/**
 * What holds of everything a form adds: sent twice at the same moment and once more afterwards it is one row, one row of the audit log, and answered
 * alike; the id is refused to anybody else as one that is none, and in another organisation it is as good as any.
 */
export async function expectSentOnce({ table, viewer, send, answer = (data) => data }: Sent): Promise<void> {
  const entryId = randomUUID();
  const before = await countTraces(viewer);
  const [first, second] = await Promise.all([send(viewer, entryId), send(viewer, entryId)]);
  const third = await send(viewer, entryId);
  expect([answer(second), answer(third)]).toEqual([answer(first), answer(first)]);

  const colleague = { ...viewer, userId: randomUUID() };
  const refused = { code: "invalid-input", message: "Some fields need another look" };
  const fields = { entryId: ["Open the form again"] };
  await expect(send(colleague, entryId)).rejects.toMatchObject({ ...refused, fields });
  await expect(send(viewer, "no uuid")).rejects.toMatchObject({ ...refused, fields });

  const other = await givenOrganisation();
  const stranger = { ...other.as([...viewer.roles]), userId: randomUUID() };
  expect(await outcome(send(stranger, entryId))).toEqual(await outcome(send(stranger, randomUUID())));

  const rows = await inTenant(viewer.orgId, (tx) =>
    tx
      .select()
      .from(table as PgTable)
      .where(and(eq(table.orgId, viewer.orgId), eq(table.id, entryId))),
  );
  expect(rows).toHaveLength(1);
  expect(await countTraces(viewer)).toBe(before + 1);
}

const countTraces = ({ orgId }: Viewer) => inTenant(orgId, (tx) => tx.$count(auditLog, eq(auditLog.orgId, orgId)));

const outcome = (sending: Promise<unknown>) =>
  sending.then(
    () => "taken",
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
