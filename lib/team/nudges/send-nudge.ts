import "server-only";
import { and, eq, gte, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nudges } from "@/db/schema/development";
import { people } from "@/db/schema/people";
import { skills } from "@/db/schema/taxonomy";
import { dayOf } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { readRules } from "@/lib/evidence/read-rules";
import { afterQuietHours } from "@/lib/observe/quiet-hours";
import { mondayOf } from "@/lib/observe/week";
import { parseOrThrow } from "@/lib/server/public-error";
import { command } from "@/lib/server/tenant-access";
import { requireInLine } from "@/lib/team/line";
import { isHeldOut } from "./hold-out";
import { type SendNudge, sendNudgeInput } from "./nudge-input";

/**
 * Sends a short word to somebody in one's line. It is shown outside the quiet hours, or not at all where lot holds the person's week out:
 * the answer does not tell. Throws `not-found` outside the line, `conflict` where the week's budget of the person is spent, by whomever, or
 * the same words were sent this week.
 * @returns from when on it may be shown
 */
export const sendNudge = command(
  "nudge.send",
  async (tx, raw: SendNudge, viewer, trace): Promise<{ showFrom: Date }> => {
    const { personId, kind, text, skillId } = parseOrThrow(sendNudgeInput, raw);
    await requireInLine(tx, viewer, personId);
    const { orgId } = viewer;
    if (skillId) await requireSkill(tx, orgId, skillId);
    // Held until the end, so that two who write at once do not both find room; an import that writes facts of the person does not wait, nor is waited for.
    await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
      .for("no key update");
    const { rules } = await readRules(tx, orgId);
    const now = new Date();
    const week = mondayOf(dayOf(now));
    const sent = await tx
      .select({ text: nudges.text })
      .from(nudges)
      .where(
        and(
          eq(nudges.orgId, orgId),
          eq(nudges.personId, personId),
          isNotNull(nudges.sentBy),
          gte(nudges.sentAt, sql`${week}::timestamp at time zone 'UTC'`),
        ),
      );
    if (sent.some((one) => one.text === text)) {
      throw new DomainError("conflict", "These words were sent to this person this week already");
    }
    const { perPersonPerWeek, holdOutShare } = rules.nudging;
    if (sent.length >= perPersonPerWeek) {
      throw new DomainError(
        "conflict",
        perPersonPerWeek === 0
          ? "Nudges are switched off in the rules of evidence. Say it in person."
          : `This person has had ${perPersonPerWeek === 1 ? "the one nudge" : `all ${perPersonPerWeek} nudges`} of this week's budget, yours and others' together. Say it in person.`,
      );
    }
    const from = afterQuietHours(now, rules.quiet);
    const heldOut = isHeldOut(orgId, personId, week, holdOutShare);
    const [nudge] = await tx
      .insert(nudges)
      .values({ orgId, personId, kind, text, skillId, sentBy: viewer.userId, showFrom: from, heldOut })
      .returning({ id: nudges.id });
    trace.subject = personId;
    trace.detail = { nudge: nudge?.id, kind };
    return { showFrom: from };
  },
);

async function requireSkill(tx: Tx, orgId: string, id: string): Promise<void> {
  const known = await tx.$count(skills, and(eq(skills.orgId, orgId), eq(skills.id, id), isNull(skills.retiredAt)));
  if (known === 0)
    throw new DomainError("invalid-input", "This skill does not exist", { skillId: ["Choose one of the list"] });
}
