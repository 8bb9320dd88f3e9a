/** Of the skills a role needs: how many the map describes, learning activities point at, and the work systems can tell of. */
export type AlignmentFacts = {
  needs: number;
  /** Described by at least three behaviours. */
  describedNeeds: number;
  /** At least one activity is for it. */
  taughtNeeds: number;
  /** A signal rule in force rates it, or a KPI is tied to it: by a step of a workflow, or by the chain of an initiative. */
  watchedNeeds: number;
};

/** Whether the systems of a role (learning, work) follow its map, in one word, and why. */
export type Alignment = { word: "aligned" | "partly" | "not aligned"; why: string };

/** Share of the skills from which on a part follows the map. */
const enough = 0.8;

/**
 * Aligned where the map describes, activities teach and the work systems tell of at least 80 % of the skills the role needs, each; not aligned
 * where none of the three holds; partly in between. Says nothing about people.
 */
export function alignmentOf({ needs, describedNeeds, taughtNeeds, watchedNeeds }: AlignmentFacts): Alignment {
  if (needs === 0) return { word: "not aligned", why: "The map names no skill this role needs" };
  const parts = [
    { count: describedNeeds, says: "described by three behaviours" },
    { count: taughtNeeds, says: "taught or practised by an activity" },
    { count: watchedNeeds, says: "told of by a signal or a KPI" },
  ];
  const lacking = parts.filter(({ count }) => count < enough * needs);
  if (lacking.length === 0)
    return { word: "aligned", why: "Activities, signals and KPIs follow the map of its skills" };
  const words = lacking.map(({ count, says }) => `${count} of ${needs} skills ${count === 1 ? "is" : "are"} ${says}`);
  return { word: lacking.length === parts.length ? "not aligned" : "partly", why: `Only ${words.join("; ")}` };
}
