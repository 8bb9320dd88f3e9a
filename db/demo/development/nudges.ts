import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { dateText, isWorkday } from "@/db/demo/calendar";
import { type Random, randomFor } from "@/db/demo/random";
import { nudges } from "@/db/schema/development";
import { addDays } from "@/lib/days";
import { readRules } from "@/lib/evidence/read-rules";
import { mondayOf } from "@/lib/observe/week";
import { isHeldOut } from "@/lib/team/nudges/hold-out";
import { followedDays } from "@/lib/team/nudges/nudge-effect";
import { nudgeTemplates } from "@/lib/team/nudges/nudge-words";
import type { Needed, Spell } from "./places";

/** Weeks in which nudges are sent before the data end, each with two weeks of facts behind it. */
const weeks = 32;
const perManagerAndWeek = 3;
/**
 * The planted effect. No fact is added: of weeks in which a nudge was shown, those in which the person went on to learn are kept more
 * often, so that learning follows a nudge that was shown more often than one that was held out. Being seen at work is left alone.
 */
const kept = { shownAndLearned: 0.85, shown: 0.5, heldOut: 0.6 };

type Asked = {
  seed: number;
  spells: readonly Spell[];
  needed: ReadonlyMap<string, readonly Needed[]>;
  observingTeams: ReadonlySet<string>;
  /** The last day of the data. */
  last: string;
};
type Candidate = { spell: Spell; skill: Needed; at: Date; heldOut: boolean; random: Random };

/** Nudges managers sent, held out by the app's own lot at the share of the rules. At most one for each person and week. */
export async function addNudges(tx: Tx, orgId: string, asked: Asked): Promise<number> {
  const { rules } = await readRules(tx, orgId);
  const candidates = candidatesOf(asked).map((one) => ({
    ...one,
    heldOut: isHeldOut(
      orgId,
      one.spell.personId,
      mondayOf(one.at.toISOString().slice(0, 10)),
      rules.nudging.holdOutShare,
    ),
  }));
  const learned = await readLearned(tx, orgId, candidates);
  const rows = candidates.flatMap((candidate, place): (typeof nudges.$inferInsert)[] => {
    const { spell, skill, at, heldOut, random } = candidate;
    const hasLearned = learned.has(place);
    const share = heldOut ? kept.heldOut : hasLearned ? kept.shownAndLearned : kept.shown;
    if (!random.chance(share)) return [];
    const kind = random.weighted(["practice", "coaching", "reminder"] as const, (one) => (one === "practice" ? 2 : 1));
    const seenAt = heldOut || random.chance(0.15) ? null : later(at, random.between(1, 40));
    return [
      {
        orgId,
        personId: spell.personId,
        kind,
        text: random.pick(nudgeTemplates[kind].texts).replaceAll("{skill}", skill.skill),
        skillId: skill.skillId,
        sentBy: spell.managerUserId,
        sentAt: at,
        showFrom: at,
        heldOut,
        seenAt,
        doneAt: seenAt && hasLearned && random.chance(0.6) ? later(seenAt, random.between(2, 90)) : null,
      },
    ];
  });
  for (let from = 0; from < rows.length; from += 2000) await tx.insert(nudges).values(rows.slice(from, from + 2000));
  return rows.length;
}

const later = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

/** Who might have been nudged when, and about what: reports of managers who nudge at all, on a working morning. */
function candidatesOf({ seed, spells, needed, observingTeams, last }: Asked): Omit<Candidate, "heldOut">[] {
  const end = mondayOf(addDays(last, -followedDays - 7));
  const byManager = new Map<number, Spell[]>();
  for (const spell of spells) byManager.set(spell.managerIndex, [...(byManager.get(spell.managerIndex) ?? []), spell]);
  const found: Omit<Candidate, "heldOut">[] = [];
  for (let week = 0; week < weeks; week++) {
    const monday = addDays(end, -7 * (weeks - 1 - week));
    for (const [manager, reports] of byManager) {
      const isObserving = reports.some(({ team }) => team !== null && observingTeams.has(team));
      if (!randomFor(seed, "who nudges", manager).chance(isObserving ? 0.9 : 0.4)) continue;
      const random = randomFor(seed, "nudges", manager, week);
      const there = reports.filter(
        ({ from, until }) => from <= monday && (until === null || until > addDays(monday, 7)),
      );
      for (const spell of random.shuffled(there).slice(0, perManagerAndWeek)) {
        const skills = (needed.get(spell.personId) ?? []).filter(({ hasContent }) => hasContent);
        if (skills.length === 0) continue;
        const at = Date.parse(monday) + random.int(0, 4) * 86_400_000 + random.int(8 * 60, 16 * 60) * 60_000;
        found.push({ spell, skill: random.pick(skills), at: new Date(at), random });
      }
    }
  }
  return found;
}

/** Places in the list of those who learned something of the skill while the nudge is followed. */
async function readLearned(tx: Tx, orgId: string, candidates: readonly Candidate[]): Promise<Set<number>> {
  const asked = JSON.stringify(
    candidates.map(({ spell, skill, at }, place) => ({ place, person: spell.personId, skill: skill.skillId, at })),
  );
  const { rows } = await tx.execute<{ place: number }>(sql`
    select c.place from jsonb_to_recordset(${asked}::jsonb) c (place int, person uuid, skill uuid, at timestamptz)
    where exists (
      select from learning_events l join activities a on a.org_id = ${orgId} and a.id = l.activity_id
      where l.org_id = ${orgId} and l.person_id = c.person and l.occurred_at >= c.at
        and l.occurred_at < c.at + make_interval(days => ${followedDays}) and l.verb not in ('nudged', 'assigned') and a.skill_id = c.skill)`);
  return new Set(rows.map(({ place }) => place));
}

/** A nudge somebody finds when they open the app: from their manager, of the last working day in a week whose lot shows it. */
export async function addNudgeOfTheWeek(tx: Tx, orgId: string, spell: Spell, skill: Needed, now: Date): Promise<void> {
  const { rules } = await readRules(tx, orgId);
  const today = Math.floor(now.getTime() / 86_400_000);
  for (let back = 1; back <= 40; back++) {
    if (!isWorkday(today - back)) continue;
    const day = dateText(today - back);
    if (isHeldOut(orgId, spell.personId, mondayOf(day), rules.nudging.holdOutShare)) continue;
    const at = new Date(`${day}T09:10:00Z`);
    const [text = ""] = nudgeTemplates.practice.texts;
    await tx.insert(nudges).values({
      orgId,
      personId: spell.personId,
      kind: "practice",
      text: text.replaceAll("{skill}", skill.skill),
      skillId: skill.skillId,
      sentBy: spell.managerUserId,
      sentAt: at,
      showFrom: at,
    });
    return;
  }
}
