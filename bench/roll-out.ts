import { evaluateInitiative } from "@/lib/evaluation/evaluate-initiative";
import { readPlan } from "@/lib/evaluation/plan";
import { inTenant } from "@/lib/server/tenant-access";
import type { Bench, Figure } from "./bench";
import { onCluster } from "./cluster";
import { givenInitiative } from "./given-initiative";
import { growthOf, type Whole } from "./growth";
import { count, median, ms, percent } from "./numbers";
import { noteStatements, type Statement } from "./statements";

const sizes = { small: [600, 6_000], normal: [10_000, 100_000], full: [10_000, 100_000, 1_000_000] };
const mostTeams = 500;
/** A million people take long enough for a few rounds to tell. */
const roundsOf = (people: number) => (people > 100_000 ? 3 : 7);

type Parts = { whole: number; histories: number; courses: number; other: number; node: number };

/** Evaluating a phased roll-out: group-time effects of five waves, and how time grows with people. */
export const rollOut: Bench = (scale, say) =>
  onCluster("throw-away", async ({ owner }) => {
    const figures: Figure[] = [];
    const wholes: Whole[] = [];
    let share = 0;
    for (const people of sizes[scale]) {
      const given = await givenInitiative(owner, { people, teams: Math.min(mostTeams, people / 10), design: "phased" });
      const rounds: Parts[] = [];
      for (let round = 0; round <= roundsOf(people); round += 1) {
        const parts = await evaluateOnce(given);
        if (round > 0) rounds.push(parts); // The first one warms up.
      }
      const of = (part: keyof Parts) => median(rounds.map((parts) => parts[part]));
      const whole = of("whole");
      wholes.push({ people, time: whole });
      share = of("histories") / whole;
      say(`${people}: whole ${ms(whole)}`);
      figures.push(
        {
          what: `${count(people)} people: whole evaluation`,
          measured: ms(whole),
          ...(people === 100_000 && { goal: { wanted: "well under 2 s", met: whole < 1_700 } }),
        },
        {
          what: `${count(people)} people, of it: the KPI's values read into histories, courses of the teams, other statements, Node`,
          measured: [of("histories"), of("courses"), of("other"), of("node")].map(ms).join(", "),
        },
      );
    }
    figures.push(growthOf(wholes));
    return {
      setting: [
        `A phased roll-out to up to ${mostTeams} teams in five waves two months apart and a sixth never reached, one KPI by person and month over 24 months, errors by team.`,
        "Whole evaluation: group-time effects against the never and the not yet exposed, each by group, calendar and time since exposure with bands of 999 multiplier draws; two-way fixed effects and two simple comparisons; all checks (pre-trends, placebo, sensitivity, each team left out, ...), series and claim.",
        `Medians of ${roundsOf(1)} warm rounds, of ${roundsOf(1_000_000)} at a million people, on a cluster that need not survive a crash (nothing is written but temporary tables).`,
      ],
      figures,
      reading: `Reading: ${percent(share)} of the largest evaluation is the one pass over the KPI's values; the estimators work on a mean per team and period, however many people it stands for.`,
    };
  });

async function evaluateOnce({ orgId, initiativeId }: { orgId: string; initiativeId: string }): Promise<Parts> {
  const began = performance.now();
  const { statements } = await noteStatements(() =>
    inTenant(orgId, async (tx) => {
      const plan = await readPlan(tx, initiativeId);
      if (!plan) throw new Error("The initiative is not there");
      await evaluateInitiative(tx, plan, { dataVersion: "bench", today: "2026-12-31" });
    }),
  );
  const whole = performance.now() - began;
  const sum = (of: (statement: Statement) => boolean) =>
    statements.filter(of).reduce((total, { began, ended }) => total + ended - began, 0);
  const isHistory = ({ text }: Statement) => text.includes("create temporary table evaluation_history");
  const isCourse = ({ text }: Statement) => text.includes('cohort as "group"');
  const [all, histories, courses] = [sum(() => true), sum(isHistory), sum(isCourse)];
  return { whole, histories, courses, other: all - histories - courses, node: whole - all };
}
