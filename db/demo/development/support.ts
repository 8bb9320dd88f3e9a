import type { Tx } from "@/db/client";
import { dateText, isWorkday, monthsFrom } from "@/db/demo/calendar";
import { type Random, randomFor } from "@/db/demo/random";
import { managerActions } from "@/db/schema/development";
import type { Needed, Spell } from "./places";

type Kind = "stretch_task" | "coaching" | "modelling";
type Asked = {
  seed: number;
  spells: readonly Spell[];
  needed: ReadonlyMap<string, readonly Needed[]>;
  observingTeams: ReadonlySet<string>;
  firstMonth: string;
  months: number;
  /** What the demo's manager logs besides, up to this day: what they did since the data ended. */
  lately: { managerId: string; until: string } | null;
};

/**
 * What managers did for people's skills. Where managers watch work and write down what they see, they act more often, too; the rest of a
 * manager's zeal is their own. No fact follows from an action: that figures of skill go with support is what the observing teams bring.
 */
export async function addSupport(tx: Tx, orgId: string, asked: Asked): Promise<number> {
  const { seed, spells, needed, firstMonth, months, lately } = asked;
  const rows: (typeof managerActions.$inferInsert)[] = [];
  const act = (spell: Spell, day: number, random: Random) => {
    const skill = chooseSkill(random, needed.get(spell.personId) ?? []);
    const kind = kindFor(random, skill);
    rows.push({
      orgId,
      personId: spell.personId,
      kind,
      doneOn: dateText(day),
      skillId: skill?.skillId ?? null,
      note: random.chance(0.3) ? random.pick(notes[kind]) : null,
      managerId: spell.managerId,
      loggedBy: spell.managerUserId,
      loggedAt: new Date(day * 86_400_000 + random.int(9, 17) * 3_600_000),
    });
  };
  for (const month of monthsFrom(firstMonth, months)) {
    for (const spell of spells) {
      const days = month.workdays.filter((day) => isWithin(spell, dateText(day)));
      if (days.length === 0) continue;
      const random = randomFor(seed, "manager actions", spell.index, month.index);
      const rate = (zealOf(asked, spell) * days.length) / month.workdays.length;
      for (let left = random.poisson(rate); left > 0; left--) act(spell, random.pick(days), random);
    }
  }
  if (lately) {
    const own = spells.filter(({ managerId, until }) => managerId === lately.managerId && until === null);
    const end = Date.parse(lately.until) / 86_400_000;
    const days = Array.from({ length: 28 }, (_, back) => end - 2 - back).filter(isWorkday);
    const random = randomFor(seed, "manager actions lately");
    for (const [place, spell] of own.slice(0, 6).entries()) act(spell, days[3 * place] ?? end, random);
  }
  for (let from = 0; from < rows.length; from += 2000) {
    await tx.insert(managerActions).values(rows.slice(from, from + 2000));
  }
  return rows.length;
}

const isWithin = ({ from, until }: Spell, day: string) => from <= day && (until === null || day < until);

/** Actions per report and month; 0.5 and more is what the app calls regular. */
function zealOf({ seed, observingTeams }: Asked, { team, managerIndex }: Spell): number {
  const draw = randomFor(seed, "support of a manager", managerIndex).next();
  if (team !== null && observingTeams.has(team)) return draw < 0.7 ? 0.8 : 0.25;
  if (draw < 0.45) return 0;
  return draw < 0.9 ? 0.12 : 0.7;
}

/** What is furthest below its target most often. */
function chooseSkill(random: Random, skills: readonly Needed[]): Needed | null {
  if (skills.length === 0 || random.chance(0.1)) return null;
  return random.weighted(skills, ({ level, target }) => Math.max(0.2, target - (level ?? 2)));
}

/** Who is nearly there gets work that stretches them; who is not is shown how. */
function kindFor(random: Random, skill: Needed | null): Kind {
  const gap = skill ? skill.target - (skill.level ?? 2) : 1;
  return random.weighted(["stretch_task", "coaching", "modelling"] as const, (kind) =>
    kind === "coaching"
      ? 0.5
      : kind === "stretch_task"
        ? Math.max(0.1, 0.6 - 0.3 * gap)
        : 0.1 + 0.15 * Math.max(0, gap),
  );
}

const notes: Record<Kind, readonly string[]> = {
  stretch_task: [
    "Takes the next hard one alone, I look at it before it goes out",
    "Stands in for me on this for a week",
  ],
  coaching: [
    "Went through one real case together",
    "Talked about what to try next time",
    "Half an hour, one case, one thing to try",
  ],
  modelling: ["Did one together, I thought aloud", "Had them watch me do it, then we swapped"],
};
