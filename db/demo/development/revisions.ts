import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { monthsFrom } from "@/db/demo/calendar";
import { revisedCheck, revisedMonths } from "@/db/demo/missed-concepts";
import { activities } from "@/db/schema/learning";
import { contentRevisions } from "@/db/schema/workflows";

type Story = { firstMonth: string; months: number; author: { userId: string | null } };

/** Content somebody revised: in the month before people began to miss it less. One row. */
export async function addRevision(tx: Tx, orgId: string, { firstMonth, months, author }: Story): Promise<number> {
  const [taken, closed] = monthsFrom(firstMonth, months).slice(-revisedMonths - 2, -revisedMonths);
  const [activity] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.code, revisedCheck.code));
  if (!activity || !taken || !closed) return 0;
  await tx.insert(contentRevisions).values({
    orgId,
    activityId: activity.id,
    why: "Many stockers miss it at first, and those asked say that the question can be read in two ways.",
    status: "done",
    ownerId: author.userId,
    dueOn: `${closed.name}-28`,
    openedBy: author.userId,
    openedAt: new Date(`${taken.name}-18T09:00:00Z`),
    outcome: "Two questions reworded, and a picture of the receiving desk shown before the first one.",
    closedBy: author.userId,
    closedAt: new Date(`${closed.name}-21T14:00:00Z`),
  });
  return 1;
}
