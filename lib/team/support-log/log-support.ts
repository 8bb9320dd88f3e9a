import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { managerActions } from "@/db/schema/development";
import { people } from "@/db/schema/people";
import { skills } from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requireInLine } from "@/lib/team/line";
import { type LogSupport, logSupportInput } from "./support-input";

/** How long ago something may be logged: later nobody remembers right. */
const daysBack = 92;

/**
 * Logs what a manager did for somebody in their line. The same kind, day, skill and note once. Throws `not-found` outside the line,
 * `invalid-input` for a day to come or long past and an unknown skill, `conflict` for a repeat.
 * @returns its id
 */
export const logSupport = command(
  "support.log",
  async (tx, raw: LogSupport, viewer, trace): Promise<{ id: string }> => {
    const { personId, kind, doneOn, skillId, note } = parseOrThrow(logSupportInput, raw);
    await requireInLine(tx, viewer, personId);
    const { orgId } = viewer;
    refuseOtherDays(doneOn, new Date());
    // Held until the end, so that two clicks make one row.
    await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
      .for("no key update");
    if (skillId) {
      const known = await tx.$count(
        skills,
        and(eq(skills.orgId, orgId), eq(skills.id, skillId), isNull(skills.retiredAt)),
      );
      if (known === 0)
        throw new DomainError("invalid-input", "This skill does not exist", { skillId: ["Choose one of the list"] });
    }
    const same = await tx.$count(
      managerActions,
      and(
        eq(managerActions.orgId, orgId),
        eq(managerActions.personId, personId),
        eq(managerActions.kind, kind),
        eq(managerActions.doneOn, doneOn),
        skillId ? eq(managerActions.skillId, skillId) : isNull(managerActions.skillId),
        note ? eq(managerActions.note, note) : isNull(managerActions.note),
      ),
    );
    if (same > 0) throw new DomainError("conflict", "This is logged already");
    const [logged] = await tx
      .insert(managerActions)
      .values({
        orgId,
        personId,
        kind,
        doneOn,
        skillId,
        note: note || null,
        managerId: viewer.personId,
        loggedBy: viewer.userId ?? personId,
      })
      .returning({ id: managerActions.id });
    if (!logged) throw new Error("The action was not kept");
    trace.subject = personId;
    trace.detail = { action: logged.id, kind, on: doneOn };
    return logged;
  },
);

function refuseOtherDays(doneOn: string, now: Date): void {
  const wrong = (why: string) => new DomainError("invalid-input", "Some fields need another look", { doneOn: [why] });
  // A day ahead of UTC is today in some time zones.
  if (doneOn > new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)) throw wrong("This day is yet to come");
  if (doneOn < new Date(now.getTime() - daysBack * 86_400_000).toISOString().slice(0, 10)) {
    throw wrong("Log what you did within three months");
  }
}
