import "server-only";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { db, pool, type Tx } from "@/db/client";
import { auditLog } from "@/db/schema/access";
import { authorise, type Permission } from "@/lib/access/policy";
import type { Viewer } from "@/lib/access/viewer";

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Work inside one organisation: every other one does not exist. The tenant is set by a quoted literal, because Citus does not pass
 * `set_config(...)` on to its workers.
 */
export function inTenant<Output>(orgId: string, work: (tx: Tx) => Promise<Output>): Promise<Output> {
  return db.transaction(async (tx) => {
    await setTenant(tx, orgId);
    return work(tx);
  });
}

/** As `inTenant`, and hands over the connection, because COPY needs it. A connection that broke is not used again. */
export async function inTenantConnection<Output>(
  orgId: string,
  work: (tx: Tx, client: pg.ClientBase) => Promise<Output>,
): Promise<Output> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const noteBreak = (error: Error) => {
    broken = error;
  };
  client.on("error", noteBreak);
  try {
    return await drizzle({ client }).transaction(async (tx) => {
      await setTenant(tx, orgId);
      return work(tx, client);
    });
  } finally {
    client.off("error", noteBreak);
    client.release(broken);
  }
}

async function setTenant(tx: Tx, orgId: string): Promise<void> {
  if (!uuidShape.test(orgId)) throw new TypeError("The organisation's id is not a uuid");
  await tx.execute(sql.raw(`set local app.org_id = '${orgId}'`));
}

/** A read: permitted, and blind to every other organisation. */
export function query<Input, Output>(
  permission: Permission,
  read: (tx: Tx, input: Input, viewer: Viewer) => Promise<Output>,
) {
  return async (viewer: Viewer, input: Input): Promise<Output> => {
    authorise(viewer.roles, permission);
    return inTenant(viewer.orgId, (tx) => read(tx, input, viewer));
  };
}

/** What a command leaves in the audit log beside its permission: whom or what it was about. No free text about people. */
export type Trace = {
  subject?: string;
  detail?: Record<string, unknown>;
  /** What was to be written is there already: nothing changed, and nothing is left in the log. */
  isRepeat?: true;
};

/** A write: as a read, and it leaves one audit row or changes nothing at all. */
export function command<Input, Output>(
  permission: Permission,
  change: (tx: Tx, input: Input, viewer: Viewer, trace: Trace) => Promise<Output>,
) {
  return query<Input, Output>(permission, async (tx, input, viewer) => {
    const trace: Trace = {};
    const output = await change(tx, input, viewer, trace);
    if (!trace.isRepeat) await leaveTrace(tx, viewer, permission, trace);
    return output;
  });
}

/** An audit row for something that is not a command of its own: a job's step, or a look at one person's evidence. */
export async function leaveTrace(tx: Tx, viewer: Pick<Viewer, "orgId" | "userId">, action: string, trace: Trace) {
  await tx.insert(auditLog).values({
    orgId: viewer.orgId,
    actorId: viewer.userId,
    action,
    subject: trace.subject ?? null,
    detail: trace.detail ?? {},
  });
}

/** As `leaveTrace`, one row for each of several subjects. */
export async function leaveTraces(
  tx: Tx,
  { orgId, userId }: Pick<Viewer, "orgId" | "userId">,
  action: string,
  subjects: readonly string[],
  detail: Record<string, unknown>,
) {
  if (subjects.length === 0) return;
  await tx.insert(auditLog).values(subjects.map((subject) => ({ orgId, actorId: userId, action, subject, detail })));
}
