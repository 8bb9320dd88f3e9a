type Facet = "knowledge" | "judgment" | "fluency";
type Risk = "low" | "medium" | "high";
type Depth = "routine" | "applied" | "complex";

export type ChosenTask = {
  /** Task ID in O*NET's Task Statements. */
  id: string;
  /** The statement with words left out, never with words added. */
  name: string;
  depth: Depth;
  risk: Risk;
  minutes: number;
  /** Made up, except where O*NET's Task Ratings replace them (43-4051.00). */
  frequency: number;
  impact: number;
};

/** What can be seen when somebody has the skill. Written for the demo, not by O*NET. */
export type WrittenBehaviour = [taskId: string, skill: string, facet: Facet, target: number, text: string];

export type RoleSource = { code: string; tasks: ChosenTask[]; behaviours: WrittenBehaviour[] };

/** One line per task in the tables of roles. */
export function task(
  id: string,
  name: string,
  depth: Depth,
  risk: Risk,
  minutes: number,
  frequency: number,
  impact: number,
): ChosenTask {
  return { id, name, depth, risk, minutes, frequency, impact };
}
