import "server-only";
import { inTenant, leaveTrace } from "@/lib/server/tenant-access";

type Known = { orgId: string; userId: string };

/** An audit row for somebody who has signed in; without it they do not come in. */
export const traceSignIn = ({ orgId, userId }: Known): Promise<void> =>
  inTenant(orgId, (tx) => leaveTrace(tx, { orgId, userId }, "session.open", { subject: userId }));

/**
 * An audit row for a try that was refused, about the user whose address was given. Nobody waits for it: the time of the answer must
 * not tell whether an address is known. A try with an unknown address belongs to no organisation and leaves no row.
 */
export function traceRefusal({ orgId, userId }: Known, locked: boolean): void {
  const detail = { reason: "wrong password", ...(locked && { locked: "for a quarter of an hour" }) };
  inTenant(orgId, (tx) => leaveTrace(tx, { orgId, userId: null }, "session.refuse", { subject: userId, detail })).catch(
    (error: unknown) => console.error("A refused sign-in left no audit row:", error),
  );
}
